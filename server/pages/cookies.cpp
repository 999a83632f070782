#include "server/pages/cookies.h"

#include "server/checks/hostheader.h"
#include "server/endpoints/context.h"
#include "server/message/response.h"

namespace Gatehouse {

QByteArray cookieValue(const Request &request, QByteArrayView name)
{
    const QList<QByteArray> pairs = request.header("cookie").split(';');
    for (const QByteArray &pair : pairs) {
        const QByteArray cookie = pair.trimmed();
        if (cookie.size() > name.size() && cookie.startsWith(name) && cookie.at(name.size()) == '=')
            return cookie.mid(name.size() + 1);
    }
    return {};
}

void setCookie(const Context &context, Response &response, const QByteArray &name, const QByteArray &value)
{
    // A domain's cookies stay under its path, so that one browser can be signed in to several.
    const QByteArray base = context.basePath().toLatin1();
    QByteArray cookie = name + '=' + value + "; Path=" + (base.isEmpty() ? "/" : base) + "; HttpOnly; SameSite=Lax";
    if (value.isEmpty())
        cookie += "; Max-Age=0";
    if (isSecureOrigin(context.request, context.deployment))
        cookie += "; Secure";
    response.headers.append({QByteArrayLiteral("Set-Cookie"), cookie});
}

} // namespace Gatehouse
