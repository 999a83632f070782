#include "server/endpoints/tokeninfoendpoint.h"

#include "models/jsonwriter.h"
#include "server/checks/bearertoken.h"
#include "server/checks/scope.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

namespace {

/// RFC 6750 section 3.1; the wiki's dialect speaks of an invalid request.
OAuthError invalidToken(const Policy &policy)
{
    const char *code = policy.tokenInfoWiki ? "invalid_request" : "invalid_token";
    return {code, {}, {}, 401};
}

/// RFC 6750 section 3.1: a request that shows no token hears nothing but the challenge.
OAuthError noToken(const Context &context)
{
    return speaksDoorkeeper(context) ? invalidToken(context.policy()) : OAuthError {{}, {}, {}, 401};
}

JsonWriter applicationOf(const TokenLookup &lookup)
{
    JsonWriter application;
    if (lookup.applicationUid.isEmpty())
        application.addNull("uid");
    else
        application.add("uid", lookup.applicationUid);
    return application;
}

Response describe(const Context &context, const TokenLookup &lookup)
{
    const AccessToken &token = lookup.token;
    const bool isWiki = context.policy().tokenInfoWiki;
    const char *expiresIn = isWiki ? "expires_in_seconds" : "expires_in";
    JsonWriter answer;
    if (token.resourceOwnerId != 0)
        answer.add("resource_owner_id", token.resourceOwnerId);
    else
        answer.addNull("resource_owner_id");
    answer.add(isWiki ? "scopes" : "scope", scopeList(token.scopes));
    if (token.expiresAt != 0)
        answer.add(expiresIn, (token.expiresAt - context.now) / 1000);
    else
        answer.addNull(expiresIn);
    answer.add("application", applicationOf(lookup)).add("created_at", token.createdAt / 1000);
    return Response::json(200, std::move(answer));
}

} // namespace

Response TokenInfoEndpoint::handle(Context &context)
{
    const Outcome<TokenLookup> lookup = presented(context);
    return lookup ? describe(context, *lookup) : refusalResponse(context, lookup.refusal());
}

Outcome<TokenLookup> TokenInfoEndpoint::presented(Context &context)
{
    const QString token = bearerTokenOf(context);
    if (!context.check("access token sent", "RFC 6750 2", !token.isEmpty()))
        return noToken(context);
    Outcome<std::optional<TokenLookup>> lookup = usableToken(context, token);
    if (!lookup)
        return lookup.refusal();
    if (!*lookup)
        return invalidToken(context.policy());
    return **std::move(lookup);
}

} // namespace Gatehouse
