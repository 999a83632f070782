#include "models/doorkeeper/railsschema.h"

#include "models/store/connection.h"
#include "models/store/databaseheader.h"
#include "models/store/dialect.h"

#include <QFileInfo>

#include <algorithm>

namespace Gatehouse {

namespace {

QStringList names(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list.append(QString::fromLatin1(text));
    return list;
}

/// Whether there is a database, and it is not one of ours, which has tables of the same names.
bool isForeignDatabase(const DatabaseUrl &url)
{
    if (url.temporary || !QFileInfo(url.path).isFile())
        return false;
    const Result<DatabaseHeader> header = DatabaseHeader::read(url);
    return header && !header->empty && header->applicationId != Dialect::ApplicationId;
}

} // namespace

std::optional<RailsSchema> RailsSchema::read(const DatabaseUrl &url)
{
    if (!isForeignDatabase(url))
        return std::nullopt;
    DatabaseUrl foreign = url;
    foreign.foreign = true;
    const auto connection = Connection::open(foreign, Connection::Access::Read);
    if (!connection)
        return std::nullopt;
    RailsSchema schema;
    schema.m_columns = columnsIn(**connection);
    if (!schema.isDoorkeeper())
        return std::nullopt;
    schema.findUsers(ownersTable(**connection));
    return schema;
}

RailsSchema::Columns RailsSchema::columnsIn(Connection &connection)
{
    Columns columns;
    Statement query = connection.prepare("SELECT m.name, c.name, c.type FROM sqlite_master m"
                                         " JOIN pragma_table_info(m.name) c WHERE m.type = 'table'");
    for (const Result<void> done = query.exec(); done && query.next();)
        columns[query.text(0)].insert(query.text(1), query.text(2));
    return columns;
}

/// The table that the owner of a token or code is declared to be in; empty: nothing is declared.
QString RailsSchema::ownersTable(Connection &connection)
{
    Statement query = connection.prepare("SELECT k.\"table\" FROM sqlite_master m"
                                         " JOIN pragma_foreign_key_list(m.name) k ON k.\"from\" = 'resource_owner_id'"
                                         " WHERE m.name IN ('oauth_access_tokens', 'oauth_access_grants')");
    const Result<void> done = query.exec();
    return done && query.next() ? query.text(0) : QString();
}

bool RailsSchema::isDoorkeeper() const
{
    if (!hasAll(RailsTable::Applications, names({"id", "name", "uid", "redirect_uri", "created_at"}))
        || !isNumbered(RailsTable::Applications))
        return false;
    const QStringList common
        = names({"id", "application_id", "resource_owner_id", "token", "expires_in", "created_at", "revoked_at"});
    const bool hasGoodGrants
        = !hasTable(RailsTable::Grants) || (hasAll(RailsTable::Grants, common) && isNumbered(RailsTable::Grants));
    return hasAll(RailsTable::Tokens, common) && isNumbered(RailsTable::Tokens) && hasGoodGrants;
}

bool RailsSchema::hasLineage() const
{
    return hasAll(RailsTable::Tokens, names({"refresh_token", "previous_refresh_token"}));
}

/// Whether its rows have whole numbers for keys, and not UUIDs.
bool RailsSchema::isNumbered(const QString &table) const
{
    return m_columns.value(table).value(QStringLiteral("id")).contains(QLatin1String("int"), Qt::CaseInsensitive);
}

bool RailsSchema::hasAll(const QString &table, const QStringList &columns) const
{
    return std::all_of(columns.begin(), columns.end(), [&](const QString &column) { return has(table, column); });
}

QString RailsSchema::firstOf(const QString &table, const QStringList &columns) const
{
    const auto found
        = std::find_if(columns.begin(), columns.end(), [&](const QString &column) { return has(table, column); });
    return found == columns.end() ? QString() : *found;
}

QString RailsSchema::loginOf(const QString &table) const
{
    if (!isNumbered(table))
        return {};
    return firstOf(table, names({"email", "email_address", "mail", "login", "username", "user_name", "nickname"}));
}

void RailsSchema::findUsers(const QString &referenced)
{
    const QStringList usual = names({"users", "accounts", "members", "people", "customers", "admins"});
    const QStringList candidates = referenced.isEmpty() ? usual : QStringList {referenced};
    for (const QString &table : candidates) {
        const QString login = loginOf(table);
        if (login.isEmpty())
            continue;
        m_users = Users {table, login, firstOf(table, names({"name", "full_name", "display_name", "username"})),
                         has(table, QStringLiteral("created_at"))};
        if (m_users->name == login)
            m_users->name.clear();
        return;
    }
}

} // namespace Gatehouse
