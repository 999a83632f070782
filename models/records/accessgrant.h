#pragma once

#include "models/records/types.h"

#include <QString>

namespace Gatehouse {

/// An authorization code (RFC 6749 section 4.1), one row of oauth_access_grants.
struct AccessGrant
{
    Id id = 0;
    Id domainId = 0;
    Id applicationId = 0;
    Id resourceOwnerId = 0;
    Id consentId = 0;
    Id exchangeId = 0; ///< the exchange that issued it
    QString token; ///< the code as stored: a digest, or plain where the domain says so
    Seconds expiresIn = 0;
    QString redirectUri;
    QString scopes;
    QString codeChallenge; ///< RFC 7636; empty: none was sent
    QString codeChallengeMethod; ///< "S256" or "plain"
    Timestamp createdAt = 0;
    Timestamp expiresAt = 0;
    Timestamp revokedAt = 0; ///< redeemed or revoked
    Id sessionId = 0; ///< the browser session it was given in
    Id revocationId = 0; ///< the audit event that tells how it ended, unless it was redeemed
    Timestamp replayedAt = 0; ///< presented again after it was redeemed
};

} // namespace Gatehouse
