#include "models/store/familystore.h"

#include "models/store/rows.h"
#include "models/store/writer.h"

namespace Gatehouse {

FamilyStore::FamilyStore(Connection &connection, Writer &writer)
    : m_connection(connection)
    , m_writer(writer)
{ }

Result<TokenFamily> FamilyStore::insert(TokenFamily family)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare(
        "INSERT INTO token_families (domain_id, application_id, resource_owner_id, grant_id, consent_id, created_at,"
        " ended_at, end_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    const Result<void> done = statement.exec(
        family.domainId, nullable(family.applicationId), nullable(family.resourceOwnerId), nullable(family.grantId),
        nullable(family.consentId), family.createdAt, nullable(family.endedAt), nullable(family.endReason));
    if (!done)
        return done.error();
    family.id = statement.insertedId();
    m_writer.changes().noteInserted(Table::TokenFamilies);
    return family;
}

Result<qint64> FamilyStore::end(Id family, const QString &reason, Timestamp now)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement ending = m_connection.prepare(
        "UPDATE token_families SET ended_at = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL");
    if (const Result<void> done = ending.exec(now, reason, family); !done)
        return done.error();
    if (ending.affectedRows() > 0)
        m_writer.changes().noteUpdated(Table::TokenFamilies, family);
    Statement pairs = m_connection.prepare("UPDATE oauth_access_tokens SET revoked_at = ?"
                                           " WHERE family_id = ? AND revoked_at IS NULL RETURNING id");
    return noteReturned(pairs, pairs.exec(now, family), m_writer, Table::AccessTokens);
}

} // namespace Gatehouse
