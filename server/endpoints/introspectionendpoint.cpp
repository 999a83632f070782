#include "server/endpoints/introspectionendpoint.h"

#include "models/activity.h"
#include "models/jsonwriter.h"
#include "models/store/store.h"
#include "server/checks/bearertoken.h"
#include "server/checks/requestshape.h"
#include "server/clientauth/clientauthenticator.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/tokens/tokenissuer.h"

namespace Gatehouse {

namespace {

bool isSameClientRule(const Context &context)
{
    return context.policy().introspectionRule == Policy::IntrospectionRule::SameClient;
}

/// RFC 7662 section 2.2: nothing beyond this about a token that is not active.
Response inactive()
{
    return Response::json(200, QByteArrayLiteral("{\"active\":false}"));
}

/// The subject is the resource owner, or the client itself where there is none (RFC 9068 section 2.2).
QString subjectOf(const TokenLookup &lookup)
{
    const Id owner = lookup.token.resourceOwnerId;
    return owner != 0 ? QString::number(owner) : lookup.applicationUid;
}

/// What the policy adds: a known name stands for its value, NAME=VALUE for itself.
void addField(const Context &context, const TokenLookup &lookup, const QString &field, JsonWriter &answer)
{
    if (field == u"username")
        answer.addIfSet("username", lookup.userEmail);
    else if (field == u"sub")
        answer.addIfSet("sub", subjectOf(lookup));
    else if (field == u"iss")
        answer.add("iss", context.issuer());
    else
        answer.add(field.section(u'=', 0, 0).toLatin1().constData(), field.section(u'=', 1));
}

Response answerWith(const Context &context, const TokenLookup &lookup, JsonWriter answer)
{
    for (const QString &field : context.policy().introspectionFields)
        addField(context, lookup, field, answer);
    return Response::json(200, std::move(answer));
}

Response active(const Context &context, const TokenLookup &lookup, bool isRefreshToken)
{
    const AccessToken &token = lookup.token;
    JsonWriter answer;
    answer.add("active", true).addIfSet("scope", token.scopes).addIfSet("client_id", lookup.applicationUid);
    if (!isRefreshToken)
        answer.add("token_type", context.policy().tokenType);
    answer.addIfSet("exp", (isRefreshToken ? token.refreshExpiresAt : token.expiresAt) / 1000)
        .add("iat", token.createdAt / 1000);
    return answerWith(context, lookup, std::move(answer));
}

/// Doorkeeper describes a refresh token as its access token.
Response activePair(const Context &context, const TokenLookup &lookup)
{
    const AccessToken &token = lookup.token;
    JsonWriter answer;
    answer.add("active", true).add("scope", token.scopes);
    if (lookup.applicationUid.isEmpty())
        answer.addNull("client_id");
    else
        answer.add("client_id", lookup.applicationUid);
    answer.add("token_type", context.policy().tokenType)
        .addIfSet("exp", token.expiresAt / 1000)
        .add("iat", token.createdAt / 1000);
    return answerWith(context, lookup, std::move(answer));
}

} // namespace

bool IntrospectionEndpoint::isOffered(const Policy &policy) const
{
    return policy.introspection;
}

Response IntrospectionEndpoint::handle(Context &context)
{
    const Outcome<Response> answer = describe(context);
    return answer ? *answer : refusalResponse(context, answer.refusal());
}

Outcome<Response> IntrospectionEndpoint::describe(Context &context) const
{
    if (const auto fault = shapeFault(context))
        return *fault;
    const Outcome<Caller> asker = caller(context);
    if (!asker)
        return asker.refusal();
    const QString value = context.parameters.value(u"token").trimmed();
    if (!context.check("token sent", "RFC 7662 2.1", !value.isEmpty()) && !context.policy().missingTokenIsUnknown)
        return missingParameter(context.policy(), "token");
    const QString stored = storedToken(context.policy(), value);
    const Result<std::optional<TokenLookup>> found = context.store.tokens().findByToken(context.domain.id, stored);
    if (!found)
        return storeFault(found.error());
    const Outcome<bool> allowed = mayAsk(context, *asker, *found);
    if (!allowed)
        return allowed.refusal();
    if (!context.check("token known", "RFC 7662 2.2", found->has_value() && *allowed))
        return inactive();
    const TokenLookup &lookup = **found;
    const bool isRefreshToken = lookup.token.token != stored;
    const Activity activity = activityOf(isRefreshToken ? lookup.refresh : lookup.access, context.now);
    if (!context.check("token active", "RFC 7662 2.2", activity == Activity::Active))
        return inactive();
    const Result<void> retired = isRefreshToken ? Result<void>() : retirePredecessor(context, lookup.token);
    if (!retired)
        return storeFault(retired.error());
    const bool asPair = context.policy().introspectionAnswer == Policy::IntrospectionAnswer::Doorkeeper;
    return asPair ? activePair(context, lookup) : active(context, lookup, isRefreshToken);
}

Outcome<IntrospectionEndpoint::Caller> IntrospectionEndpoint::caller(Context &context) const
{
    if (!isSameClientRule(context))
        return confidentialCaller(context);
    Outcome<std::optional<Application>> application = ClientAuthenticator(context).identify();
    if (!application)
        return application.refusal();
    if (*application)
        return Caller {*std::move(application), {}};
    return bearerCaller(context);
}

/// RFC 7662 section 2.1: the caller is authorized. A public client's name is no authorization.
Outcome<IntrospectionEndpoint::Caller> IntrospectionEndpoint::confidentialCaller(Context &context) const
{
    Outcome<Application> application = ClientAuthenticator(context).require();
    if (!application)
        return application.refusal();
    if (!context.check("confidential client", "RFC 7662 2.1", application->confidential))
        return OAuthError {"invalid_client", {}, {}};
    return Caller {*std::move(application), {}};
}

Outcome<IntrospectionEndpoint::Caller> IntrospectionEndpoint::bearerCaller(Context &context) const
{
    const QString token = bearerTokenOf(context);
    if (!context.check("caller", "RFC 7662 2.1", !token.isEmpty()))
        return OAuthError {"invalid_request", {}, {}};
    Outcome<std::optional<TokenLookup>> bearer = usableToken(context, token);
    if (!bearer)
        return bearer.refusal();
    if (!*bearer)
        return OAuthError {"invalid_token", {}, {}};
    return Caller {{}, *std::move(bearer)};
}

/// Under SameClient an application sees its own tokens and those without a client; a bearer sees tokens of the same
/// client other than the one it shows, and is refused for all else.
Outcome<bool> IntrospectionEndpoint::mayAsk(Context &context, const Caller &caller,
                                            const std::optional<TokenLookup> &target) const
{
    if (!isSameClientRule(context))
        return true;
    const Id owner = target ? target->token.applicationId : 0;
    if (caller.application)
        return owner == 0 || owner == caller.application->id;
    const AccessToken &shown = caller.bearer->token;
    const bool allowed = target && owner == shown.applicationId && target->token.id != shown.id;
    if (!context.check("token of the bearer's client", "RFC 7662 2.1", allowed))
        return OAuthError {"invalid_token", {}, {}};
    return true;
}

} // namespace Gatehouse
