#pragma once

#include "server/message/response.h"

namespace Gatehouse {

struct Context;

/// One path of the server. Its .cpp reads as the list of its checks in the order of the specification.
class Endpoint
{
public:
    virtual ~Endpoint() = default;
    /// The name exchanges are recorded under, for instance "token".
    virtual const char *name() const = 0;
    /// Answers one request; methods that are not served were refused before.
    virtual Response handle(Context &context) = 0;
};

} // namespace Gatehouse
