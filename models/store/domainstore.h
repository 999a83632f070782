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
    /// By name, with A to Z the same as a to z; nothing when there is none.
    Result<std::optional<IdentityDomain>> findByName(const QString &name);
    Result<std::optional<IdentityDomain>> find(Id domain);
    /// In the order of their names, the default one first.
    Result<QList<IdentityDomain>> list();
    /// Sets the id. Error::Conflict when the name is taken, Error::Invalid when it cannot stand in a path.
    Result<IdentityDomain> create(IdentityDomain domain);
    /// Tokens issued before this are inactive; never moves back.
    Result<void> raiseNotBefore(Id domain, Timestamp notBefore);
    Result<void> setPolicy(Id domain, const Policy &policy);
    /// A domain that is switched off answers nothing. Error::Invalid for the default one.
    Result<void> setEnabled(Id domain, bool enabled);
    Result<void> setIssuer(Id domain, const QString &issuer);
    /// Forget what is in memory: somebody else wrote.
    void invalidate()
    {
        m_cache.clear();
        m_ids.clear();
    }

private:
    static constexpr qsizetype MostNames = 1000;

    Result<void> noteChange(const Result<void> &executed, Id domain);

    Connection &m_connection;
    Writer &m_writer;
    QHash<Id, IdentityDomain> m_cache;
    quint64 m_revisions = 0; ///< how often a domain was read
    QHash<QString, Id> m_ids; ///< by name in lower case; 0: there is none
};

} // namespace Gatehouse
