#include "models/store/applicationstore.h"

#include "models/clock.h"
#include "models/store/rows.h"
#include "models/store/writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr int CachedApplications = 1000;
constexpr int ScopesColumn = 15; // behind those of the application
constexpr int SinceColumn = 16;

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
    application.superClient = row.flag(14);
    return application;
}

QByteArray applicationsWhere(const char *condition)
{
    return QByteArray("SELECT id, domain_id, name, uid, secret, redirect_uri, scopes, confidential, enabled, trusted,"
                      " grant_types, not_before, created_at, updated_at, super_client FROM oauth_applications"
                      " WHERE ")
        + condition;
}

QString withScopes(const QString &known, const QString &more)
{
    QStringList names = known.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    names += more.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    names.removeDuplicates();
    return names.join(QLatin1Char(' '));
}

/// Rows come one for each set of scopes, those of an application one after another.
void addAuthorization(QList<AuthorizedApplication> &all, const AuthorizedApplication &row)
{
    if (all.isEmpty() || all.constLast().application.id != row.application.id) {
        all.append(row);
        return;
    }
    AuthorizedApplication &last = all.last();
    last.scopes = withScopes(last.scopes, row.scopes);
    last.since = std::min(last.since, row.since);
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
        " trusted, grant_types, not_before, created_at, updated_at, super_client) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?)");
    const Result<void> done = statement.exec(
        application.domainId, application.name, application.uid, application.secret, application.redirectUri,
        application.scopes, application.confidential, application.enabled, application.trusted, application.grantTypes,
        nullable(application.notBefore), application.createdAt, application.updatedAt, application.superClient);
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
        " trusted = ?, grant_types = ?, not_before = ?, super_client = ?, updated_at = ? WHERE id = ?");
    const Result<void> done
        = statement.exec(application.name, application.redirectUri, application.scopes, application.confidential,
                         application.enabled, application.trusted, application.grantTypes,
                         nullable(application.notBefore), application.superClient, m_clock.now(), application.id);
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
    static const QByteArray sql = applicationsWhere("domain_id = ? AND uid = ?");
    Statement query = m_connection.prepare(sql.constData());
    Result<std::optional<Application>> found = firstRow<Application>(query, query.exec(domain, uid), readApplication);
    if (found && *found)
        m_cache.insert(key, new Application(**found));
    return found;
}

Result<std::optional<Application>> ApplicationStore::find(Id application)
{
    static const QByteArray sql = applicationsWhere("id = ?");
    Statement query = m_connection.prepare(sql.constData());
    return firstRow<Application>(query, query.exec(application), readApplication);
}

Result<QList<Application>> ApplicationStore::list(Id domain)
{
    static const QByteArray sql = applicationsWhere("domain_id = ? ORDER BY created_at, id");
    Statement query = m_connection.prepare(sql.constData());
    if (const Result<void> done = query.exec(domain); !done)
        return done.error();
    QList<Application> applications;
    while (query.next())
        applications.append(readApplication(query));
    return applications;
}

Result<QStringList> ApplicationStore::publicRedirectUris(Id domain)
{
    Statement query = m_connection.prepare(
        "SELECT redirect_uri FROM oauth_applications WHERE domain_id = ? AND enabled AND NOT confidential");
    if (const Result<void> done = query.exec(domain); !done)
        return done.error();
    QStringList addresses;
    while (query.next())
        addresses += query.text(0).simplified().split(u' ', Qt::SkipEmptyParts);
    return addresses;
}

Result<QList<AuthorizedApplication>> ApplicationStore::authorizedBy(Id domain, Id user)
{
    Statement query = m_connection.prepare(
        "SELECT a.id, a.domain_id, a.name, a.uid, a.secret, a.redirect_uri, a.scopes, a.confidential, a.enabled,"
        " a.trusted, a.grant_types, a.not_before, a.created_at, a.updated_at, a.super_client, t.scopes, "
        "min(t.created_at)"
        " FROM oauth_applications a JOIN oauth_access_tokens t ON t.application_id = a.id"
        " WHERE a.domain_id = ? AND t.resource_owner_id = ? AND t.revoked_at IS NULL"
        " GROUP BY a.id, t.scopes ORDER BY a.created_at, a.id");
    if (const Result<void> done = query.exec(domain, user); !done)
        return done.error();
    QList<AuthorizedApplication> authorizations;
    while (query.next())
        addAuthorization(authorizations, {readApplication(query), query.text(ScopesColumn), query.number(SinceColumn)});
    return authorizations;
}

} // namespace Gatehouse
