#pragma once

#include "models/records/accessgrant.h"
#include "models/result.h"

#include <optional>

namespace Gatehouse {

class Connection;
class Writer;

/// oauth_access_grants: authorization codes.
class GrantStore
{
public:
    GrantStore(Connection &connection, Writer &writer);

    /// Sets the id.
    Result<AccessGrant> insert(AccessGrant grant);
    /// `token` as stored.
    Result<std::optional<AccessGrant>> findByToken(Id domain, const QString &token);
    Result<std::optional<AccessGrant>> find(Id grant);
    /// Redeems the code: sets revoked_at where it is not set. False when somebody else was first (RFC 6749 4.1.2).
    Result<bool> redeem(Id grant, Timestamp now);
    /// Notes that a redeemed code was presented again.
    Result<void> noteReplay(Id grant, Timestamp now);
    /// Ends these; those that are over already are left as they are. Answers how many ended.
    Result<qint64> revoke(const QList<Id> &grants, Timestamp now);

private:
    Connection &m_connection;
    Writer &m_writer;
};

} // namespace Gatehouse
