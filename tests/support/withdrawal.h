#pragma once

#include "models/records/types.h"

namespace Gatehouse {

class Store;

/// Marks a consent as withdrawn and nothing else: what stands on it is left as it is. In the store's thread.
void withdrawConsent(Store &store, Id consent, Timestamp now);

} // namespace Gatehouse
