#pragma once

#include "server/endpoints/endpoint.h"

namespace Gatehouse {

class PageRenderer;

/// POST /logout: ends the browser's session.
class LogoutEndpoint : public Endpoint
{
public:
    explicit LogoutEndpoint(PageRenderer &renderer)
        : m_renderer(renderer)
    { }

    const char *name() const override { return "logout"; }
    Response handle(Context &context) override;

private:
    PageRenderer &m_renderer;
};

} // namespace Gatehouse
