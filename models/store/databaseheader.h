#pragma once

#include "models/result.h"
#include "models/store/databaseurl.h"

namespace Gatehouse {

/// What a database file says about itself. Reading it changes nothing and makes no file beside it.
struct DatabaseHeader
{
    bool empty = false; ///< nothing in it yet
    quint32 applicationId = 0;
    int schemaVersion = 0;

    /// Error::Invalid when the file is no database.
    static Result<DatabaseHeader> read(const DatabaseUrl &url);
};

} // namespace Gatehouse
