#include "models/store/dialect.h"

#include <QFileInfo>
#include <QStringBuilder>
#include <QUrl>

namespace Gatehouse {

namespace {

QString fileUri(const DatabaseUrl &url, const char *parameter)
{
    return QString::fromLatin1(QUrl::fromLocalFile(url.path).toEncoded()) + u'?' + QLatin1String(parameter);
}

} // namespace

QString Dialect::driver() const
{
    switch (m_engine) {
    case DatabaseUrl::Engine::Sqlite:
        return QStringLiteral("QSQLITE");
    }
    Q_UNREACHABLE();
}

QString Dialect::inspectionName(const DatabaseUrl &url) const
{
    return fileUri(url, "immutable=1");
}

QString Dialect::databaseName(const DatabaseUrl &url, bool writer) const
{
    if (!url.foreign)
        return url.path;
    // Who closes a write-ahead log as the last removes it with its index, but not when he may only read. So only where
    // both are there, and are to stay, the file is opened for reading; else `query_only` keeps a reader from writing.
    const bool hasLog = QFileInfo::exists(url.path + "-wal") && QFileInfo::exists(url.path + "-shm");
    return fileUri(url, hasLog && !writer ? "mode=ro" : "mode=rw");
}

QString Dialect::connectOptions(const DatabaseUrl &url, bool writer) const
{
    const QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_URI");
    return writer || url.foreign ? options : options + ";QSQLITE_OPEN_READONLY";
}

QStringList Dialect::openingStatements(const DatabaseUrl &url, bool writer) const
{
    // Not mapped: whoever walks through a table or its indexes would in time hold the whole file in memory.
    QStringList statements {QStringLiteral("PRAGMA temp_store = MEMORY"), QStringLiteral("PRAGMA mmap_size = 0")};
    if (!writer)
        return statements << url.views << QStringLiteral("PRAGMA query_only = ON")
                          << QStringLiteral("PRAGMA cache_size = -8192");
    if (url.foreign)
        return statements;
    return statements
        << QStringLiteral("PRAGMA journal_mode = WAL")
        << QStringLiteral("PRAGMA synchronous = %1").arg(url.temporary ? QLatin1String("OFF") : QLatin1String("FULL"))
        << QStringLiteral("PRAGMA foreign_keys = ON") << QStringLiteral("PRAGMA cache_size = -65536")
        << QStringLiteral("PRAGMA journal_size_limit = 16777216");
}

QStringList Dialect::closingStatements() const
{
    return {QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")};
}

const char *Dialect::beginImmediate() const
{
    return "BEGIN IMMEDIATE";
}

QString Dialect::lockPatience(int milliseconds) const
{
    return QStringLiteral("PRAGMA busy_timeout = %1").arg(milliseconds);
}

const char *Dialect::foreignChanges() const
{
    return "PRAGMA data_version";
}

const char *Dialect::tables() const
{
    return "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid";
}

QString Dialect::firstRow(const QString &table) const
{
    return u"SELECT rowid FROM " % table % u" WHERE rowid <= 1";
}

const char *Dialect::schemaVersion() const
{
    return "PRAGMA user_version";
}

QStringList Dialect::setSchemaVersion(int version) const
{
    return {QStringLiteral("PRAGMA application_id = %1").arg(ApplicationId),
            QStringLiteral("PRAGMA user_version = %1").arg(version)};
}

QByteArray Dialect::packed(const QByteArrayList &numbers, const QByteArrayList &texts) const
{
    // One call writes into one buffer, where || would allocate for each value. NULL is written as 0 or nothing.
    const QByteArrayList formats = QByteArrayList(numbers.size(), "%d") + QByteArrayList(texts.size(), "%s");
    return "printf('" + formats.join('\n') + "', " + (numbers + texts).join(", ") + ")";
}

QString Dialect::expand(const QString &sql) const
{
    QString text = sql;
    text.replace(QLatin1String("@PRIMARY_KEY@"), QLatin1String("INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"));
    text.replace(QLatin1String("@BOOLEAN@"), QLatin1String("BOOLEAN"));
    text.replace(QLatin1String("@TRUE@"), QLatin1String("1"));
    text.replace(QLatin1String("@FALSE@"), QLatin1String("0"));
    return text;
}

} // namespace Gatehouse
