#pragma once

#include "models/store/databaseurl.h"

#include <QByteArrayList>
#include <QString>
#include <QStringList>

namespace Gatehouse {

/// The one place where database engines differ.
class Dialect
{
public:
    explicit Dialect(DatabaseUrl::Engine engine)
        : m_engine(engine)
    { }

    QString driver() const; ///< Qt's name of the driver
    QString inspectionName(const DatabaseUrl &url) const; ///< database name for a look that leaves no trace
    QString databaseName(const DatabaseUrl &url, bool writer) const; ///< and for everything else
    QString connectOptions(const DatabaseUrl &url, bool writer) const; ///< for QSqlDatabase::setConnectOptions()
    QStringList openingStatements(const DatabaseUrl &url, bool writer) const; ///< what a new connection executes first
    QStringList closingStatements() const; ///< what the writing connection executes last
    const char *beginImmediate() const; ///< takes the write lock before the first read
    QString lockPatience(int milliseconds) const; ///< how long a connection waits for a lock that another holds
    const char *foreignChanges() const; ///< a query whose one number changes when another connection commits
    const char *tables() const; ///< a query for the names of our tables, those first that others refer to
    QString firstRow(const QString &table) const; ///< a query that reads a table's beginning, and no more
    const char *schemaVersion() const; ///< a query for the number of the last migration that was applied; 0: none
    QStringList
    setSchemaVersion(int version) const; ///< also marks the database as ours; part of the migration's transaction
    /// The SQL expression that packs columns for PackedRow: whole numbers, then texts without line breaks.
    QByteArray packed(const QByteArrayList &numbers, const QByteArrayList &texts) const;
    /// A migration's text with @PRIMARY_KEY@, @BOOLEAN@, @TRUE@ and @FALSE@ put in the engine's words.
    QString expand(const QString &sql) const;

    /// What the header of one of our files says whose it is: "GATE".
    static constexpr quint32 ApplicationId = 0x47415445;

private:
    DatabaseUrl::Engine m_engine;
};

} // namespace Gatehouse
