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
    /// Brings the database to schema `to`. Error::TooNew when another process has gone beyond newest() meanwhile.
    static Result<void> run(Connection &connection, Timestamp now, int to = newest());
};

} // namespace Gatehouse
