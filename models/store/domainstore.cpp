#include "models/store/domainstore.h"

#include "models/store/rows.h"
#include "models/store/writer.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace Gatehouse {

namespace {

struct DomainStoreTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::DomainStore)
};

Result<Policy> readPolicy(const QString &json)
{
    Policy policy;
    if (const Result<void> applied = policy.apply(QJsonDocument::fromJson(json.toUtf8()).object()); !applied)
        return Error {
            Error::Kind::Internal,
            DomainStoreTexts::tr("The policy in the database is not understood. %1").arg(applied.error().message)};
    return policy;
}

Result<IdentityDomain> readDomain(const Statement &row)
{
    const Result<Policy> policy = readPolicy(row.text(3));
    if (!policy)
        return policy.error();
    IdentityDomain domain;
    domain.id = row.number(0);
    domain.name = row.text(1);
    domain.issuer = row.text(2);
    domain.policy = *policy;
    domain.enabled = row.flag(4);
    domain.notBefore = row.number(5);
    domain.createdAt = row.number(6);
    return domain;
}

} // namespace

DomainStore::DomainStore(Connection &connection, Writer &writer)
    : m_connection(connection)
    , m_writer(writer)
{ }

Result<IdentityDomain> DomainStore::defaultDomain()
{
    if (const auto known = m_cache.constFind(DefaultId); known != m_cache.constEnd())
        return *known;
    Statement query = m_connection.prepare(
        "SELECT id, name, issuer, policy, enabled, not_before, created_at FROM identity_domains WHERE id = ?");
    if (const Result<void> done = query.exec(DefaultId); !done)
        return done.error();
    if (!query.next())
        return Error {Error::Kind::NotFound, DomainStoreTexts::tr("The database has no default domain.")};
    Result<IdentityDomain> domain = readDomain(query);
    if (domain)
        m_cache.insert(DefaultId, *domain);
    return domain;
}

Result<void> DomainStore::setPolicy(Id domain, const Policy &policy)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    const QByteArray json = QJsonDocument(policy.toJson()).toJson(QJsonDocument::Compact);
    Statement statement = m_connection.prepare("UPDATE identity_domains SET policy = ? WHERE id = ?");
    return noteChange(statement.exec(QString::fromUtf8(json), domain), domain);
}

Result<void> DomainStore::setIssuer(Id domain, const QString &issuer)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare("UPDATE identity_domains SET issuer = ? WHERE id = ?");
    return noteChange(statement.exec(nullable(issuer), domain), domain);
}

Result<void> DomainStore::noteChange(const Result<void> &executed, Id domain)
{
    invalidate();
    m_writer.changes().noteUpdated(Table::Domains, domain);
    return executed;
}

} // namespace Gatehouse
