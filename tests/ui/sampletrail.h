#pragma once

#include "models/records/types.h"

#include <QString>

namespace Gatehouse {

class Store;

/// A login, a code, and a pair that was refreshed three times.
struct SampleFamily
{
    Id id = 0;
    Id pair = 0; ///< the second
};

SampleFamily addSampleFamily(Store &store);
/// An audit trail with events of every sort. One ends half of a pair of the family, one tells that a refresh token of it came again.
void addSampleTrail(Store &store, const SampleFamily &family);

} // namespace Gatehouse
