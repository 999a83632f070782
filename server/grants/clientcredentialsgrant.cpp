#include "server/grants/clientcredentialsgrant.h"

#include "models/store/store.h"
#include "models/store/tokenstore.h"
#include "server/atomically.h"
#include "server/checks/scope.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

namespace {

/// A token that is given again is not the one before.
Result<void> endPrevious(Context &context, const AccessToken &wanted)
{
    const Policy &policy = context.policy();
    if (policy.reuseAccessTokens && policy.plainStorage)
        return {};
    const Result<std::optional<TokenLookup>> previous
        = context.store.tokens().findLiving(wanted.applicationId, 0, wanted.scopes, context.now);
    if (!previous)
        return previous.error();
    if (!*previous)
        return {};
    const Result<bool> ended = context.store.tokens().revoke((*previous)->token.id, context.now);
    return ended ? Result<void>() : Result<void>(ended.error());
}

} // namespace

QString ClientCredentialsGrant::type() const
{
    return QStringLiteral("client_credentials");
}

Outcome<IssuedToken> ClientCredentialsGrant::issue(Context &context) const
{
    const Outcome<Application> application = client(context);
    if (!application)
        return application.refusal();
    const bool mayHaveIt = application->confidential || context.policy().publicClientCredentials;
    if (!context.check("confidential client", "RFC 6749 4.4", mayHaveIt))
        return OAuthError {"unauthorized_client", {}, {}};
    Outcome<QString> scopes = grantedScopes(context, &*application, type());
    if (!scopes)
        return scopes.refusal();

    TokenOrder order;
    order.row.applicationId = application->id;
    order.row.scopes = *std::move(scopes);
    order.row.grantType = type();
    if (!context.policy().revokePreviousClientCredentials)
        return issued(context, std::move(order));
    return atomically(context, [&]() -> Outcome<IssuedToken> {
        const Result<void> ended = endPrevious(context, order.row);
        if (!ended)
            return storeFault(ended.error());
        return issued(context, std::move(order));
    });
}

} // namespace Gatehouse
