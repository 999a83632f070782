#pragma once

#include "models/records/types.h"

#include <QString>

namespace Gatehouse {

/// What a user allowed an application: user × application × resource, one row of consents.
struct Consent
{
    Id id = 0;
    Id domainId = 0;
    Id resourceOwnerId = 0;
    Id applicationId = 0;
    QString resource; ///< resource server; empty: the domain itself
    QString scopes;
    Timestamp createdAt = 0;
    Timestamp updatedAt = 0;
    Timestamp revokedAt = 0; ///< withdrawn
    Timestamp notBefore = 0; ///< tokens issued before this are inactive
    Id revocationId = 0; ///< the audit event that tells how it was withdrawn
};

} // namespace Gatehouse
