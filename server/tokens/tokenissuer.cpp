#include "server/tokens/tokenissuer.h"

#include "models/activity.h"
#include "models/records/tokenfamily.h"
#include "models/secrets/digest.h"
#include "models/secrets/random.h"
#include "models/store/familystore.h"
#include "models/store/store.h"
#include "models/store/tokenstore.h"
#include "server/checks/granttype.h"
#include "server/endpoints/context.h"

namespace Gatehouse {

namespace {

Timestamp after(Timestamp now, Seconds lifetime)
{
    return lifetime > 0 ? now + lifetime * 1000 : 0;
}

Result<Id> beginFamily(Context &context, const AccessToken &row)
{
    TokenFamily family;
    family.domainId = row.domainId;
    family.applicationId = row.applicationId;
    family.resourceOwnerId = row.resourceOwnerId;
    family.grantId = row.grantId;
    family.consentId = row.consentId;
    family.createdAt = row.createdAt;
    const Result<TokenFamily> inserted = context.store.families().insert(family);
    if (!inserted)
        return inserted.error();
    return inserted->id;
}

void stamp(const Context &context, AccessToken &row)
{
    row.domainId = context.domain.id;
    row.createdAt = context.now;
    row.expiresIn = context.policy().lifetimeOf(row.grantType);
    row.expiresAt = after(context.now, row.expiresIn);
    row.exchangeId = context.exchange.id;
}

/// A refresh token's end is absolute: rotation inherits it (RFC 9700 section 4.14.2).
Result<void> addRefreshToken(Context &context, IssuedToken &issued)
{
    const Policy &policy = context.policy();
    issued.refreshToken = randomToken(policy.tokenAlphabet);
    issued.row.refreshToken = storedToken(policy, issued.refreshToken);
    if (issued.row.familyId != 0)
        return {};
    issued.row.refreshExpiresAt = after(context.now, policy.refreshTokenLifetime);
    const Result<Id> family = beginFamily(context, issued.row);
    if (!family)
        return family.error();
    issued.row.familyId = *family;
    return {};
}

/// A token can be given again only where it is stored readable.
bool mayReuse(const Policy &policy, const TokenOrder &order)
{
    return policy.reuseAccessTokens && policy.plainStorage && order.row.parentId == 0;
}

/// The living token that stands for a new one, with what is left of its lifetime.
Result<std::optional<IssuedToken>> reusedToken(Context &context, const AccessToken &wanted)
{
    const Result<std::optional<TokenLookup>> found
        = context.store.tokens().findLiving(wanted.applicationId, wanted.resourceOwnerId, wanted.scopes, context.now);
    if (!found)
        return found.error();
    if (!*found || activityOf((*found)->access, context.now) != Activity::Active)
        return std::optional<IssuedToken>();
    AccessToken row = (*found)->token;
    if (row.expiresAt != 0)
        row.expiresIn = (row.expiresAt - context.now) / 1000;
    return std::optional(IssuedToken {row.token, row.refreshToken, row});
}

} // namespace

QString storedToken(const Policy &policy, const QString &value)
{
    return policy.plainStorage ? value : sha256Hex(value);
}

bool givesRefreshToken(const Policy &policy, const Application *application)
{
    return policy.refreshTokens && isGrantTypeAllowed(policy, application, QStringLiteral("refresh_token"));
}

Result<IssuedToken> issueToken(Context &context, TokenOrder order)
{
    if (mayReuse(context.policy(), order)) {
        const Result<std::optional<IssuedToken>> reused = reusedToken(context, order.row);
        if (!reused)
            return reused.error();
        if (*reused)
            return **reused;
    }
    IssuedToken issued {randomToken(context.policy().tokenAlphabet), {}, std::move(order.row)};
    stamp(context, issued.row);
    issued.row.token = storedToken(context.policy(), issued.accessToken);
    if (order.withRefreshToken) {
        const Result<void> added = addRefreshToken(context, issued);
        if (!added)
            return added.error();
    }
    Result<AccessToken> inserted = context.store.tokens().insert(std::move(issued.row));
    if (!inserted)
        return inserted.error();
    issued.row = *std::move(inserted);
    context.exchange.familyId = issued.row.familyId;
    context.exchange.grantId = issued.row.grantId;
    return issued;
}

} // namespace Gatehouse
