#include "models/store/applicationstore.h"

#include "models/clock.h"
#include "models/store/rows.h"
#include "models/store/writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr int CachedApplications = 1000;

struct ApplicationStoreTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::ApplicationStore)
};

Application readApplication(const Statement &row)
{
    Application application;
    application.id = row.number(0);
    application.domainId = row.number(1);
    application.name = row.text(2);
    application.uid = row.text(3);
    application.secret = row.text(4);
    application.redirectUri = row.text(5);
    application.scopes = row.text(6);
    application.confidential = row.flag(7);
    application.enabled = row.flag(8);
    application.trusted = row.flag(9);
    application.grantTypes = row.text(10);
    application.notBefore = row.number(11);
    application.createdAt = row.number(12);
    application.updatedAt = row.number(13);
    return application;
}

Error explained(const Error &error, const Application &application)
{
    if (error.kind != Error::Kind::Conflict)
        return error;
    return {error.kind,
            ApplicationStoreTexts::tr("There is an application with the client id %1 already.").arg(application.uid)};
}

Result<void> checkNames(const Application &application)
{
    if (application.name.trimmed().isEmpty())
        return Error {Error::Kind::Invalid, ApplicationStoreTexts::tr("An application needs a name.")};
    const QString &uid = application.uid;
    // RFC 6749 appendix A.1
    const bool spelled = std::all_of(uid.begin(), uid.end(), [](QChar each) { return each >= u' ' && each <= u'~'; });
    if (uid.isEmpty() || !spelled)
        return Error {Error::Kind::Invalid,
                      ApplicationStoreTexts::tr("An application needs a client id of printable ASCII characters.")};
    return {};
}

} // namespace

ApplicationStore::ApplicationStore(Connection &connection, Writer &writer, const Clock &clock)
    : m_connection(connection)
    , m_writer(writer)
    , m_clock(clock)
    , m_cache(CachedApplications)
{ }

Result<Application> ApplicationStore::create(Application application)
{
    if (const Result<void> good = checkNames(application); !good)
        return good.error();
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    application.createdAt = application.updatedAt = m_clock.now();
    Statement statement = m_connection.prepare(
        "INSERT INTO oauth_applications (domain_id, name, uid, secret, redirect_uri, scopes, confidential, enabled,"
        " trusted, grant_types, not_before, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const Result<void> done = statement.exec(
        application.domainId, application.name, application.uid, application.secret, application.redirectUri,
        application.scopes, application.confidential, application.enabled, application.trusted, application.grantTypes,
        nullable(application.notBefore), application.createdAt, application.updatedAt);
    if (!done)
        return explained(done.error(), application);
    application.id = statement.insertedId();
    m_writer.changes().noteInserted(Table::Applications);
    return application;
}

Result<void> ApplicationStore::update(const Application &application)
{
    if (const Result<void> good = checkNames(application); !good)
        return good;
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare(
        "UPDATE oauth_applications SET name = ?, redirect_uri = ?, scopes = ?, confidential = ?, enabled = ?,"
        " trusted = ?, grant_types = ?, not_before = ?, updated_at = ? WHERE id = ?");
    const Result<void> done = statement.exec(
        application.name, application.redirectUri, application.scopes, application.confidential, application.enabled,
        application.trusted, application.grantTypes, nullable(application.notBefore), m_clock.now(), application.id);
    return done ? noteChange(statement, application.id) : done;
}

Result<void> ApplicationStore::setSecret(Id application, const QString &secret)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare("UPDATE oauth_applications SET secret = ?, updated_at = ? WHERE id = ?");
    const Result<void> done = statement.exec(secret, m_clock.now(), application);
    return done ? noteChange(statement, application) : done;
}

Result<void> ApplicationStore::remove(Id application)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare("DELETE FROM oauth_applications WHERE id = ?");
    if (const Result<void> done = statement.exec(application); !done)
        return done;
    for (const Table table : {Table::AccessGrants, Table::AccessTokens, Table::TokenFamilies, Table::Consents})
        m_writer.changes().noteEverything(table);
    return noteChange(statement, application);
}

/// Error::NotFound when the statement met no row.
Result<void> ApplicationStore::noteChange(const Statement &statement, Id application)
{
    invalidate();
    if (statement.affectedRows() == 0)
        return Error {Error::Kind::NotFound, ApplicationStoreTexts::tr("This application is not there any more.")};
    m_writer.changes().noteUpdated(Table::Applications, application);
    return {};
}

Result<std::optional<Application>> ApplicationStore::findByUid(Id domain, const QString &uid)
{
    const std::pair<Id, QString> key(domain, uid);
    if (const Application *known = m_cache.object(key))
        return std::optional<Application>(*known);
    Statement query = m_connection.prepare(
        "SELECT id, domain_id, name, uid, secret, redirect_uri, scopes, confidential, enabled, trusted, grant_types,"
        " not_before, created_at, updated_at FROM oauth_applications WHERE domain_id = ? AND uid = ?");
    Result<std::optional<Application>> found = firstRow<Application>(query, query.exec(domain, uid), readApplication);
    if (found && *found)
        m_cache.insert(key, new Application(**found));
    return found;
}

Result<std::optional<Application>> ApplicationStore::find(Id application)
{
    Statement query = m_connection.prepare(
        "SELECT id, domain_id, name, uid, secret, redirect_uri, scopes, confidential, enabled, trusted, grant_types,"
        " not_before, created_at, updated_at FROM oauth_applications WHERE id = ?");
    return firstRow<Application>(query, query.exec(application), readApplication);
}

} // namespace Gatehouse
