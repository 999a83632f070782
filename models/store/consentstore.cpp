#include "models/store/consentstore.h"

#include "models/store/rows.h"
#include "models/store/writer.h"

namespace Gatehouse {

namespace {

Consent readConsent(const Statement &row)
{
    Consent consent;
    consent.id = row.number(0);
    consent.domainId = row.number(1);
    consent.resourceOwnerId = row.number(2);
    consent.applicationId = row.number(3);
    consent.resource = row.text(4);
    consent.scopes = row.text(5);
    consent.createdAt = row.number(6);
    consent.updatedAt = row.number(7);
    consent.revokedAt = row.number(8);
    consent.notBefore = row.number(9);
    consent.revocationId = row.number(10);
    return consent;
}

/// The scopes of both, each once, the old ones first.
QString united(const QString &scopes, const QString &more)
{
    QStringList words = QString(scopes + ' ' + more).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words.join(QLatin1Char(' '));
}

} // namespace

ConsentStore::ConsentStore(Connection &connection, Writer &writer)
    : m_connection(connection)
    , m_writer(writer)
{ }

Result<std::optional<Consent>> ConsentStore::find(Id user, Id application, const QString &resource)
{
    Statement query = m_connection.prepare(
        "SELECT id, domain_id, resource_owner_id, application_id, resource, scopes, created_at, updated_at, revoked_at,"
        " not_before, revocation_id FROM consents"
        " WHERE resource_owner_id = ? AND application_id = ? AND resource = ? AND revoked_at IS NULL");
    return firstRow<Consent>(query, query.exec(user, application, resource), readConsent);
}

Result<QList<NamedConsent>> ConsentStore::listOf(Id domain, Id user)
{
    Statement query = m_connection.prepare(
        "SELECT c.id, c.domain_id, c.resource_owner_id, c.application_id, c.resource, c.scopes, c.created_at,"
        " c.updated_at, c.revoked_at, c.not_before, c.revocation_id, a.uid"
        " FROM consents c JOIN oauth_applications a ON a.id = c.application_id"
        " WHERE c.domain_id = ? AND c.resource_owner_id = ? ORDER BY c.id");
    if (const Result<void> done = query.exec(domain, user); !done)
        return done.error();
    QList<NamedConsent> consents;
    while (query.next())
        consents.append({readConsent(query), query.text(11)});
    return consents;
}

Result<Consent> ConsentStore::give(Id domain, Id user, Id application, const QString &scopes, Timestamp now,
                                   const QString &resource)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    const Result<std::optional<Consent>> standing = find(user, application, resource);
    if (!standing)
        return standing.error();
    if (*standing)
        return extend(**standing, scopes, now);
    Consent consent;
    consent.domainId = domain;
    consent.resourceOwnerId = user;
    consent.applicationId = application;
    consent.resource = resource;
    consent.scopes = united(scopes, {});
    consent.createdAt = consent.updatedAt = now;
    return insert(consent);
}

Result<Consent> ConsentStore::insert(Consent consent)
{
    Statement statement
        = m_connection.prepare("INSERT INTO consents (domain_id, resource_owner_id, application_id, resource, scopes,"
                               " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)");
    const Result<void> done = statement.exec(consent.domainId, consent.resourceOwnerId, consent.applicationId,
                                             consent.resource, consent.scopes, consent.createdAt, consent.updatedAt);
    if (!done)
        return done.error();
    consent.id = statement.insertedId();
    m_writer.changes().noteInserted(Table::Consents);
    return consent;
}

Result<Consent> ConsentStore::extend(Consent consent, const QString &scopes, Timestamp now)
{
    const QString all = united(consent.scopes, scopes);
    if (all == consent.scopes)
        return consent;
    consent.scopes = all;
    consent.updatedAt = now;
    Statement statement = m_connection.prepare("UPDATE consents SET scopes = ?, updated_at = ? WHERE id = ?");
    if (const Result<void> done = statement.exec(all, now, consent.id); !done)
        return done.error();
    m_writer.changes().noteUpdated(Table::Consents, consent.id);
    return consent;
}

} // namespace Gatehouse
