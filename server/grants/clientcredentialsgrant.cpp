#include "server/grants/clientcredentialsgrant.h"

#include "server/checks/scope.h"
#include "server/endpoints/context.h"

namespace Gatehouse {

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
    Outcome<QString> scopes = grantedScopes(context, &*application, context.parameters.value(u"scope"));
    if (!scopes)
        return scopes.refusal();

    TokenOrder order;
    order.row.applicationId = application->id;
    order.row.scopes = *std::move(scopes);
    order.row.grantType = type();
    return issued(context, std::move(order));
}

} // namespace Gatehouse
