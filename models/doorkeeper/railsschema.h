#pragma once

#include "models/store/databaseurl.h"

#include <QHash>
#include <QString>

#include <optional>

namespace Gatehouse {

/// Doorkeeper's names of its tables.
namespace RailsTable {
inline const QString Applications = QStringLiteral("oauth_applications");
inline const QString Grants = QStringLiteral("oauth_access_grants");
inline const QString Tokens = QStringLiteral("oauth_access_tokens");
} // namespace RailsTable

/// The tables of a Rails application whose authorization server is Doorkeeper. Versions and generators differ in the columns they
/// make; the people are in a table of the application's own.
class RailsSchema
{
public:
    /// The table of the resource owners, as far as it can be understood.
    struct Users
    {
        QString table;
        QString login; ///< the column a person is known by, mostly an e-mail address
        QString name; ///< a second one; empty: there is none
        bool hasCreatedAt = false;
    };

    /// What is in the file. Nothing when it is not such a database or cannot be read now. Leaves no trace.
    static std::optional<RailsSchema> read(const DatabaseUrl &url);

    bool has(const QString &table, const QString &column) const { return m_columns.value(table).contains(column); }
    bool hasTable(const QString &table) const { return m_columns.contains(table); }
    const std::optional<Users> &users() const { return m_users; }
    /// Whether a refreshed pair knows the one before it.
    bool hasLineage() const;

private:
    /// The columns of each table with their declared types.
    using Columns = QHash<QString, QHash<QString, QString>>;

    static Columns columnsIn(class Connection &connection);
    static QString ownersTable(class Connection &connection);
    bool isDoorkeeper() const;
    bool isNumbered(const QString &table) const;
    bool hasAll(const QString &table, const QStringList &columns) const;
    QString firstOf(const QString &table, const QStringList &columns) const;
    QString loginOf(const QString &table) const;
    void findUsers(const QString &referenced);

    Columns m_columns;
    std::optional<Users> m_users;
};

} // namespace Gatehouse
