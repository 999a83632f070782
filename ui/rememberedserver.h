#pragma once

#include "models/result.h"
#include "server/serversettings.h"

namespace Gatehouse {

class Store;

/// Where the server of this database listens, as chosen in the window: kept in the database's own settings. To be called in the
/// store's thread.
Result<void> rememberServer(Store &store, const ServerSettings &settings);
/// What was chosen, over `fallback`.
Result<ServerSettings> rememberedServer(Store &store, const ServerSettings &fallback);

} // namespace Gatehouse
