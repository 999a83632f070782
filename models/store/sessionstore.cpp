#include "models/store/sessionstore.h"

#include "models/store/rows.h"
#include "models/store/writer.h"

namespace Gatehouse {

namespace {

BrowserSession readSession(const Statement &row)
{
    BrowserSession session;
    session.id = row.number(0);
    session.domainId = row.number(1);
    session.userId = row.number(2);
    session.token = row.text(3);
    session.createdAt = row.number(4);
    session.expiresAt = row.number(5);
    session.endedAt = row.number(6);
    return session;
}

} // namespace

SessionStore::SessionStore(Connection &connection, Writer &writer)
    : m_connection(connection)
    , m_writer(writer)
{ }

Result<BrowserSession> SessionStore::insert(BrowserSession session)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement
        = m_connection.prepare("INSERT INTO browser_sessions (domain_id, user_id, token, created_at, expires_at)"
                               " VALUES (?, ?, ?, ?, ?)");
    const Result<void> done = statement.exec(session.domainId, session.userId, session.token, session.createdAt,
                                             nullable(session.expiresAt));
    if (!done)
        return done.error();
    session.id = statement.insertedId();
    return session;
}

Result<std::optional<BrowserSession>> SessionStore::findLive(Id domain, const QString &token, Timestamp now)
{
    Statement query = m_connection.prepare(
        "SELECT id, domain_id, user_id, token, created_at, expires_at, ended_at FROM browser_sessions"
        " WHERE token = ? AND domain_id = ? AND ended_at IS NULL AND (expires_at IS NULL OR expires_at > ?)");
    return firstRow<BrowserSession>(query, query.exec(token, domain, now), readSession);
}

Result<void> SessionStore::end(Id session, Timestamp now)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    return m_connection.prepare("UPDATE browser_sessions SET ended_at = ? WHERE id = ? AND ended_at IS NULL")
        .exec(now, session);
}

Result<void> SessionStore::endAllOf(Id user, Timestamp now)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    return m_connection.prepare("UPDATE browser_sessions SET ended_at = ? WHERE user_id = ? AND ended_at IS NULL")
        .exec(now, user);
}

} // namespace Gatehouse
