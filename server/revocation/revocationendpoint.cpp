#include "server/revocation/revocationendpoint.h"

#include "models/secrets/digest.h"
#include "models/store/store.h"
#include "server/endpoints/errorresponse.h"
#include "server/revocation/revocationcaller.h"
#include "server/revocation/revocationdialect.h"
#include "server/revocation/revocationparameters.h"
#include "server/revocation/revocationrun.h"
#include "server/tokens/jwtshape.h"
#include "server/tokens/tokenissuer.h"

#include <algorithm>

namespace Gatehouse {

namespace {

/// The first digits of its digest tell the operator whether two unknown tokens were the same.
QString unknownRef(const QString &value)
{
    constexpr int Shown = 12;
    return sha256Hex(value).left(Shown);
}

Refusal unsupported()
{
    return OAuthError {"unsupported_token_type",
                       QStringLiteral("This server cannot revoke tokens of this kind; they end by themselves."),
                       {}};
}

Response refuseForeign(RevocationRun &run, const RevocationCaller &caller)
{
    const bool doorkeeper = run.dialect().readsLikeDoorkeeper(run.context().policy());
    if (!caller.isTold() && !doorkeeper)
        return run.accept("refused_foreign_token");
    return run.refuse(
        OAuthError {"unauthorized_client", QStringLiteral("The token was not issued to this client."), {}},
        "refused_foreign_token");
}

/// Not in the database: an ID token of ours names its client itself. Nothing is revoked by what it says, so it need not be
/// proved.
Response answerUnknown(RevocationRun &run, const RevocationCaller &caller, const QString &value)
{
    Context &context = run.context();
    const std::optional<JwtShape> jwt = JwtShape::of(value);
    context.check("token known", "RFC 7009 2.2", false);
    run.audit().tokenRef = unknownRef(value);
    if (!jwt || jwt->issuer != context.issuer())
        return run.accept("unknown_token");
    run.audit().kind = jwt->isAccessToken ? RevocationDialect::kindName(false) : QStringLiteral("id_token");
    const QString client = caller.client ? caller.client->uid
        : caller.bearer                  ? caller.bearer->applicationUid
                                         : QString();
    const bool isOwn = jwt->audience.contains(client)
        && (!caller.bearer || jwt->subject == caller.bearer->userEmail
            || jwt->subject == QString::number(caller.bearer->token.resourceOwnerId));
    if (!context.check("token of this client", "RFC 7009 2.1", isOwn))
        return refuseForeign(run, caller);
    return run.refuse(unsupported(), "unsupported_token_type");
}

/// The hinted kind first, then the other (RFC 7009 section 2.1).
Result<std::optional<TokenLookup>> lookUp(Context &context, const RevocationRun &run, const QString &stored)
{
    TokenStore &tokens = context.store.tokens();
    if (run.dialect().hint(context).compare(u"refresh_token", Qt::CaseInsensitive) == 0) {
        const auto found = tokens.findByRefreshToken(context.domain.id, stored);
        if (!found || *found)
            return found;
    }
    return tokens.findByToken(context.domain.id, stored);
}

} // namespace

Response RevocationEndpoint::handle(Context &context)
{
    if (!m_dialect.readsLikeDoorkeeper(context.policy())
        && !context.check("form body", "RFC 7009 2.1", hasFormBody(context.request), {},
                          QString::fromUtf8(context.request.header("Content-Type")).left(200))) {
        const OAuthError error {"invalid_request",
                                QStringLiteral("Send the parameters as application/x-www-form-urlencoded or "
                                               "multipart/form-data."),
                                {},
                                415};
        return m_dialect.refused(context, {QStringLiteral("unsupported_media_type"), error});
    }
    RevocationRun run(context, m_dialect, m_notes);
    if (auto refusal = run.readParameters())
        return *std::move(refusal);
    if (auto refusal = run.findDomain())
        return *std::move(refusal);
    Response response = revoke(run);
    context.clientId = run.context().clientId;
    return response;
}

Response RevocationEndpoint::revoke(RevocationRun &run) const
{
    Context &context = run.context();
    const QString value = context.parameters.value(u"token");
    const auto found = findCaller(context, m_dialect, value, run.audit());
    if (const auto *refused = std::get_if<CallerRefusal>(&found))
        return run.refuse(refused->refusal, "", refused->nothingSent);
    const auto &caller = std::get<RevocationCaller>(found);
    if (!context.check("token sent", "RFC 7009 2.1", !value.isEmpty())) {
        if (m_dialect.takesNothing(context.policy()))
            return run.accept("unknown_token");
        return run.refuse(missingParameter(context.policy(), "token"), "invalid_request");
    }
    const QString asked = context.parameters.value(u"chaining_level");
    const std::optional<RevocationLevel> level = levelNamed(asked);
    if (!context.check("chaining_level known", "Oracle chaining_level", asked.isEmpty() || level, {}, asked.left(40)))
        return run.refuse(OAuthError {"invalid_request",
                                      QStringLiteral("chaining_level is one of NONE, RELATED_TOKENS, RELATED_CONSENT."),
                                      {}},
                          "invalid_request");
    const QString stored = storedToken(context.policy(), value);
    const Result<std::optional<TokenLookup>> token = lookUp(context, run, stored);
    if (!token)
        return run.refuse(storeFault(token.error()));
    if (!*token)
        return answerUnknown(run, caller, value);
    const TokenLookup &lookup = **token;
    const bool isRefreshToken = lookup.token.token != stored;
    context.exchange.familyId = lookup.token.familyId;
    run.audit().tokenRef = u"token:" % QString::number(lookup.token.id);
    run.audit().kind = RevocationDialect::kindName(isRefreshToken);
    const bool nobodys = lookup.token.applicationId == 0 && m_dialect.readsLikeDoorkeeper(context.policy());
    if (!context.check("token of this client", "RFC 7009 2.1", nobodys || caller.owns(lookup.token)))
        return refuseForeign(run, caller);
    const bool isKept = isRefreshToken || context.policy().accessTokenLifecycle || !JwtShape::of(value);
    if (!context.check("revocable kind", "RFC 7009 2.2.1", isKept))
        return run.refuse(unsupported(), "unsupported_token_type");
    const LeveledTargets targets = targetsOf(
        lookup, isRefreshToken,
        std::max(m_dialect.levelOf(context.policy(), isRefreshToken), level.value_or(RevocationLevel::None)));
    return run.end(targets.targets, levelName(targets.level));
}

} // namespace Gatehouse
