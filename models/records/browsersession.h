#pragma once

#include "models/records/types.h"

#include <QString>

namespace Gatehouse {

/// A signed-in browser, one row of browser_sessions. The cookie's value is stored as a digest only.
struct BrowserSession
{
    Id id = 0;
    Id domainId = 0;
    Id userId = 0;
    QString token; ///< digest of the cookie's value
    Timestamp createdAt = 0;
    Timestamp expiresAt = 0;
    Timestamp endedAt = 0;
};

} // namespace Gatehouse
