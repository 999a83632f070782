#include "server/pages/returnpath.h"

#include "server/checks/hostheader.h"
#include "server/endpoints/context.h"
#include "server/pages/cookies.h"
#include "server/pages/pagerenderer.h"

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr char ReturnCookie[] = "gatehouse_return";
/// Browsers drop cookies above 4,096 bytes with name and attributes.
constexpr qsizetype MaxCookie = 3500;

/// One slash and then plain characters: nothing that a browser could read as another host.
bool isOwnPath(const QByteArray &path)
{
    const auto isPlain = [](char c) { return c > ' ' && c < '\x7f' && c != '\\'; };
    return path.startsWith('/') && !path.startsWith("//") && std::all_of(path.begin(), path.end(), isPlain);
}

bool keepsPathInCookie(const Context &context, const QByteArray &path)
{
    return context.policy().returnPathInCookie && path.size() <= MaxCookie;
}

} // namespace

QByteArray loginPath(const QByteArray &path)
{
    return "/login?return_to=" + path.toPercentEncoding();
}

Response redirectToLogin(Context &context, PageRenderer &renderer, const QByteArray &path)
{
    if (!keepsPathInCookie(context, path))
        return redirectToPath(context, renderer, loginPath(path));
    Response response = redirectToPath(context, renderer, QByteArrayLiteral("/login"));
    setCookie(context, response, ReturnCookie, path.toPercentEncoding());
    return response;
}

QByteArray returnPathOf(const Context &context)
{
    QByteArray path = context.parameters.value(u"return_to").toUtf8();
    if (path.isEmpty())
        path = QByteArray::fromPercentEncoding(cookieValue(context.request, ReturnCookie));
    return isOwnPath(path) ? path : QByteArrayLiteral("/");
}

Response redirectToPath(Context &context, PageRenderer &renderer, const QByteArray &path)
{
    return renderer.redirect(ownOrigin(context.request, context.deployment) + context.basePath().toLatin1() + path);
}

} // namespace Gatehouse
