#pragma once

#include "server/message/request.h"

namespace Gatehouse {

/// The method a request means. HEAD is answered as GET, without the body. A browser's form can only GET and POST: the field
/// `_method` of a form that is posted names another one, as Rails has it; in the address it means nothing.
Method intendedMethod(const Request &request);

} // namespace Gatehouse
