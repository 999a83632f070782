#include "models/store/domainstore.h"

#include "models/store/rows.h"
#include "models/store/writer.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

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

/// First segments of the server's own paths: a domain of that name could not be reached.
bool isReserved(const QString &name)
{
    static const QStringList words {QStringLiteral("admin"),  QStringLiteral("api"),    QStringLiteral("assets"),
                                    QStringLiteral("login"),  QStringLiteral("logout"), QStringLiteral("oam"),
                                    QStringLiteral("oauth"),  QStringLiteral("oauth2"), QStringLiteral("default"),
                                    QStringLiteral("health"), QStringLiteral("jwks")};
    return words.contains(name.toLower());
}

Error explained(const Error &error, const QString &name)
{
    if (error.kind != Error::Kind::Conflict)
        return error;
    return {error.kind, DomainStoreTexts::tr("There is a domain \"%1\" already.").arg(name)};
}

} // namespace

DomainStore::DomainStore(Connection &connection, Writer &writer)
    : m_connection(connection)
    , m_writer(writer)
{ }

Result<IdentityDomain> DomainStore::defaultDomain()
{
    Result<std::optional<IdentityDomain>> domain = find(DefaultId);
    if (!domain)
        return domain.error();
    if (!*domain)
        return Error {Error::Kind::NotFound, DomainStoreTexts::tr("The database has no default domain.")};
    return **std::move(domain);
}

Result<std::optional<IdentityDomain>> DomainStore::find(Id id)
{
    if (const auto known = m_cache.constFind(id); known != m_cache.constEnd())
        return std::optional<IdentityDomain>(*known);
    Statement query = m_connection.prepare(
        "SELECT id, name, issuer, policy, enabled, not_before, created_at FROM identity_domains WHERE id = ?");
    if (const Result<void> done = query.exec(id); !done)
        return done.error();
    if (!query.next())
        return std::optional<IdentityDomain>();
    Result<IdentityDomain> domain = readDomain(query);
    if (!domain)
        return domain.error();
    domain->revision = ++m_revisions;
    m_cache.insert(id, *domain);
    return std::optional<IdentityDomain>(*std::move(domain));
}

Result<std::optional<IdentityDomain>> DomainStore::findByName(const QString &name)
{
    const QString key = name.toLower();
    if (const auto known = m_ids.constFind(key); known != m_ids.constEnd())
        return *known != 0 ? find(*known) : std::optional<IdentityDomain>();
    Statement query = m_connection.prepare("SELECT id FROM identity_domains WHERE lower(name) = lower(?)");
    if (const Result<void> done = query.exec(name); !done)
        return done.error();
    const Id id = query.next() ? query.number(0) : 0;
    if (m_ids.size() >= MostNames)
        m_ids.clear();
    m_ids.insert(key, id);
    return id != 0 ? find(id) : std::optional<IdentityDomain>();
}

Result<QList<IdentityDomain>> DomainStore::list()
{
    Statement query
        = m_connection.prepare("SELECT id, name, issuer, policy, enabled, not_before, created_at FROM identity_domains"
                               " ORDER BY id <> 1, lower(name)");
    if (const Result<void> done = query.exec(); !done)
        return done.error();
    QList<IdentityDomain> domains;
    while (query.next()) {
        Result<IdentityDomain> domain = readDomain(query);
        if (!domain)
            return domain.error();
        domains.append(*std::move(domain));
    }
    return domains;
}

Result<IdentityDomain> DomainStore::create(IdentityDomain domain)
{
    static const QRegularExpression word(QStringLiteral("^[A-Za-z][A-Za-z0-9_-]{0,63}$"));
    if (!word.match(domain.name).hasMatch() || isReserved(domain.name))
        return Error {
            Error::Kind::Invalid,
            DomainStoreTexts::tr("\"%1\" cannot name a domain. Begin with a letter, go on with letters, digits, "
                                 "hyphens and underscores, and avoid the names of the server's own paths.")
                .arg(domain.name)};
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    const QByteArray json = QJsonDocument(domain.policy.toJson()).toJson(QJsonDocument::Compact);
    Statement statement = m_connection.prepare("INSERT INTO identity_domains (name, issuer, policy, enabled,"
                                               " not_before, created_at) VALUES (?, ?, ?, ?, ?, ?)");
    const Result<void> done = statement.exec(domain.name, nullable(domain.issuer), QString::fromUtf8(json),
                                             domain.enabled, nullable(domain.notBefore), domain.createdAt);
    if (!done)
        return explained(done.error(), domain.name);
    domain.id = statement.insertedId();
    invalidate();
    m_writer.changes().noteInserted(Table::Domains);
    return domain;
}

Result<void> DomainStore::raiseNotBefore(Id domain, Timestamp notBefore)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement
        = m_connection.prepare("UPDATE identity_domains SET not_before = max(coalesce(not_before, 0), ?) WHERE id = ?");
    return noteChange(statement.exec(notBefore, domain), domain);
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

Result<void> DomainStore::setEnabled(Id domain, bool enabled)
{
    if (domain == DefaultId && !enabled)
        return Error {Error::Kind::Invalid, DomainStoreTexts::tr("The default domain cannot be switched off.")};
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare("UPDATE identity_domains SET enabled = ? WHERE id = ?");
    return noteChange(statement.exec(enabled, domain), domain);
}

Result<void> DomainStore::noteChange(const Result<void> &executed, Id domain)
{
    invalidate();
    m_writer.changes().noteUpdated(Table::Domains, domain);
    return executed;
}

} // namespace Gatehouse
