#pragma once

#include "models/lineage/lineage.h"
#include "models/result.h"
#include "models/store/connection.h"

namespace Gatehouse {

/// The SELECTs behind lineageOf().
class LineageReader
{
public:
    LineageReader(Connection &connection, Timestamp now);

    /// What a pair belongs to; 0 where it does not.
    struct Origin
    {
        Id family = 0;
        Id grant = 0;
        Id session = 0;
    };

    Result<std::optional<Origin>> originOf(Id token);
    Result<void> readFamily(Id family, Lineage &lineage);
    /// The family that a code gave; 0: none.
    Result<Id> familyOf(Id grant);
    Result<void> readLogin(Id session, Lineage &lineage);
    /// Answers the session in which the code was given.
    Result<Id> readCode(Id grant, Lineage &lineage);
    /// The pairs of the family, of the code, and `token` itself.
    Result<void> readPairs(Id family, Id grant, Id token, Lineage &lineage);
    Result<void> readMisuses(Id family, Id grant, Lineage &lineage);

private:
    Connection &m_connection;
    const Timestamp m_now;
};

} // namespace Gatehouse
