#include "models/store/tokenstore.h"

#include "models/store/packedrow.h"
#include "models/store/rows.h"
#include "models/store/writer.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr char LivingOfUser[]
    = "SELECT id, scopes FROM oauth_access_tokens"
      " WHERE application_id = ? AND revoked_at IS NULL"
      " AND (expires_at IS NULL OR expires_at > ?) AND resource_owner_id = ? ORDER BY id DESC";
constexpr char LivingOfApplication[]
    = "SELECT id, scopes FROM oauth_access_tokens"
      " WHERE application_id = ? AND revoked_at IS NULL"
      " AND (expires_at IS NULL OR expires_at > ?) AND resource_owner_id IS NULL ORDER BY id DESC";

struct TokenStoreTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::TokenStore)
};

/// A token's row and the facts about it, where `condition` holds.
QByteArray lookupWhere(const char *condition, const Dialect &dialect)
{
    const QByteArray columns = dialect.packed(
        {"t.id",
         "t.domain_id",
         "t.application_id",
         "t.resource_owner_id",
         "t.expires_in",
         "t.created_at",
         "t.expires_at",
         "t.refresh_expires_at",
         "t.revoked_at",
         "t.access_revoked_at",
         "t.refresh_revoked_at",
         "t.refresh_used_at",
         "t.grant_id",
         "t.family_id",
         "t.parent_id",
         "t.consent_id",
         "t.exchange_id",
         "t.session_id",
         "t.revocation_id",
         "a.enabled IS NOT FALSE",
         "u.enabled IS NOT FALSE",
         "c.revoked_at",
         "f.ended_at",
         "d.not_before",
         "a.not_before",
         "u.not_before",
         "c.not_before"},
        {"t.token", "t.refresh_token", "t.previous_refresh_token", "t.scopes", "t.grant_type", "a.uid", "u.email"});
    return "SELECT " + columns + " AS packed " + activityJoins().toLatin1() + " WHERE " + condition;
}

void readNumbers(PackedRow &row, AccessToken &token)
{
    token.id = row.number();
    token.domainId = row.number();
    token.applicationId = row.number();
    token.resourceOwnerId = row.number();
    token.expiresIn = row.number();
    token.createdAt = row.number();
    token.expiresAt = row.number();
    token.refreshExpiresAt = row.number();
    token.revokedAt = row.number();
    token.accessRevokedAt = row.number();
    token.refreshRevokedAt = row.number();
    token.refreshUsedAt = row.number();
    token.grantId = row.number();
    token.familyId = row.number();
    token.parentId = row.number();
    token.consentId = row.number();
    token.exchangeId = row.number();
    token.sessionId = row.number();
    token.revocationId = row.number();
}

/// What both halves of the pair share.
ActivityFacts readSharedFacts(PackedRow &row, const AccessToken &token)
{
    ActivityFacts facts;
    facts.issuedAt = token.createdAt;
    facts.revokedAt = token.revokedAt;
    facts.applicationEnabled = row.number();
    facts.userEnabled = row.number();
    facts.consentRevokedAt = row.number();
    facts.familyEndedAt = row.number();
    for (int each = 0; each < 4; ++each)
        facts.notBefore = std::max(facts.notBefore, row.number());
    return facts;
}

void readTexts(PackedRow &row, TokenLookup &lookup)
{
    lookup.token.token = row.text();
    lookup.token.refreshToken = row.text();
    lookup.token.previousRefreshToken = row.text();
    lookup.token.scopes = row.text();
    lookup.token.grantType = row.text();
    lookup.applicationUid = row.text();
    lookup.userEmail = row.text();
}

/// Of two moments the earlier one; 0 is none.
Timestamp earlier(Timestamp one, Timestamp other)
{
    return one != 0 && other != 0 ? std::min(one, other) : std::max(one, other);
}

void tellHalvesApart(TokenLookup &lookup)
{
    lookup.access.expiresAt = lookup.token.expiresAt;
    lookup.access.revokedAt = earlier(lookup.token.revokedAt, lookup.token.accessRevokedAt);
    lookup.refresh.revokedAt = earlier(lookup.token.revokedAt, lookup.token.refreshRevokedAt);
    lookup.refresh.isRefreshToken = true;
    lookup.refresh.expiresAt = lookup.token.refreshExpiresAt;
    lookup.refresh.usedAt = lookup.token.refreshUsedAt;
}

Result<std::optional<TokenLookup>> lookUp(Statement &query, const Result<void> &executed)
{
    if (!executed)
        return executed.error();
    if (!query.next())
        return std::optional<TokenLookup>();
    PackedRow row(query.text(0));
    TokenLookup lookup;
    readNumbers(row, lookup.token);
    lookup.access = lookup.refresh = readSharedFacts(row, lookup.token);
    readTexts(row, lookup);
    tellHalvesApart(lookup);
    if (!row.isComplete())
        return Error {Error::Kind::Internal, TokenStoreTexts::tr("A token's row in the database holds a line break.")};
    return std::optional<TokenLookup>(std::move(lookup));
}

QSet<QString> scopeSet(const QString &scopes)
{
    const QStringList words = scopes.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

} // namespace

TokenStore::TokenStore(Connection &connection, Writer &writer)
    : m_connection(connection)
    , m_writer(writer)
{ }

Result<AccessToken> TokenStore::insert(AccessToken token)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare(
        "INSERT INTO oauth_access_tokens (domain_id, application_id, resource_owner_id, token, refresh_token,"
        " previous_refresh_token, scopes, grant_type, expires_in, created_at, expires_at, refresh_expires_at,"
        " revoked_at, access_revoked_at, refresh_revoked_at, refresh_used_at, grant_id, family_id, parent_id,"
        " consent_id, exchange_id, session_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const Result<void> done = statement.exec(
        token.domainId, nullable(token.applicationId), nullable(token.resourceOwnerId), token.token,
        nullable(token.refreshToken), token.previousRefreshToken, token.scopes, token.grantType,
        nullable(token.expiresIn), token.createdAt, nullable(token.expiresAt), nullable(token.refreshExpiresAt),
        nullable(token.revokedAt), nullable(token.accessRevokedAt), nullable(token.refreshRevokedAt),
        nullable(token.refreshUsedAt), nullable(token.grantId), nullable(token.familyId), nullable(token.parentId),
        nullable(token.consentId), nullable(token.exchangeId), nullable(token.sessionId));
    if (!done)
        return done.error();
    token.id = statement.insertedId();
    m_writer.changes().noteInserted(Table::AccessTokens);
    return token;
}

Result<std::optional<TokenLookup>> TokenStore::findByToken(Id domain, const QString &token)
{
    if (!mayAnswerFromMemory())
        return readByToken(domain, token);
    const Key key(domain, token);
    if (const TokenLookup *known = m_known.object(key))
        return std::optional<TokenLookup>(*known);
    Result<std::optional<TokenLookup>> found = readByToken(domain, token);
    if (found && *found)
        m_known.insert(key, new TokenLookup(**found));
    return found;
}

/// Not while something is written that may yet be undone; nor what another process has overtaken.
bool TokenStore::mayAnswerFromMemory()
{
    if (m_writer.isPending())
        return false;
    if (m_isCurrent)
        return true;
    m_isCurrent = m_hasTurns;
    if (const qint64 changes = m_connection.foreignChanges(); changes != m_foreignChanges) {
        m_foreignChanges = changes;
        invalidate();
    }
    return true;
}

Result<std::optional<TokenLookup>> TokenStore::readByToken(Id domain, const QString &token)
{
    static const QByteArray sql = lookupWhere("t.token = ? AND t.domain_id = ?", m_connection.dialect());
    {
        Statement query = m_connection.prepare(sql.constData());
        Result<std::optional<TokenLookup>> found = lookUp(query, query.exec(token, domain));
        if (!found || *found)
            return found;
    }
    return findByRefreshToken(domain, token);
}

Result<std::optional<TokenLookup>> TokenStore::findByRefreshToken(Id domain, const QString &refreshToken)
{
    static const QByteArray sql = lookupWhere("t.refresh_token = ? AND t.domain_id = ?", m_connection.dialect());
    Statement query = m_connection.prepare(sql.constData());
    return lookUp(query, query.exec(refreshToken, domain));
}

Result<std::optional<TokenLookup>> TokenStore::find(Id token)
{
    static const QByteArray sql = lookupWhere("t.id = ?", m_connection.dialect());
    Statement query = m_connection.prepare(sql.constData());
    return lookUp(query, query.exec(token));
}

Result<bool> TokenStore::useRefreshToken(Id token, Timestamp now)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement
        = m_connection.prepare("UPDATE oauth_access_tokens SET refresh_used_at = ?"
                               " WHERE id = ? AND refresh_used_at IS NULL AND refresh_revoked_at IS NULL"
                               " AND revoked_at IS NULL");
    if (const Result<void> done = statement.exec(now, token); !done)
        return done.error();
    if (statement.affectedRows() == 0)
        return false;
    m_writer.changes().noteUpdated(Table::AccessTokens, token);
    return true;
}

Result<bool> TokenStore::revoke(Id token, Timestamp now)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement
        = m_connection.prepare("UPDATE oauth_access_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL");
    if (const Result<void> done = statement.exec(now, token); !done)
        return done.error();
    if (statement.affectedRows() == 0)
        return false;
    m_writer.changes().noteUpdated(Table::AccessTokens, token);
    return true;
}

Result<qint64> TokenStore::revoke(const QList<Id> &tokens, Timestamp now)
{
    Transaction transaction(m_writer, m_connection);
    if (!transaction.opened())
        return transaction.opened().error();
    qint64 ended = 0;
    for (const Id token : tokens) {
        const Result<bool> done = revoke(token, now);
        if (!done)
            return done.error();
        ended += *done;
    }
    if (const Result<void> kept = transaction.commit(); !kept)
        return kept.error();
    return ended;
}

Result<qint64> TokenStore::revokeIssuedFrom(Id grant, Timestamp now)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare("UPDATE oauth_access_tokens SET revoked_at = ?"
                                               " WHERE grant_id = ? AND revoked_at IS NULL RETURNING id");
    return noteReturned(statement, statement.exec(now, grant), m_writer, Table::AccessTokens);
}

Result<bool> TokenStore::hasUnrevoked(Id application, Id user, const QString &scopes)
{
    Statement query
        = m_connection.prepare("SELECT DISTINCT scopes FROM oauth_access_tokens"
                               " WHERE resource_owner_id = ? AND application_id = ? AND revoked_at IS NULL");
    if (const Result<void> done = query.exec(user, application); !done)
        return done.error();
    const QSet<QString> wanted = scopeSet(scopes);
    while (query.next()) {
        if (scopeSet(query.text(0)) == wanted)
            return true;
    }
    return false;
}

Result<std::optional<TokenLookup>> TokenStore::findLiving(Id application, Id user, const QString &scopes, Timestamp now)
{
    Statement query = m_connection.prepare(user != 0 ? LivingOfUser : LivingOfApplication);
    const Result<void> done = user != 0 ? query.exec(application, now, user) : query.exec(application, now);
    if (!done)
        return done.error();
    const QSet<QString> wanted = scopeSet(scopes);
    while (query.next()) {
        if (scopeSet(query.text(1)) == wanted)
            return find(query.number(0));
    }
    return std::optional<TokenLookup>();
}

} // namespace Gatehouse
