#pragma once

#include "server/message/oautherror.h"

#include <optional>

namespace Gatehouse {

struct Context;

/// The rules every request with parameters is held against first (RFC 6749 sections 3.1 and 3.2): it can be read, and
/// nothing comes twice. The first fault.
std::optional<OAuthError> parameterFault(Context &context);

/// The rules every request to the token endpoints is held against first (RFC 6749 sections 2.3.1 and 3.2): it can be
/// read, nothing comes twice, and no secret stands in the address (not asked of Doorkeeper's callers). The first fault.
std::optional<OAuthError> shapeFault(Context &context);

} // namespace Gatehouse
