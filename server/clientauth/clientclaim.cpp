#include "server/clientauth/clientclaim.h"

#include "server/endpoints/context.h"
#include "server/message/basiccredentials.h"

namespace Gatehouse {

namespace {

using Method = ClientClaim::Method;

ClientClaim bodyClaim(const Parameters &parameters)
{
    const QString id = parameters.value(u"client_id");
    const QString secret = parameters.value(u"client_secret");
    if (id.isEmpty())
        return {};
    return {secret.isEmpty() ? Method::Public : Method::Post, id, secret};
}

/// Doorkeeper compares the scheme with its case and does not decode what is inside.
std::optional<BasicCredentials> basicCredentials(const Policy &policy, const QByteArray &header)
{
    if (policy.basicPercentDecoded)
        return parseBasicCredentials(header, BasicEncoding::Form);
    return header.startsWith("Basic ") ? parseBasicCredentials(header, BasicEncoding::Plain) : std::nullopt;
}

ClientClaim basicOrBodyClaim(const Context &context, const QByteArray &header)
{
    const auto basic = basicCredentials(context.policy(), header);
    return basic && !basic->id.isEmpty() ? ClientClaim {Method::Basic, basic->id, basic->secret}
                                         : bodyClaim(context.parameters);
}

OAuthError brokenHeader()
{
    return {"invalid_client", QStringLiteral("The Basic credentials cannot be read."), {}};
}

/// RFC 6749 section 2.3: one method in each request. The same client_id beside Basic is no second method.
Outcome<ClientClaim> basicClaim(Context &context, const QByteArray &header)
{
    const auto basic = basicCredentials(context.policy(), header);
    if (!context.check("Authorization header", "RFC 6749 2.3.1", basic.has_value()))
        return brokenHeader();
    const QString bodyId = context.parameters.value(u"client_id");
    const bool alone
        = (bodyId.isEmpty() || bodyId == basic->id) && context.parameters.value(u"client_secret").isEmpty();
    if (!context.check("one authentication method", "RFC 6749 2.3", alone, basic->id, bodyId))
        return OAuthError {"invalid_request", QStringLiteral("The request authenticates the client in two ways."), {}};
    return ClientClaim {Method::Basic, basic->id, basic->secret};
}

} // namespace

Outcome<ClientClaim> readClientClaim(Context &context)
{
    const QByteArray header = context.request.header("Authorization");
    if (context.policy().basicComesFirst)
        return basicOrBodyClaim(context, header);
    if (authorizationValue(header, "Basic"))
        return basicClaim(context, header);
    return bodyClaim(context.parameters);
}

} // namespace Gatehouse
