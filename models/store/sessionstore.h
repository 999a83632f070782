#pragma once

#include "models/records/browsersession.h"
#include "models/result.h"

#include <optional>

namespace Gatehouse {

class Connection;
class Writer;

/// browser_sessions: who is signed in on the web pages.
class SessionStore
{
public:
    SessionStore(Connection &connection, Writer &writer);

    Result<BrowserSession> insert(BrowserSession session);
    /// A session that is neither ended nor expired, by the digest of its cookie.
    Result<std::optional<BrowserSession>> findLive(Id domain, const QString &token, Timestamp now);
    Result<void> end(Id session, Timestamp now);
    Result<void> endAllOf(Id user, Timestamp now);

private:
    Connection &m_connection;
    Writer &m_writer;
};

} // namespace Gatehouse
