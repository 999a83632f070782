#pragma once

#include "server/message/response.h"

namespace Gatehouse {

struct Context;
struct Policy;

/// One path of the server. Its .cpp reads as the list of its checks in the order of the specification.
class Endpoint
{
public:
    virtual ~Endpoint() = default;
    /// The name exchanges are recorded under, for instance "token".
    virtual const char *name() const = 0;
    /// Whether the policy has the path at all; where it has not, there is nothing at this address.
    virtual bool isOffered(const Policy &) const { return true; }
    /// Whether pages of other origins, where they are allowed, may read its answers (Fetch, "CORS protocol").
    virtual bool sharesAcrossOrigins() const { return false; }
    /// Answers one request; methods that are not served were refused before.
    virtual Response handle(Context &context) = 0;
};

} // namespace Gatehouse
