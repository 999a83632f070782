#include "models/store/migrations.h"

#include "models/store/connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace Gatehouse {

namespace {

struct MigrationsTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Migrations)
};

constexpr QLatin1String Folder(":/sql");

/// "0001_initial.sql" and its successors, in order.
QStringList files()
{
    return QDir(Folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

QStringList statementsOf(const QString &file, const Dialect &dialect, Timestamp now)
{
    QFile source(Folder + '/' + file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    QString text = dialect.expand(QString::fromUtf8(source.readAll()));
    text.replace(QLatin1String("@NOW@"), QString::number(now));
    QStringList statements = text.split(QStringLiteral(";\n"));
    statements.removeIf([](const QString &each) { return each.trimmed().isEmpty(); });
    return statements;
}

Result<int> currentVersion(Connection &connection)
{
    Statement query = connection.prepare(connection.dialect().schemaVersion());
    if (const Result<void> done = query.exec(); !done)
        return done.error();
    return query.next() ? int(query.number(0)) : 0;
}

Result<void> executeAll(Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const Result<void> done = connection.execute(statement); !done)
            return done;
    }
    return {};
}

/// Applies migration number `version`, unless another process has done so since we looked.
Result<void> apply(Connection &connection, int version, Timestamp now)
{
    const Result<int> current = currentVersion(connection);
    if (!current || *current >= version)
        return current ? Result<void>() : current.error();
    const Dialect &dialect = connection.dialect();
    return executeAll(connection,
                      statementsOf(files().at(version - 1), dialect, now) + dialect.setSchemaVersion(version));
}

Result<void> applyInTransaction(Connection &connection, int version, Timestamp now)
{
    if (const Result<void> begun = connection.execute(connection.dialect().beginImmediate()); !begun)
        return begun;
    Result<void> done = apply(connection, version, now);
    if (done)
        done = connection.execute("COMMIT");
    if (!done)
        (void)connection.execute("ROLLBACK");
    return done;
}

} // namespace

int Migrations::newest()
{
    return int(files().size());
}

Result<void> Migrations::run(Connection &connection, Timestamp now, int to)
{
    const Result<int> current = currentVersion(connection);
    if (!current)
        return current.error();
    if (*current > newest())
        return Error {
            Error::Kind::TooNew,
            MigrationsTexts::tr("%1 was written by a newer Gatehouse: its schema is %2, this program knows %3.")
                .arg(connection.url().display())
                .arg(*current)
                .arg(newest())};
    for (int version = *current + 1; version <= to; ++version) {
        if (const Result<void> done = applyInTransaction(connection, version, now); !done)
            return Error {done.error().kind,
                          MigrationsTexts::tr("The database %1 cannot be brought up to date. %2")
                              .arg(connection.url().display(), done.error().message)};
    }
    return {};
}

} // namespace Gatehouse
