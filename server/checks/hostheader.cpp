#include "server/checks/hostheader.h"

#include "server/authserver.h"
#include "server/message/request.h"

#include <algorithm>

namespace Gatehouse {

namespace {

/// The issuer without its path.
QByteArray issuerOrigin(const QString &issuer)
{
    const qsizetype mark = issuer.indexOf(QLatin1String("://"));
    const qsizetype slash = issuer.indexOf(u'/', mark + 3);
    return issuer.left(slash).toUtf8();
}

} // namespace

bool isServedHost(const Request &request, const Deployment &deployment)
{
    const QByteArray host = request.header("host");
    const QLatin1String name(host);
    return !host.isEmpty() && std::any_of(deployment.hosts.begin(), deployment.hosts.end(), [&](const QString &served) {
        return served.size() == name.size() && served.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray ownOrigin(const Request &request, const Deployment &deployment)
{
    const QByteArray host = request.header("host").toLower();
    const QByteArray secure = "https://" + host;
    // A proxy in front may have ended TLS: then the issuer knows.
    const bool isSecure = request.secure || issuerOrigin(deployment.issuer).toLower() == secure;
    return isSecure ? secure : "http://" + host;
}

bool isSecureOrigin(const Request &request, const Deployment &deployment)
{
    return ownOrigin(request, deployment).startsWith("https://");
}

} // namespace Gatehouse
