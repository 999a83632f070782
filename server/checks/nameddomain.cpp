#include "server/checks/nameddomain.h"

#include "models/store/domainstore.h"
#include "models/store/store.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

namespace {

constexpr char DomainHeader[] = "x-oauth-identity-domain-name";
constexpr qsizetype MostShown = 200;

} // namespace

QString namedDomain(const Context &context)
{
    const QByteArray header = context.request.header(DomainHeader).trimmed();
    if (!header.isEmpty())
        return QString::fromUtf8(header);
    Parameters query;
    parseForm(context.request.query, query);
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
