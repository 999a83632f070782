#include "server/endpoints/revocationendpoint.h"

#include "models/store/familystore.h"
#include "server/atomically.h"
#include "server/audittrail.h"
#include "server/checks/requestshape.h"
#include "server/clientauth/clientauthenticator.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/message/jsonwriter.h"
#include "server/tokens/tokenissuer.h"

namespace Gatehouse {

namespace {

Response done()
{
    return Response::json(200, QByteArrayLiteral("{}"));
}

/// Doorkeeper 5 has one answer for whoever may not revoke, without a challenge.
Response forbidden()
{
    JsonWriter answer;
    answer.add("error", QStringLiteral("unauthorized_client"))
        .add("error_description", QStringLiteral("You are not authorized to revoke this token"));
    return Response::json(403, std::move(answer));
}

bool isRightsError(const OAuthError &error)
{
    return error.code == "invalid_client" || error.code == "unauthorized_client";
}

Response refused(Context &context, const Refusal &refusal)
{
    if (refusal.slowCheck || !isRightsError(refusal.error))
        return refusalResponse(context, refusal);
    if (!context.policy().revocationAlwaysOk && !speaksDoorkeeper(context))
        return errorResponse(context, refusal.error);
    context.noteError(refusal.error);
    return context.policy().revocationAlwaysOk ? done() : forbidden();
}

/// RFC 7009 section 2.1: a confidential client hears that the token is not its own, a public one, which anybody can claim
/// to be, hears nothing.
Outcome<bool> foreignToken(const Context &context, const std::optional<Application> &asker)
{
    if (asker && !asker->confidential && !speaksDoorkeeper(context))
        return false;
    return OAuthError {"unauthorized_client", {}, {}};
}

} // namespace

Response RevocationEndpoint::handle(Context &context)
{
    const Outcome<bool> outcome = revoke(context);
    return outcome ? done() : refused(context, outcome.refusal());
}

/// True: something ended. False: there was nothing to end, which is as good (RFC 7009 section 2.2).
Outcome<bool> RevocationEndpoint::revoke(Context &context) const
{
    if (const auto fault = shapeFault(context))
        return *fault;
    const Outcome<Caller> asker = caller(context);
    if (!asker)
        return asker.refusal();
    const QString value = context.parameters.value(u"token").trimmed();
    if (!context.check("token sent", "RFC 7009 2.1", !value.isEmpty()) && !context.policy().missingTokenIsUnknown)
        return missingParameter(context.policy(), "token");
    const QString stored = storedToken(context.policy(), value);
    const Result<std::optional<TokenLookup>> found = context.store.tokens().findByToken(context.domain.id, stored);
    if (!found)
        return storeFault(found.error());
    if (value.isEmpty() || !context.check("token known", "RFC 7009 2.2", found->has_value()))
        return false;
    const TokenLookup &lookup = **found;
    const Id owner = lookup.token.applicationId;
    if (!context.check("token of this client", "RFC 7009 2.1", owner == 0 || (*asker && (*asker)->id == owner)))
        return foreignToken(context, *asker);
    return atomically(context, [&] { return end(context, lookup, lookup.token.token != stored); });
}

/// RFC 7009 section 2.1. Where the password grant needs no client, neither does the end of what it gave.
Outcome<RevocationEndpoint::Caller> RevocationEndpoint::caller(Context &context) const
{
    ClientAuthenticator authenticator(context);
    if (!context.policy().passwordNeedsClient)
        return authenticator.identify();
    Outcome<Application> application = authenticator.require();
    if (!application)
        return application.refusal();
    return Caller(*std::move(application));
}

Outcome<bool> RevocationEndpoint::end(Context &context, const TokenLookup &lookup, bool isRefreshToken) const
{
    const AccessToken &token = lookup.token;
    context.exchange.familyId = token.familyId;
    const Result<qint64> pairs = isRefreshToken && token.familyId != 0
        ? context.store.families().end(token.familyId, QStringLiteral("revoked"), context.now)
        : context.store.tokens().revoke(QList<Id> {token.id}, context.now);
    if (!pairs)
        return storeFault(pairs.error());
    if (*pairs == 0)
        return false;
    const Result<void> told
        = AuditTrail(context).note("token.revoked", "token", token.id, {{QStringLiteral("pairs"), *pairs}});
    if (!told)
        return storeFault(told.error());
    return true;
}

} // namespace Gatehouse
