#include "server/crossorigin.h"

#include "models/records/domain.h"
#include "models/store/applicationstore.h"
#include "models/store/store.h"

#include <QUrl>

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr char PreflightSeconds[] = "600";

/// RFC 6454 section 6.2, for addresses of web pages.
QString originOf(const QString &address)
{
    const QUrl url(address);
    if (url.scheme() != u"https" && url.scheme() != u"http")
        return {};
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    const int usual = url.scheme() == u"https" ? 443 : 80;
    if (url.port() != -1 && url.port() != usual)
        origin.setPort(url.port());
    return origin.toString(QUrl::FullyEncoded);
}

bool isAllowed(Store &store, const IdentityDomain &domain, const QString &origin)
{
    if (domain.policy.corsAllowedOrigins.contains(origin))
        return true;
    const Result<QStringList> addresses = store.applications().publicRedirectUris(domain.id);
    return addresses && std::any_of(addresses->begin(), addresses->end(), [&](const QString &address) {
               return originOf(address) == origin;
           });
}

/// Answers whether the origin was let in. Caches must tell origins apart in any case.
bool admit(Store &store, const IdentityDomain &domain, const Request &request, Response &response)
{
    response.setHeader("Vary", "Origin");
    const QByteArray origin = request.header("Origin");
    if (origin.isEmpty() || !isAllowed(store, domain, QString::fromLatin1(origin)))
        return false;
    response.setHeader("Access-Control-Allow-Origin", origin);
    return true;
}

} // namespace

Response preflight(Store &store, const IdentityDomain &domain, const Request &request, const QByteArray &allow,
                   bool shared)
{
    Response response;
    response.status = 204;
    response.setHeader("Allow", allow);
    if (shared && admit(store, domain, request, response)) {
        response.setHeader("Access-Control-Allow-Methods", allow);
        response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
        response.setHeader("Access-Control-Max-Age", PreflightSeconds);
    }
    return response;
}

void shareWithOrigin(Store &store, const IdentityDomain &domain, const Request &request, Response &response)
{
    if (request.header("Origin").isEmpty())
        return;
    if (admit(store, domain, request, response))
        response.setHeader("Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After");
}

} // namespace Gatehouse
