#include "server/grants/refreshtokengrant.h"

#include "models/activity.h"
#include "models/store/familystore.h"
#include "models/store/store.h"
#include "server/atomically.h"
#include "server/audittrail.h"
#include "server/checks/scope.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

namespace {

using Rotation = Policy::RefreshRotation;

/// RFC 9700 section 4.14.2: a refresh token that was rotated out and comes back was stolen, before or after. Nobody can
/// tell by whom, so the whole family ends. Yields how many pairs.
Outcome<qint64> endFamily(Context &context, const AccessToken &token)
{
    const Result<qint64> ended = context.store.families().end(token.familyId, QStringLiteral("reuse"), context.now);
    if (!ended)
        return storeFault(ended.error());
    const Result<void> told = AuditTrail(context).note("token.reuse_detected", "family", token.familyId,
                                                       {{QStringLiteral("pairs"), *ended}});
    if (!told)
        return storeFault(told.error());
    return *ended;
}

Refusal refuseReuse(Context &context, const AccessToken &token)
{
    const Outcome<qint64> ended = atomically(context, [&] { return endFamily(context, token); });
    return ended ? Refusal(invalidGrant()) : ended.refusal();
}

/// Held again under the write lock: another process may have ended the family since the token was read.
Outcome<bool> isStillAlive(Context &context, const AccessToken &old)
{
    const Result<std::optional<TokenLookup>> found = context.store.tokens().find(old.id);
    if (!found)
        return storeFault(found.error());
    return *found && activityOf((*found)->refresh, context.now) == Activity::Active;
}

/// Ends the old pair as far as the policy wants it ended now. False when somebody else was first.
Result<bool> retire(Context &context, const AccessToken &old)
{
    TokenStore &tokens = context.store.tokens();
    switch (context.policy().refreshRotation) {
    case Rotation::Once:
        return tokens.useRefreshToken(old.id, context.now);
    case Rotation::Immediate:
        return tokens.revoke(old.id, context.now);
    case Rotation::UntilUsed:
        break;
    }
    return true;
}

/// Doorkeeper looks at the token first: one that is not alive is refused as that, whoever shows it.
Refusal refusalOfClient(Context &context, const QString &value, const Refusal &refusal)
{
    if (refusal.slowCheck || !speaksDoorkeeper(context))
        return refusal;
    const Result<std::optional<TokenLookup>> found
        = context.store.tokens().findByRefreshToken(context.domain.id, storedToken(context.policy(), value));
    if (!found)
        return storeFault(found.error());
    const bool isAlive = *found && activityOf((*found)->refresh, context.now) == Activity::Active;
    return isAlive ? refusal : Refusal(invalidGrant());
}

TokenOrder successor(const Policy &policy, const AccessToken &old, const QString &scopes)
{
    TokenOrder order;
    order.row.applicationId = old.applicationId;
    order.row.resourceOwnerId = old.resourceOwnerId;
    order.row.scopes = scopes;
    order.row.grantId = old.grantId;
    order.row.familyId = old.familyId;
    order.row.parentId = old.id;
    order.row.consentId = old.consentId;
    order.row.refreshExpiresAt = old.refreshExpiresAt;
    if (policy.refreshRotation == Rotation::UntilUsed)
        order.row.previousRefreshToken = old.refreshToken;
    order.withRefreshToken = true;
    return order;
}

} // namespace

QString RefreshTokenGrant::type() const
{
    return QStringLiteral("refresh_token");
}

Outcome<IssuedToken> RefreshTokenGrant::issue(Context &context) const
{
    const QString value = context.parameters.value(u"refresh_token");
    if (!context.check("refresh_token sent", "RFC 6749 6", !value.isEmpty()))
        return missingParameter(context.policy(), "refresh_token");
    const Outcome<std::optional<Application>> application = optionalClient(context);
    if (!application)
        return refusalOfClient(context, value, application.refusal());
    const Result<std::optional<TokenLookup>> found
        = context.store.tokens().findByRefreshToken(context.domain.id, storedToken(context.policy(), value));
    if (!found)
        return storeFault(found.error());
    if (!context.check("refresh token known", "RFC 6749 5.2", found->has_value()))
        return invalidGrant();
    const TokenLookup &lookup = **found;
    context.exchange.familyId = lookup.token.familyId;
    const Id asker = *application ? (*application)->id : 0;
    if (!context.check("refresh token of this client", "RFC 6749 6", lookup.token.applicationId == asker))
        return invalidGrant();
    const Activity activity = activityOf(lookup.refresh, context.now);
    if (!context.check("refresh token unused", "RFC 9700 4.14.2", activity != Activity::RotatedOut))
        return refuseReuse(context, lookup.token);
    if (!context.check("refresh token alive", "RFC 6749 6", activity == Activity::Active))
        return invalidGrant();
    const Outcome<QString> scopes = narrowedScopes(context, lookup.token.scopes, context.parameters.value(u"scope"));
    if (!scopes)
        return scopes.refusal();
    return rotate(context, lookup.token, *scopes);
}

Outcome<IssuedToken> RefreshTokenGrant::rotate(Context &context, const AccessToken &old, const QString &scopes) const
{
    TokenOrder order = successor(context.policy(), old, scopes);
    order.row.grantType = type();
    return atomically(context, [&]() -> Outcome<IssuedToken> {
        const Outcome<bool> alive = isStillAlive(context, old);
        if (!alive)
            return alive.refusal();
        if (!context.check("refresh token still alive", "RFC 6749 6", *alive))
            return invalidGrant();
        const Result<bool> first = retire(context, old);
        if (!first)
            return storeFault(first.error());
        if (!context.check("refresh token rotated once", "RFC 9700 4.14.2", *first))
            return invalidGrant();
        return issued(context, std::move(order));
    });
}

} // namespace Gatehouse
