#pragma once

#include "models/activity.h"
#include "models/records/accesstoken.h"
#include "models/result.h"

#include <QCache>

#include <optional>
#include <utility>

namespace Gatehouse {

class Connection;
class Writer;

/// A token's row together with what decides whether it is alive and what answers about it name.
struct TokenLookup
{
    AccessToken token;
    ActivityFacts access;
    ActivityFacts refresh;
    QString applicationUid; ///< empty: issued without a client
    QString userEmail; ///< empty: no resource owner
};

/// oauth_access_tokens: access tokens and the refresh tokens issued with them. Those that resource servers ask about again
/// and again are kept in memory until anything is committed that might have changed them, here or by another process.
class TokenStore
{
public:
    TokenStore(Connection &connection, Writer &writer);

    /// Sets the id.
    Result<AccessToken> insert(AccessToken token);
    /// By access token or refresh token, as stored.
    Result<std::optional<TokenLookup>> findByToken(Id domain, const QString &token);
    Result<std::optional<TokenLookup>> findByRefreshToken(Id domain, const QString &refreshToken);
    Result<std::optional<TokenLookup>> find(Id token);

    /// Marks the refresh token rotated out. False when it already was or its pair has ended: somebody else was first
    /// (RFC 9700 4.14.2).
    Result<bool> useRefreshToken(Id token, Timestamp now);
    /// Ends the pair; its first end is kept. False when it was over already.
    Result<bool> revoke(Id token, Timestamp now);
    /// Ends these pairs, all or, after an Error, none. Answers how many ended.
    Result<qint64> revoke(const QList<Id> &tokens, Timestamp now);
    /// Ends every pair that was redeemed from the code. Answers how many.
    Result<qint64> revokeIssuedFrom(Id grant, Timestamp now);
    /// Whether a pair with these scopes is unrevoked, expired or not (Doorkeeper's rule for skipping consent).
    Result<bool> hasUnrevoked(Id application, Id user, const QString &scopes);
    /// The newest pair with these scopes that is neither revoked nor expired; of the application itself when `user` is 0.
    Result<std::optional<TokenLookup>> findLiving(Id application, Id user, const QString &scopes, Timestamp now);
    /// Forget what is in memory.
    void invalidate() { m_known.clear(); }
    /// A turn of the event loop begins: its first lookup asks whether another process has written. A store whose turns
    /// nobody announces asks at every lookup.
    void beginTurn()
    {
        m_hasTurns = true;
        m_isCurrent = false;
    }

private:
    using Key = std::pair<Id, QString>;
    static constexpr int KnownTokens = 5000;

    bool mayAnswerFromMemory();
    Result<std::optional<TokenLookup>> readByToken(Id domain, const QString &token);

    Connection &m_connection;
    Writer &m_writer;
    QCache<Key, TokenLookup> m_known {KnownTokens};
    qint64 m_foreignChanges = 0;
    bool m_hasTurns = false;
    bool m_isCurrent = false; ///< memory has been compared with the database in this turn
};

} // namespace Gatehouse
