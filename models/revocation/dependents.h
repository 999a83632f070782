#pragma once

#include "models/records/types.h"
#include "models/result.h"

namespace Gatehouse {

class Store;

/// What is deleted along with an application or a user.
struct Dependents
{
    qint64 grants = 0;
    qint64 tokens = 0;
    qint64 consents = 0;
};

/// To be called in the store's thread.
Result<Dependents> dependentsOfApplication(Store &store, Id application);
Result<Dependents> dependentsOfUser(Store &store, Id user);

} // namespace Gatehouse
