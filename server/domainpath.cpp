#include "server/domainpath.h"

#include "models/store/domainstore.h"

namespace Gatehouse {

namespace {

const QByteArray MetadataPath = QByteArrayLiteral("/.well-known/oauth-authorization-server");
constexpr qsizetype LongestName = 64; ///< of a domain

} // namespace

Result<std::optional<DomainPath>> domainInPath(DomainStore &domains, const QByteArray &path)
{
    const bool isMetadata
        = path.startsWith(MetadataPath) && path.size() > MetadataPath.size() && path.at(MetadataPath.size()) == '/';
    const qsizetype begin = isMetadata ? MetadataPath.size() + 1 : 1;
    const qsizetype slash = path.indexOf('/', begin);
    const QByteArray name = slash < 0 ? path.mid(begin) : path.mid(begin, slash - begin);
    const QByteArray rest = slash < 0 ? QByteArrayLiteral("/") : path.mid(slash);
    if (name.isEmpty() || name.size() > LongestName || (isMetadata && rest != "/"))
        return std::optional<DomainPath>();
    const Result<std::optional<IdentityDomain>> found = domains.findByName(QString::fromLatin1(name));
    if (!found)
        return found.error();
    if (!*found || !(*found)->enabled || (*found)->id == DomainStore::DefaultId)
        return std::optional<DomainPath>();
    return std::optional(DomainPath {**found, isMetadata ? MetadataPath : rest});
}

} // namespace Gatehouse
