#include "server/checks/hostheader.h"

#include "server/authserver.h"
#include "server/message/request.h"

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
    return !host.isEmpty() && deployment.hosts.contains(QString::fromLatin1(host), Qt::CaseInsensitive);
}

QByteArray ownOrigin(const Request &request, const Deployment &deployment)
{
    const QByteArray host = request.header("host").toLower();
    const QByteArray issuer = issuerOrigin(deployment.issuer).toLower();
    if (issuer.endsWith(QByteArray("://" + host)))
        return issuer;
    return (request.secure ? "https://" : "http://") + host;
}

bool isSecureOrigin(const Request &request, const Deployment &deployment)
{
    return ownOrigin(request, deployment).startsWith("https://");
}

} // namespace Gatehouse
