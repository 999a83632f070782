#include "server/tokens/tokenissuer.h"

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
    row.expiresIn = context.policy().accessTokenLifetime;
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
