#pragma once

#include "models/records/domain.h"
#include "models/result.h"

#include <QHash>

#include <optional>

namespace Gatehouse {

class Connection;
class Writer;

/// identity_domains. Kept in memory: every request asks for its domain.
class DomainStore
{
public:
    static constexpr Id DefaultId = 1;

    DomainStore(Connection &connection, Writer &writer);

    /// The domain at the root paths. Always there.
    Result<IdentityDomain> defaultDomain();
    Result<void> setPolicy(Id domain, const Policy &policy);
    Result<void> setIssuer(Id domain, const QString &issuer);
    /// Forget what is in memory: somebody else wrote.
    void invalidate() { m_cache.clear(); }

private:
    Result<void> noteChange(const Result<void> &executed, Id domain);

    Connection &m_connection;
    Writer &m_writer;
    QHash<Id, IdentityDomain> m_cache;
};

} // namespace Gatehouse
