#pragma once

#include "models/records/types.h"

#include <QString>

namespace Gatehouse {

/// A key that tokens are signed with, one row of signing_keys. The private part is stored wrapped.
struct SigningKey
{
    Id id = 0;
    Id domainId = 0;
    QString kid;
    QString algorithm; ///< RFC 7518 name, for instance "ES256"
    QString status; ///< "next", "active", "retiring", "retired"
    QString publicJwk;
    QString wrappedPrivateKey;
    Timestamp createdAt = 0;
    Timestamp activatedAt = 0;
    Timestamp retiredAt = 0;
};

} // namespace Gatehouse
