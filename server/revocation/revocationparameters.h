#pragma once

#include "server/message/oautherror.h"
#include "server/message/parameters.h"

namespace Gatehouse {

struct Context;

/// Whether the body is of one of the two types of forms (revocation.md section 5.2, step 1).
bool hasFormBody(const Request &request);

/// The body's parameters without blanks and line breaks around them, empty ones left out (step 2): credentials, tokens and
/// levels in the address are refused, and what is repeated.
Outcome<Parameters> readFormParameters(Context &context);

/// The same values trimmed, wherever Doorkeeper takes them from.
Parameters trimmed(const Parameters &parameters);

} // namespace Gatehouse
