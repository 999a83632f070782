#include "models/store/grantstore.h"

#include "models/store/rows.h"
#include "models/store/writer.h"

namespace Gatehouse {

namespace {

constexpr const char *Find
    = "SELECT id, domain_id, application_id, resource_owner_id, consent_id, exchange_id, token,"
      " expires_in, redirect_uri, scopes, code_challenge, code_challenge_method, created_at,"
      " expires_at, revoked_at, replayed_at, session_id, revocation_id FROM oauth_access_grants WHERE id = ?";
constexpr const char *FindByToken
    = "SELECT id, domain_id, application_id, resource_owner_id, consent_id, exchange_id, token,"
      " expires_in, redirect_uri, scopes, code_challenge, code_challenge_method, created_at,"
      " expires_at, revoked_at, replayed_at, session_id, revocation_id FROM oauth_access_grants WHERE token = ? AND "
      "domain_id = ?";

AccessGrant readGrant(const Statement &row)
{
    AccessGrant grant;
    grant.id = row.number(0);
    grant.domainId = row.number(1);
    grant.applicationId = row.number(2);
    grant.resourceOwnerId = row.number(3);
    grant.consentId = row.number(4);
    grant.exchangeId = row.number(5);
    grant.token = row.text(6);
    grant.expiresIn = row.number(7);
    grant.redirectUri = row.text(8);
    grant.scopes = row.text(9);
    grant.codeChallenge = row.text(10);
    grant.codeChallengeMethod = row.text(11);
    grant.createdAt = row.number(12);
    grant.expiresAt = row.number(13);
    grant.revokedAt = row.number(14);
    grant.replayedAt = row.number(15);
    grant.sessionId = row.number(16);
    grant.revocationId = row.number(17);
    return grant;
}

} // namespace

GrantStore::GrantStore(Connection &connection, Writer &writer)
    : m_connection(connection)
    , m_writer(writer)
{ }

Result<AccessGrant> GrantStore::insert(AccessGrant grant)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare(
        "INSERT INTO oauth_access_grants (domain_id, application_id, resource_owner_id, consent_id, exchange_id, token,"
        " expires_in, redirect_uri, scopes, code_challenge, code_challenge_method, created_at, expires_at, revoked_at,"
        " replayed_at, session_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const Result<void> done = statement.exec(
        grant.domainId, grant.applicationId, grant.resourceOwnerId, nullable(grant.consentId),
        nullable(grant.exchangeId), grant.token, grant.expiresIn, grant.redirectUri, grant.scopes,
        nullable(grant.codeChallenge), nullable(grant.codeChallengeMethod), grant.createdAt, nullable(grant.expiresAt),
        nullable(grant.revokedAt), nullable(grant.replayedAt), nullable(grant.sessionId));
    if (!done)
        return done.error();
    grant.id = statement.insertedId();
    m_writer.changes().noteInserted(Table::AccessGrants);
    return grant;
}

Result<std::optional<AccessGrant>> GrantStore::findByToken(Id domain, const QString &token)
{
    Statement query = m_connection.prepare(FindByToken);
    return firstRow<AccessGrant>(query, query.exec(token, domain), readGrant);
}

Result<std::optional<AccessGrant>> GrantStore::find(Id grant)
{
    Statement query = m_connection.prepare(Find);
    return firstRow<AccessGrant>(query, query.exec(grant), readGrant);
}

Result<bool> GrantStore::redeem(Id grant, Timestamp now)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement
        = m_connection.prepare("UPDATE oauth_access_grants SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL");
    if (const Result<void> done = statement.exec(now, grant); !done)
        return done.error();
    if (statement.affectedRows() == 0)
        return false;
    m_writer.changes().noteUpdated(Table::AccessGrants, grant);
    return true;
}

Result<void> GrantStore::noteReplay(Id grant, Timestamp now)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement
        = m_connection.prepare("UPDATE oauth_access_grants SET replayed_at = ? WHERE id = ? AND replayed_at IS NULL");
    const Result<void> done = statement.exec(now, grant);
    if (done && statement.affectedRows() > 0)
        m_writer.changes().noteUpdated(Table::AccessGrants, grant);
    return done;
}

Result<qint64> GrantStore::revoke(const QList<Id> &grants, Timestamp now)
{
    Transaction transaction(m_writer, m_connection);
    qint64 ended = 0;
    for (const Id grant : grants) {
        const Result<bool> done = redeem(grant, now);
        if (!done)
            return done.error();
        ended += *done;
    }
    if (const Result<void> kept = transaction.commit(); !kept)
        return kept.error();
    return ended;
}

} // namespace Gatehouse
