#include "server/administration/oamconsentrevokeendpoint.h"

#include "models/store/applicationstore.h"
#include "models/store/store.h"
#include "models/store/userstore.h"
#include "server/administration/administrationaccess.h"
#include "server/endpoints/errorresponse.h"
#include "server/revocation/revocationparameters.h"
#include "server/revocation/revocationrun.h"

#include <QDateTime>

namespace Gatehouse {

namespace {

constexpr Id NoRow = -1;

OAuthError badParameter(const char *description)
{
    return {"invalid_request", QLatin1String(description), {}};
}

/// `yyyy-MM-dd'T'HH:mm:ssZ`, where Z is "Z" or "+0100"; ISO 8601's "+01:00" too. 0: none of these.
Timestamp momentIn(QString text)
{
    const qsizetype zone = text.size() - 5;
    if (zone > 0 && (text.at(zone) == u'+' || text.at(zone) == u'-'))
        text.insert(zone + 3, u':');
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    return moment.isValid() && moment.timeSpec() != Qt::LocalTime ? moment.toMSecsSinceEpoch() : 0;
}

std::optional<OAuthError> readKinds(RevocationTarget &target, const QString &type)
{
    target.access = type != u"REFRESH_TOKENS";
    target.refresh = type != u"ACCESS_TOKENS";
    target.codes = type.isEmpty() || type == u"TOKENS";
    if (target.codes || !target.access || !target.refresh)
        return std::nullopt;
    return badParameter("revoke_type is ACCESS_TOKENS, REFRESH_TOKENS or TOKENS.");
}

std::optional<OAuthError> readTarget(Context &context, RevocationTarget &target)
{
    const Parameters &parameters = context.parameters;
    const QString user = parameters.value(u"userId");
    const QString client = parameters.value(u"clientIdentifier");
    const QString resource = parameters.value(u"resServerId");
    const QString moment = parameters.value(u"timestamp");
    if (!context.check("userId sent", "Oracle consent/revoke", !user.isEmpty()))
        return missingParameter(context.policy(), "userId");
    if (!context.check("resServerId beside clientIdentifier", "Oracle consent/revoke",
                       client.isEmpty() || !resource.isEmpty()))
        return missingParameter(context.policy(), "resServerId");
    if (const auto fault = readKinds(target, parameters.value(u"revoke_type")))
        return fault;
    if (!moment.isEmpty() && (target.issuedBefore = momentIn(moment)) == 0)
        return badParameter("timestamp is a moment as yyyy-MM-ddTHH:mm:ssZ.");
    if (!resource.isEmpty())
        target.resource = resource;
    const auto owner = context.store.users().findByEmail(context.domain.id, user);
    if (!owner)
        return storeFault(owner.error());
    target.user = *owner ? (*owner)->id : NoRow;
    if (client.isEmpty())
        return std::nullopt;
    const auto application = context.store.applications().findByUid(context.domain.id, client);
    if (!application)
        return storeFault(application.error());
    target.application = *application ? (*application)->id : NoRow;
    return std::nullopt;
}

} // namespace

Response OamConsentRevokeEndpoint::handle(Context &context)
{
    if (!hasFormBody(context.request))
        return m_dialect.refused(
            context,
            {QStringLiteral("unsupported_media_type"), {"invalid_request", QStringLiteral("Send a form."), {}, 415}});
    RevocationRun run(context, m_dialect, m_notes);
    if (auto refusal = run.readParameters())
        return *std::move(refusal);
    const Outcome<QString> administrator = administratorByPassword(run.context(), run.audit());
    if (!administrator)
        return run.refuse(administrator.refusal());
    run.audit().user = *administrator;
    run.audit().outcome.clear();
    if (auto refusal = run.findDomain())
        return *std::move(refusal);
    return revoke(run);
}

Response OamConsentRevokeEndpoint::revoke(RevocationRun &run)
{
    RevocationTarget target;
    target.domain = run.context().domain.id;
    if (const auto fault = readTarget(run.context(), target))
        return run.refuse(*fault, "invalid_request");
    return run.end({target}, QStringLiteral("SELECTOR"));
}

} // namespace Gatehouse
