#pragma once

#include "models/records/domain.h"
#include "models/result.h"

#include <QByteArray>

#include <optional>

namespace Gatehouse {

class DomainStore;

/// A request's path, taken apart.
struct DomainPath
{
    IdentityDomain domain;
    QByteArray path; ///< within the domain, beginning with a slash
};

/// The enabled domain that a path leads to by its first segment, or by the last one of its metadata's (RFC 8414 section 3.1).
/// Nothing when there is none; the default domain is not found by its name.
Result<std::optional<DomainPath>> domainInPath(DomainStore &domains, const QByteArray &path);

} // namespace Gatehouse
