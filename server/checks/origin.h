#pragma once

namespace Gatehouse {

struct Context;

/// Whether the request may change something as far as the browser tells where it comes from: no Origin but our own, and no
/// Sec-Fetch-Site but same-origin or none (RFC 9700 2.6, security.md section 3). Programs that are no browsers send neither.
bool isFromOwnPages(Context &context);

} // namespace Gatehouse
