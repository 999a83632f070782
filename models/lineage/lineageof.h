#pragma once

#include "models/lineage/lineage.h"
#include "models/result.h"

namespace Gatehouse {

class Store;

/// The lineage of a pair; nothing when it is gone. In the store's thread: a few SELECTs, each by an index.
Result<std::optional<Lineage>> lineageOf(Store &store, Id token);
/// The lineage of a code.
Result<std::optional<Lineage>> lineageOfCode(Store &store, Id grant);

} // namespace Gatehouse
