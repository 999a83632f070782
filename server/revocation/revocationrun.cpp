#include "server/revocation/revocationrun.h"

#include "models/store/store.h"
#include "server/checks/nameddomain.h"
#include "server/checks/requestshape.h"
#include "server/endpoints/errorresponse.h"
#include "server/exchangerecorder.h"
#include "server/revocation/failurenotes.h"
#include "server/revocation/revocationdialect.h"
#include "server/revocation/revocationparameters.h"

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr Seconds RetryAfter = 2;

/// What a client wrote where a word of the protocol belongs. Whatever is longer than those may be a token that slipped in.
QString shownWord(const QString &word)
{
    constexpr qsizetype Longest = 40;
    return word.size() <= Longest ? word : QStringLiteral("[FILTERED]");
}

Context inner(Context &outer, const Parameters &parameters, const IdentityDomain &domain)
{
    return {outer.request,  parameters,     domain,         outer.deployment, outer.store,
            outer.verified, outer.throttle, outer.exchange, outer.now,        outer.recording};
}

} // namespace

RevocationRun::RevocationRun(Context &outer, const RevocationDialect &dialect, FailureNotes &notes)
    : m_outer(outer)
    , m_dialect(dialect)
    , m_notes(notes)
{
    m_timer.start();
    m_context.emplace(inner(outer, outer.parameters, outer.domain));
    m_audit.domainId = outer.domain.id;
    m_audit.domain = outer.domain.name;
    m_audit.dialect = dialect.name();
    m_audit.route = ExchangeRecorder::shownPath(outer.request.path);
    m_audit.sourceIp = outer.request.peer.toString();
    m_audit.exchangeId = outer.exchange.id;
}

std::optional<Response> RevocationRun::readParameters()
{
    if (m_dialect.readsLikeDoorkeeper(m_outer.policy())) {
        if (const auto fault = shapeFault(m_outer))
            return refuse(*fault, "invalid_request");
        return adopt(trimmed(m_outer.parameters));
    }
    Outcome<Parameters> parameters = readFormParameters(m_outer);
    if (!parameters)
        return refuse(parameters.refusal(), "invalid_request");
    return adopt(*std::move(parameters));
}

void RevocationRun::readQuery()
{
    adopt(trimmed(m_outer.parameters));
}

std::optional<Response> RevocationRun::adopt(Parameters parameters)
{
    m_parameters = std::move(parameters);
    m_context.emplace(inner(m_outer, m_parameters, m_domain ? *m_domain : m_outer.domain));
    m_audit.hint = shownWord(m_dialect.hint(*m_context));
    m_audit.levelRequested = shownWord(m_parameters.value(u"chaining_level"));
    return std::nullopt;
}

std::optional<Response> RevocationRun::findDomain()
{
    if (!m_dialect.namesDomain())
        return std::nullopt;
    const QString name = namedDomain(m_outer);
    m_audit.domain = shownWord(name);
    const Outcome<IdentityDomain> found = findNamedDomain(*m_context, name);
    if (!found)
        return refuse(found.refusal(), "invalid_request");
    m_domain = *found;
    m_audit.domainId = m_domain->id;
    m_audit.domain = m_domain->name;
    m_context.emplace(inner(m_outer, m_parameters, *m_domain));
    return std::nullopt;
}

Response RevocationRun::refuse(const Refusal &refusal, const char *outcome, bool nothingSent)
{
    if (refusal.slowCheck)
        return Response::waitingFor(*refusal.slowCheck);
    if (refusal.error.status >= 500)
        return failed({Error::Kind::Unavailable, refusal.error.detail});
    if (*outcome)
        m_audit.outcome = QLatin1String(outcome);
    const Response response = refused(refusal.error, nothingSent);
    const Result<Id> noted = note(response.status);
    return noted ? response : failed(noted.error());
}

Response RevocationRun::refused(const OAuthError &error, bool nothingSent)
{
    Response response = m_dialect.refused(*m_context, {m_audit.outcome, error, nothingSent});
    response.bodyWhenLost = m_dialect.bodyWhenLost(*m_context);
    return response;
}

Response RevocationRun::succeeded() const
{
    Response response = m_dialect.succeeded();
    response.bodyWhenLost = m_dialect.bodyWhenLost(*m_context);
    return response;
}

/// The turn's commit may fail yet; then the client hears 503 and the trail has lost the record.
Result<Id> RevocationRun::note(int status)
{
    stamp(status);
    Result<Id> noted = RevocationService(m_outer.store).note(m_audit);
    if (noted)
        m_notes.watch(m_audit);
    return noted;
}

Response RevocationRun::accept(const char *outcome)
{
    if (auto failure = record(outcome, 200))
        return *std::move(failure);
    return succeeded();
}

std::optional<Response> RevocationRun::record(const char *outcome, int status)
{
    m_audit.outcome = QLatin1String(outcome);
    const Result<Id> noted = note(status);
    return noted ? std::nullopt : std::optional(failed(noted.error()));
}

Response RevocationRun::end(const RevocationTargets &targets, const QString &level)
{
    const auto done = apply(targets, level);
    return done ? succeeded() : failed(done.error());
}

Result<RevocationService::Done> RevocationRun::apply(const RevocationTargets &targets, const QString &level,
                                                     const QByteArray &fingerprint)
{
    m_audit.level = level;
    stamp(200);
    const auto done = RevocationService(m_outer.store).revoke(targets, m_audit, fingerprint);
    if (done && !done->drifted)
        m_notes.watch(m_audit);
    return done;
}

/// RFC 7009 section 2.2.1: the client must assume that the token still exists.
Response RevocationRun::failed(const Error &error)
{
    m_audit.outcome = QStringLiteral("store_unavailable");
    stamp(503);
    m_notes.add(m_audit);
    const OAuthError unavailable {"temporarily_unavailable", {}, error.message, 503, RetryAfter};
    return refused(unavailable, false);
}

void RevocationRun::stamp(int status)
{
    m_audit.httpStatus = status;
    m_audit.durationMicroseconds = m_timer.nsecsElapsed() / 1000;
}

} // namespace Gatehouse
