#pragma once

#include "models/result.h"

#include <functional>

namespace Gatehouse {

class Store;

/// What the configuration rules over the content of a database, as it stood when this was made. Applied in the store's thread.
using ContentRules = std::function<Result<void>(Store &)>;

} // namespace Gatehouse
