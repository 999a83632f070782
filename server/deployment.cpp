#include "server/deployment.h"

#include <QHostInfo>
#include <QNetworkInterface>
#include <QUrl>

namespace Gatehouse {

namespace {

constexpr quint16 HttpPort = 80;
constexpr quint16 HttpsPort = 443;

quint16 defaultPortOf(const ServerSettings &settings)
{
    return settings.tls.isOn() ? HttpsPort : HttpPort;
}

/// The address as it stands in a URL.
QString hostOf(QHostAddress address)
{
    address.setScopeId({});
    const QString text = address.toString();
    return address.protocol() == QAbstractSocket::IPv6Protocol ? QLatin1Char('[') + text + QLatin1Char(']') : text;
}

QHostAddress reachable(const QHostAddress &address)
{
    if (address == QHostAddress(QHostAddress::AnyIPv6))
        return QHostAddress(QHostAddress::LocalHostIPv6);
    const bool isAny = address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4);
    return isAny ? QHostAddress(QHostAddress::LocalHost) : address;
}

QStringList namesOf(const QHostAddress &address)
{
    QStringList names = {QStringLiteral("127.0.0.1"), QStringLiteral("localhost"), QStringLiteral("[::1]"),
                         hostOf(reachable(address))};
    if (address.isLoopback())
        return names;
    names.append(QHostInfo::localHostName());
    for (const QHostAddress &own : QNetworkInterface::allAddresses())
        names.append(hostOf(own));
    return names;
}

/// The Host header's values for a host: the default port may be left out (RFC 9110 section 7.2).
QStringList forms(const QString &host, quint16 port, quint16 defaultPort)
{
    const QString full = host + QLatin1Char(':') + QString::number(port);
    return port == defaultPort ? QStringList {host, full} : QStringList {full};
}

QStringList formsOfIssuer(const QString &issuer)
{
    const QUrl url(issuer);
    if (url.host().isEmpty())
        return {};
    const QHostAddress address(url.host());
    const QString host = address.isNull() ? url.host(QUrl::FullyEncoded) : hostOf(address);
    const quint16 defaultPort = url.scheme() == QLatin1String("https") ? HttpsPort : HttpPort;
    return forms(host, quint16(url.port(defaultPort)), defaultPort);
}

} // namespace

QString issuerOf(const ServerSettings &settings, quint16 port)
{
    QString issuer = settings.issuer;
    while (issuer.endsWith(QLatin1Char('/')))
        issuer.chop(1);
    if (!issuer.isEmpty())
        return issuer;
    const QLatin1String scheme(settings.tls.isOn() ? "https://" : "http://");
    return scheme + forms(hostOf(reachable(settings.address)), port, defaultPortOf(settings)).first();
}

Deployment deploymentOf(const ServerSettings &settings, quint16 port)
{
    Deployment deployment;
    deployment.issuer = issuerOf(settings, port);
    deployment.recordExchanges = settings.recordExchanges;
    deployment.catalogues = settings.catalogues;
    for (const QString &name : namesOf(settings.address))
        deployment.hosts += forms(name, port, defaultPortOf(settings));
    deployment.hosts += formsOfIssuer(deployment.issuer);
    deployment.hosts.removeDuplicates();
    return deployment;
}

} // namespace Gatehouse
