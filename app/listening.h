#pragma once

#include "models/result.h"
#include "server/serversettings.h"

namespace Gatehouse {

/// Whether the address could be listened on just now, tried before anything is written. Error::Conflict: the port is in use;
/// Error::Unavailable: not permitted, or not an address of this machine. The sentence says what to do.
Result<void> checkListening(const ServerSettings &settings);

} // namespace Gatehouse
