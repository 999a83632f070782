#pragma once

#include "models/records/types.h"
#include "models/result.h"

namespace Gatehouse {

class Connection;

/// The numbered SQL files in :/sql, each applied in a transaction of its own, in order, once.
class Migrations
{
public:
    /// The schema this program knows.
    static int newest();
    /// Brings the database to newest(). Error::TooNew when another process has gone further meanwhile.
    static Result<void> run(Connection &connection, Timestamp now);
};

} // namespace Gatehouse
