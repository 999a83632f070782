#pragma once

#include "server/endpoints/endpoint.h"

namespace Gatehouse {

class PageRenderer;

/// GET /oauth/authorize/native?code= and, where the policy puts the code into the path, GET /oauth/authorize/:code: shows
/// an out-of-band client's code for copying (RFC 6749 4.1.2 by hand).
class NativeCodeEndpoint : public Endpoint
{
public:
    explicit NativeCodeEndpoint(PageRenderer &renderer)
        : m_renderer(renderer)
    { }

    const char *name() const override { return "native code"; }
    Response handle(Context &context) override;

private:
    Response handleFor(Context &context, const class Visitor &visitor);

    PageRenderer &m_renderer;
};

} // namespace Gatehouse
