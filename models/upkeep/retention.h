#pragma once

#include "models/records/types.h"
#include "models/result.h"

namespace Gatehouse {

class Store;

/// How long a database keeps what is over, and how often it looks. Part of its settings.
struct Retention
{
    int everyHours = 24; ///< between two purges; 0: none by schedule
    int endedDays = 30; ///< tokens, codes, families, consents and sessions, counted from their end
    int eventDays = 365; ///< events of the audit trail, counted from when they happened; 0: for ever

    friend bool operator==(const Retention &, const Retention &) = default;

    /// What the settings say; in the store's thread.
    static Result<Retention> read(Store &store);
    /// Writes it into the settings; in the store's thread.
    Result<void> write(Store &store) const;
};

/// What a purge goes by: the retention, seen from one moment.
struct PurgeLimits
{
    Timestamp ended = 0; ///< what ended at or before it may go
    Timestamp events = 0; ///< likewise events; 0: none

    static PurgeLimits of(const Retention &retention, Timestamp now);
};

} // namespace Gatehouse
