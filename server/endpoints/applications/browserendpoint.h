#pragma once

#include "server/endpoints/endpoint.h"
#include "server/pages/notices.h"

namespace Gatehouse {

class PageRenderer;
class Visitor;

/// What the routes for people have in common: the request can be read, what changes something comes from a form of ours,
/// the browser is known.
class BrowserEndpoint : public Endpoint
{
public:
    BrowserEndpoint(PageRenderer &renderer, Notices &notices)
        : m_renderer(renderer)
        , m_notices(notices)
    { }

    Response handle(Context &context) final;

protected:
    virtual Response answer(Context &context, const Visitor &visitor) = 0;

    PageRenderer &renderer() { return m_renderer; }
    /// Sends the browser on to `path`, where it is told what has happened.
    Response goOn(Context &context, const Visitor &visitor, const QByteArray &path, Notices::Notice notice);
    std::optional<Notices::Notice> takeNotice(Context &context, const Visitor &visitor);
    /// To the login page, and from there to what was asked for, or to `list` when that was not to be shown.
    Response sendToLogin(Context &context, const QByteArray &list);

private:
    Response handleFor(Context &context, const Visitor &visitor);

    PageRenderer &m_renderer;
    Notices &m_notices;
};

} // namespace Gatehouse
