#pragma once

namespace Gatehouse {

/// Prepares libsodium for this process, once. Thread-safe; call it before anything else of that library.
void ensureSodium();

} // namespace Gatehouse
