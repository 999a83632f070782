#include "server/grants/grant.h"

#include "server/checks/granttype.h"
#include "server/clientauth/clientauthenticator.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/grants/authorizationcodegrant.h"
#include "server/grants/clientcredentialsgrant.h"
#include "server/grants/passwordgrant.h"
#include "server/grants/refreshtokengrant.h"

namespace Gatehouse {

Outcome<Application> Grant::client(Context &context) const
{
    Outcome<Application> application = ClientAuthenticator(context).require();
    if (!application)
        return application.refusal();
    return allowed(context, *std::move(application));
}

Outcome<std::optional<Application>> Grant::optionalClient(Context &context) const
{
    if (context.policy().passwordNeedsClient) {
        Outcome<Application> application = client(context);
        return application ? std::optional<Application>(*std::move(application))
                           : Outcome<std::optional<Application>>(application.refusal());
    }
    Outcome<std::optional<Application>> application = ClientAuthenticator(context).identify();
    if (!application || !*application)
        return application;
    Outcome<Application> permitted = allowed(context, **std::move(application));
    if (!permitted)
        return permitted.refusal();
    return std::optional<Application>(*std::move(permitted));
}

Outcome<Application> Grant::allowed(Context &context, Application application) const
{
    const bool isAllowed = isGrantTypeAllowed(context.policy(), &application, type());
    if (!context.check("grant type of the application", "RFC 6749 5.2", isAllowed, application.grantTypes, type()))
        return OAuthError {"unauthorized_client", {}, {}};
    return application;
}

Outcome<IssuedToken> Grant::issued(Context &context, TokenOrder order)
{
    Result<IssuedToken> token = issueToken(context, std::move(order));
    if (!token)
        return storeFault(token.error());
    return *std::move(token);
}

OAuthError invalidGrant()
{
    return {"invalid_grant", {}, {}};
}

std::vector<std::unique_ptr<Grant>> makeGrants()
{
    std::vector<std::unique_ptr<Grant>> grants;
    grants.push_back(std::make_unique<AuthorizationCodeGrant>());
    grants.push_back(std::make_unique<ClientCredentialsGrant>());
    grants.push_back(std::make_unique<PasswordGrant>());
    grants.push_back(std::make_unique<RefreshTokenGrant>());
    return grants;
}

} // namespace Gatehouse
