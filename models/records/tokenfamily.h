#pragma once

#include "models/records/types.h"

#include <QString>

namespace Gatehouse {

/// A refresh token and all its rotations (RFC 9700 section 4.14.2), one row of token_families.
struct TokenFamily
{
    Id id = 0;
    Id domainId = 0;
    Id applicationId = 0;
    Id resourceOwnerId = 0;
    Id grantId = 0;
    Id consentId = 0;
    Timestamp createdAt = 0;
    Timestamp endedAt = 0;
    Id revocationId = 0; ///< the audit event that tells how it ended
    QString endReason; ///< "revoked", "reuse", "code_replay"
};

} // namespace Gatehouse
