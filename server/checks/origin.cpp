#include "server/checks/origin.h"

#include "server/checks/hostheader.h"
#include "server/endpoints/context.h"

namespace Gatehouse {

bool isFromOwnPages(Context &context)
{
    const QByteArray own = ownOrigin(context.request, context.deployment);
    const QByteArray origin = context.request.header("origin");
    const QByteArray site = context.request.header("sec-fetch-site");
    const bool sameOrigin = origin.isEmpty() || origin == own;
    const bool sameSite = site.isEmpty() || site == "same-origin" || site == "none";
    return context.check("origin", "RFC 9700 2.6", sameOrigin, QString::fromLatin1(own), QString::fromUtf8(origin))
        && context.check("sec-fetch-site", "RFC 9700 2.6", sameSite, QStringLiteral("same-origin"),
                         QString::fromUtf8(site));
}

} // namespace Gatehouse
