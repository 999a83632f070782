#pragma once

#include "models/records/types.h"

#include <QString>

namespace Gatehouse {

/// A resource owner (RFC 6749 section 1.1), one row of users.
struct User
{
    Id id = 0;
    Id domainId = 0;
    QString email; ///< the login name, compared caselessly
    QString name; ///< shown to people; may be empty
    QString passwordDigest; ///< Argon2id string; empty: cannot sign in
    bool admin = false;
    bool enabled = true;
    Timestamp notBefore = 0;
    Timestamp createdAt = 0;
    Timestamp updatedAt = 0;
};

} // namespace Gatehouse
