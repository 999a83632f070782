#pragma once

#include "server/endpoints/endpoint.h"

namespace Gatehouse {

class PageRenderer;

/// GET /: a page that says what this server is.
class HomeEndpoint : public Endpoint
{
public:
    explicit HomeEndpoint(PageRenderer &renderer)
        : m_renderer(renderer)
    { }

    const char *name() const override { return "home"; }
    Response handle(Context &context) override;

private:
    PageRenderer &m_renderer;
};

} // namespace Gatehouse
