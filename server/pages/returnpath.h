#pragma once

#include "server/message/response.h"

namespace Gatehouse {

class PageRenderer;
struct Context;

/// The way to the login page and back. The path to come back to stands in the address (`return_to`); under Doorkeeper's
/// wording, which has a bare /login, in a cookie.
Response redirectToLogin(Context &context, PageRenderer &renderer, const QByteArray &path);

/// Where the login page was asked to lead: a path of this server, "/" when it was not told or told anything else.
QByteArray returnPathOf(const Context &context);

/// The login page's address that leads back to `path`.
QByteArray loginPath(const QByteArray &path);

/// On with `path`, which is one of this server.
Response redirectToPath(Context &context, PageRenderer &renderer, const QByteArray &path);

} // namespace Gatehouse
