#include "server/checks/bearertoken.h"

#include "models/activity.h"
#include "models/store/store.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/message/basiccredentials.h"
#include "server/message/textdecoding.h"
#include "server/tokens/tokenissuer.h"

namespace Gatehouse {

QString bearerTokenOf(const Context &context)
{
    const QByteArray header = context.request.header("Authorization");
    const auto value = authorizationValue(header, "Bearer");
    const QString inHeader = value ? decodedUtf8(*value).value_or(QString()) : QString();
    if (!inHeader.isEmpty() || !context.policy().bearerInParameters)
        return inHeader;
    const QString parameter = context.parameters.value(u"access_token");
    return parameter.isEmpty() ? context.parameters.value(u"bearer_token") : parameter;
}

Outcome<std::optional<TokenLookup>> usableToken(Context &context, const QString &accessToken)
{
    const QString stored = storedToken(context.policy(), accessToken);
    Result<std::optional<TokenLookup>> found = context.store.tokens().findByToken(context.domain.id, stored);
    if (!found)
        return storeFault(found.error());
    const bool isAccessToken = *found && (*found)->token.token == stored;
    if (!context.check("access token known", "RFC 6750 3.1", isAccessToken))
        return std::optional<TokenLookup>();
    const bool isAlive = activityOf((*found)->access, context.now) == Activity::Active;
    if (!context.check("access token alive", "RFC 6750 3.1", isAlive))
        return std::optional<TokenLookup>();
    const Result<void> retired = retirePredecessor(context, (*found)->token);
    if (!retired)
        return storeFault(retired.error());
    return *std::move(found);
}

Result<void> retirePredecessor(Context &context, const AccessToken &token)
{
    if (token.previousRefreshToken.isEmpty() || token.parentId == 0)
        return {};
    const Result<std::optional<TokenLookup>> parent = context.store.tokens().find(token.parentId);
    if (!parent)
        return parent.error();
    if (!*parent || (*parent)->token.revokedAt != 0)
        return {};
    const Result<bool> revoked = context.store.tokens().revoke(token.parentId, context.now);
    if (!revoked)
        return revoked.error();
    return {};
}

} // namespace Gatehouse
