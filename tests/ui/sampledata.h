#pragma once

#include "models/records/exchange.h"
#include "models/result.h"

namespace Gatehouse {

class Store;

/// A world to be looked at: the demo's users and applications with codes and tokens in every state. To be called in the store's
/// thread.
Result<void> addSampleData(Store &store);
/// What the server might have answered within the last minutes, newest last.
QList<Exchange> sampleExchanges(Timestamp now);

} // namespace Gatehouse
