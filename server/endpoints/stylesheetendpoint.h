#pragma once

#include "server/endpoints/endpoint.h"

namespace Gatehouse {

class PageRenderer;

/// GET /assets/…: the style sheet and the mark of the pages, from the program itself and from nowhere else.
class StylesheetEndpoint : public Endpoint
{
public:
    explicit StylesheetEndpoint(PageRenderer &renderer)
        : m_renderer(renderer)
    { }

    const char *name() const override { return "assets"; }
    Response handle(Context &context) override;

private:
    PageRenderer &m_renderer;
};

} // namespace Gatehouse
