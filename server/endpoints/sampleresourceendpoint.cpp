#include "server/endpoints/sampleresourceendpoint.h"

#include "models/activity.h"
#include "models/jsonwriter.h"
#include "models/store/store.h"
#include "models/store/tokenstore.h"
#include "server/checks/bearertoken.h"
#include "server/checks/scope.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/tokens/tokenissuer.h"

#include <algorithm>

namespace Gatehouse {

namespace {

/// Doorkeeper's guard says why, where the RFC has one text for all.
OAuthError refusedToken(const Context &context, Activity activity)
{
    QString reason;
    if (speaksDoorkeeper(context) && activity == Activity::Expired)
        reason = QStringLiteral("The access token expired");
    else if (speaksDoorkeeper(context) && activity == Activity::Revoked)
        reason = QStringLiteral("The access token was revoked");
    return {"invalid_token", reason, {}, 401};
}

/// RFC 6750 section 3.1: a request that shows no token hears nothing but the challenge.
OAuthError absentToken(const Context &context)
{
    return {speaksDoorkeeper(context) ? QByteArray("invalid_token") : QByteArray(), {}, {}, 401};
}

OAuthError insufficientScope()
{
    return {"insufficient_scope", QStringLiteral("The access token's scope is not enough for this."), {}, 403};
}

/// Doorkeeper's guard answers with headers alone.
Response refusedAccess(Context &context, const OAuthError &error)
{
    Response response = errorResponse(context, error);
    if (speaksDoorkeeper(context)) {
        response.setHeader("Content-Type", "text/html");
        response.body.clear();
    }
    return response;
}

Response opened(const AccessToken &token)
{
    JsonWriter answer;
    if (token.resourceOwnerId != 0)
        answer.add("user", token.resourceOwnerId);
    else
        answer.addNull("user");
    answer.add("scopes", scopeList(token.scopes));
    return Response::json(200, std::move(answer));
}

} // namespace

bool SampleResourceEndpoint::isOffered(const Policy &policy) const
{
    return policy.sampleResource;
}

Response SampleResourceEndpoint::handle(Context &context)
{
    const Outcome<TokenLookup> lookup = admitted(context);
    return lookup ? opened(lookup->token) : refusedAccess(context, lookup.refusal().error);
}

Outcome<TokenLookup> SampleResourceEndpoint::admitted(Context &context) const
{
    const QString token = bearerTokenOf(context);
    if (!context.check("access token sent", "RFC 6750 2", !token.isEmpty()))
        return absentToken(context);
    const QString stored = storedToken(context.policy(), token);
    const Result<std::optional<TokenLookup>> found = context.store.tokens().findByToken(context.domain.id, stored);
    if (!found)
        return storeFault(found.error());
    const bool isAccessToken = *found && (*found)->token.token == stored;
    if (!context.check("access token known", "RFC 6750 3.1", isAccessToken))
        return refusedToken(context, Activity::Active);
    const Activity activity = activityOf((*found)->access, context.now);
    if (!context.check("access token alive", "RFC 6750 3.1", activity == Activity::Active))
        return refusedToken(context, activity);
    const Result<void> retired = retirePredecessor(context, (*found)->token);
    if (!retired)
        return storeFault(retired.error());
    const bool isEnough = suffices(context.policy(), scopeList((*found)->token.scopes));
    if (!context.check("scope of the access token", "RFC 6750 3.1", isEnough, m_scope, (*found)->token.scopes))
        return insufficientScope();
    return **found;
}

bool SampleResourceEndpoint::suffices(const Policy &policy, const QStringList &scopes) const
{
    const QStringList any = m_scope.isEmpty() ? policy.defaultScopes : QStringList {m_scope};
    return std::any_of(any.begin(), any.end(), [&scopes](const QString &scope) { return scopes.contains(scope); });
}

} // namespace Gatehouse
