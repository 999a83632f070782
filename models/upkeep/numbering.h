#pragma once

#include "models/result.h"

namespace Gatehouse {

class Connection;

/// Lets the tables of `copy` go on with numbers above those that `live` has given, so that none is given twice: resource servers know users
/// by theirs, and views take what is new for what has the highest. A `live` that is damaged there is no obstacle.
Result<void> continueNumbering(Connection &live, Connection &copy);

} // namespace Gatehouse
