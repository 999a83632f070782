#include "server/checks/redirecturi.h"

#include "models/records/application.h"

#include <QSet>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace Gatehouse {

namespace {

using Pairs = QList<QPair<QString, QString>>;

/// An http or https address taken apart at its separators and nothing more: no decoding, no normalisation.
struct HttpAddress
{
    QStringView scheme;
    QStringView host;
    QStringView port; ///< digits; empty: none was written
    QStringView path;
    QStringView query;
};

bool isPort(QStringView text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return !text.isEmpty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), isDigit) && text.toInt() > 0
        && text.toInt() <= 65535;
}

/// Printable ASCII without what parsers disagree about.
bool isPlain(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c > u' ' && c < u'\x7f' && c != u'\\' && c != u'"' && c != u'<' && c != u'>';
    });
}

/// Splits "host" and "port"; false when the authority has user information or is not well formed.
bool splitAuthority(QStringView authority, HttpAddress &address)
{
    if (authority.contains(u'@'))
        return false;
    const qsizetype colon = authority.indexOf(u':', authority.startsWith(u'[') ? authority.indexOf(u']') : 0);
    address.host = colon < 0 ? authority : authority.first(colon);
    if (colon >= 0)
        address.port = authority.sliced(colon + 1);
    return !address.host.isEmpty() && (colon < 0 || isPort(address.port));
}

std::optional<HttpAddress> splitHttp(QStringView uri)
{
    HttpAddress address;
    const qsizetype mark = uri.indexOf(u"://");
    if (mark < 0 || !isPlain(uri) || uri.contains(u'#'))
        return {};
    address.scheme = uri.first(mark);
    if (address.scheme != u"http" && address.scheme != u"https")
        return {};
    QStringView rest = uri.sliced(mark + 3);
    if (const qsizetype question = rest.indexOf(u'?'); question >= 0) {
        address.query = rest.sliced(question + 1);
        rest = rest.first(question);
    }
    const qsizetype slash = rest.indexOf(u'/');
    address.path = slash < 0 ? QStringView() : rest.sliced(slash);
    if (!splitAuthority(slash < 0 ? rest : rest.first(slash), address))
        return {};
    return address;
}

bool isLoopback(QStringView host)
{
    return host == u"127.0.0.1" || host == u"[::1]";
}

int portOf(const HttpAddress &address)
{
    if (!address.port.isEmpty())
        return address.port.toInt();
    return address.scheme == u"https" ? 443 : 80;
}

bool runsScript(const QString &uri)
{
    static constexpr const char *schemes[] = {"javascript:", "data:", "vbscript:"};
    return std::any_of(std::begin(schemes), std::end(schemes), [&uri](const char *scheme) {
        return uri.startsWith(QLatin1String(scheme), Qt::CaseInsensitive);
    });
}

/// RFC 8252 7.3: the port of a loopback IP literal may be any; all else is compared as it is written.
bool differsByLoopbackPortOnly(const QString &registered, const QString &requested)
{
    const std::optional<HttpAddress> ours = splitHttp(registered);
    const std::optional<HttpAddress> theirs = splitHttp(requested);
    return ours && theirs && ours->scheme == u"http" && theirs->scheme == u"http" && isLoopback(ours->host)
        && ours->host == theirs->host && ours->path == theirs->path && ours->query == theirs->query;
}

QSet<QString> querySet(QStringView query)
{
    const QStringList parts = query.toString().split(u'&', Qt::SkipEmptyParts);
    return QSet<QString>(parts.begin(), parts.end());
}

/// doorkeeper.md section 2, "redirect match".
bool matchesLikeDoorkeeper(const QString &registered, const QString &requested)
{
    const std::optional<HttpAddress> ours = splitHttp(registered);
    const std::optional<HttpAddress> theirs = splitHttp(requested);
    if (!ours || !theirs || ours->scheme != theirs->scheme || ours->path != theirs->path)
        return false;
    if (ours->host.compare(theirs->host, Qt::CaseInsensitive) != 0)
        return false;
    if (portOf(*ours) != portOf(*theirs) && !isLoopback(ours->host))
        return false;
    return ours->query.isEmpty() || querySet(ours->query) == querySet(theirs->query);
}

/// What a Location header can carry: anything but printable ASCII is percent-encoded.
QByteArray asciiUri(const QString &uri)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    QByteArray result;
    for (const char c : uri.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7f) {
            result += c;
        } else {
            result += '%';
            result += hex[byte >> 4];
            result += hex[byte & 15];
        }
    }
    return result;
}

QByteArray encoded(const Pairs &parameters)
{
    QByteArray result;
    for (const auto &[name, value] : parameters) {
        if (!result.isEmpty())
            result += '&';
        result += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return result;
}

} // namespace

bool isOutOfBand(const QString &uri)
{
    return uri == QLatin1String(OutOfBandUri);
}

bool isRegisteredRedirect(Policy::RedirectMatch match, const Application &application, const QString &requested)
{
    if (requested.isEmpty() || requested.contains(u'#') || runsScript(requested))
        return false;
    const QStringList registered = application.redirectUris();
    if (registered.contains(requested, Qt::CaseSensitive))
        return true;
    const bool likeDoorkeeper = match == Policy::RedirectMatch::Doorkeeper;
    if (!likeDoorkeeper && application.confidential)
        return false;
    const auto rule = likeDoorkeeper ? matchesLikeDoorkeeper : differsByLoopbackPortOnly;
    return std::any_of(registered.begin(), registered.end(), [&](const QString &uri) { return rule(uri, requested); });
}

QByteArray withQuery(const QString &uri, const Pairs &parameters)
{
    const QByteArray address = asciiUri(uri);
    if (!address.contains('?'))
        return address + '?' + encoded(parameters);
    const bool open = address.endsWith('?') || address.endsWith('&');
    return address + (open ? "" : "&") + encoded(parameters);
}

QByteArray withFragment(const QString &uri, const Pairs &parameters)
{
    return asciiUri(uri) + '#' + encoded(parameters);
}

QString redirectOrigin(const QString &uri)
{
    if (isOutOfBand(uri))
        return {};
    const qsizetype mark = uri.indexOf(QLatin1String("://"));
    if (const std::optional<HttpAddress> address = splitHttp(uri))
        return uri.first(mark + 3 + address->host.size() + (address->port.isEmpty() ? 0 : address->port.size() + 1));
    return uri.first(uri.indexOf(u':') + 1);
}

} // namespace Gatehouse
