#include "tests/support/railsfixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

namespace Gatehouse {

namespace {

/// Runs the statements through a connection that is closed again; answers the rows of the last.
QList<QVariantList> runIn(const QString &path, const QStringList &statements)
{
    const QString name = QStringLiteral("rails");
    QList<QVariantList> rows;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
            rows.clear();
            while (query.next()) {
                QVariantList row;
                for (int column = 0; column < query.record().count(); ++column)
                    row.append(query.value(column));
                rows.append(row);
            }
        }
    }
    QSqlDatabase::removeDatabase(name);
    return rows;
}

QStringList script()
{
    QFile file(QStringLiteral(GATEHOUSE_TEST_DATA "/doorkeeper-5.5-rails.sql"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    const QString text = QString::fromUtf8(file.readAll());
    return QString(QStringLiteral("BEGIN;\n") + text + QStringLiteral("COMMIT;\n"))
        .split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
}

} // namespace

RailsFixture::RailsFixture(const QStringList &changes, const QString &folder)
    : m_path(QDir(folder.isEmpty() ? m_folder.path() : folder).filePath(QStringLiteral("production.sqlite3")))
{
    runIn(m_path, script() + changes);
}

void RailsFixture::execute(const QStringList &statements) const
{
    runIn(path(), statements);
}

QList<QVariantList> RailsFixture::rows(const QString &select) const
{
    return runIn(path(), {select});
}

QMap<QString, QVariantList> RailsFixture::content() const
{
    QMap<QString, QVariantList> content;
    for (const char *pragma : {"journal_mode", "user_version", "application_id", "page_size", "auto_vacuum"})
        content.insert(QString::fromLatin1(pragma),
                       rows(QStringLiteral("PRAGMA %1").arg(QLatin1String(pragma))).first());
    for (const QVariantList &item : rows(QStringLiteral("SELECT name, type, sql FROM sqlite_master"))) {
        content.insert(QStringLiteral("schema ") + item.first().toString(), item);
        if (item.at(1) != QStringLiteral("table"))
            continue;
        for (const QVariantList &row : rows(QStringLiteral("SELECT rowid, * FROM \"%1\"").arg(item.first().toString())))
            content.insert(item.first().toString() + QLatin1Char(' ') + row.first().toString(), row);
    }
    return content;
}

QByteArray RailsFixture::bytes() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList RailsFixture::neighbours() const
{
    QStringList files = QFileInfo(m_path).dir().entryList(QDir::Files | QDir::Hidden, QDir::Name);
    files.removeAll(QStringLiteral("production.sqlite3"));
    return files;
}

} // namespace Gatehouse
