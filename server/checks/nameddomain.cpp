#include "server/checks/nameddomain.h"

#include "models/store/domainstore.h"
#include "models/store/store.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr char DomainHeader[] = "x-oauth-identity-domain-name";
constexpr qsizetype MostShown = 200;

} // namespace

/// Empty where it is named twice: nobody can tell which one is meant.
QString namedDomain(const Context &context)
{
    const Headers &headers = context.request.headers;
    const auto names = std::count_if(headers.begin(), headers.end(), [](const auto &header) {
        return header.first.compare(DomainHeader, Qt::CaseInsensitive) == 0;
    });
    const QByteArray header = context.request.header(DomainHeader).trimmed();
    if (names > 1 || !header.isEmpty())
        return names > 1 ? QString() : QString::fromUtf8(header);
    Parameters query;
    parseForm(context.request.query, query);
    if (query.repeated().contains(QLatin1String("identityDomain")))
        return {};
    const QString name = query.value(u"identityDomain").trimmed();
    const bool isInPath = context.domain.id != DomainStore::DefaultId;
    return name.isEmpty() && isInPath ? context.domain.name : name;
}

Outcome<IdentityDomain> findNamedDomain(Context &context, const QString &name)
{
    const Result<std::optional<IdentityDomain>> found = context.store.domains().findByName(name);
    if (!found)
        return storeFault(found.error());
    const bool isThere = *found && (*found)->enabled;
    if (!context.check("identity domain", "Oracle identityDomain", isThere, {}, name.left(MostShown)))
        return OAuthError {"invalid_request", QStringLiteral("Name an identity domain of this server."), {}};
    return **found;
}

} // namespace Gatehouse
