#pragma once

#include "models/records/types.h"

#include <QString>

namespace Gatehouse {

/// An access token and the refresh token issued with it, one row of oauth_access_tokens.
/// Doorkeeper's shape: revoked_at ends the pair. The two halves can also end alone.
struct AccessToken
{
    Id id = 0;
    Id domainId = 0;
    Id applicationId = 0; ///< 0: issued without a client (wiki dialect)
    Id resourceOwnerId = 0; ///< 0: client credentials
    QString token; ///< the access token as stored
    QString refreshToken; ///< as stored; empty: none
    QString previousRefreshToken; ///< as stored: the one this pair was refreshed with
    QString scopes;
    QString grantType; ///< the grant_type it came from
    Seconds expiresIn = 0; ///< of the access token
    Timestamp createdAt = 0;
    Timestamp expiresAt = 0; ///< of the access token; 0: never
    Timestamp refreshExpiresAt = 0; ///< 0: never
    Timestamp revokedAt = 0; ///< the pair
    Timestamp accessRevokedAt = 0; ///< the access token alone
    Timestamp refreshRevokedAt = 0; ///< the refresh token alone
    Timestamp refreshUsedAt = 0; ///< the refresh token was rotated out
    Id grantId = 0; ///< the code it was redeemed from
    Id familyId = 0; ///< the refresh token family
    Id parentId = 0; ///< the pair it was refreshed from
    Id consentId = 0;
    Id exchangeId = 0; ///< the exchange that issued it
    Id sessionId = 0; ///< the browser session of an implicit token; a code knows its own
    Id revocationId = 0; ///< the audit event that tells how it ended
};

} // namespace Gatehouse
