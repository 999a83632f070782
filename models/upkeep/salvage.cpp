#include "models/upkeep/salvage.h"

#include "models/store/connection.h"
#include "models/store/databaseheader.h"
#include "models/store/migrations.h"
#include "models/upkeep/damagedtable.h"
#include "models/upkeep/targetfile.h"

#include <QFileInfo>
#include <QSqlError>
#include <QStringBuilder>

namespace Gatehouse {

namespace {

constexpr qint64 RowsAtOnce = 1000; // between two questions whether to go on

} // namespace

Salvage::Salvage(const DatabaseUrl &damaged)
    : m_damaged(damaged)
{ }

Result<SalvageOutcome> Salvage::survey(const Progress &progress)
{
    m_progress = progress;
    m_rows = 0;
    const auto source = openDamaged();
    if (!source)
        return source.error();
    const Result<QList<Columns>> all = tablesOf(**source);
    if (!all)
        return all.error();
    SalvageOutcome outcome;
    for (const Columns &columns : *all) {
        SalvageOutcome::Table table {columns.table};
        DamagedTable rows(**source, columns.table, columns.names);
        outcome.isCancelled = !rows.read([&](const QSqlQuery &) {
            ++table.rows;
            return goesOn();
        });
        table.isWhole = rows.isWhole();
        outcome.tables.append(table);
        if (outcome.isCancelled)
            break;
    }
    return outcome;
}

Result<SalvageOutcome> Salvage::save(const QString &file, Timestamp now, const Progress &progress)
{
    m_progress = progress;
    m_rows = 0;
    const auto source = openDamaged();
    if (!source)
        return source.error();
    TargetFile target(m_damaged, file);
    if (const Result<void> created = target.create(); !created)
        return created.error();
    DatabaseUrl place;
    place.path = target.part();
    auto copied = Connection::open(place, Connection::Access::Write);
    if (!copied)
        return copied.error();
    // In the damaged one's schema: opened later, it is brought up to date as that one would have been.
    if (const Result<void> made = Migrations::run(**copied, now, m_version); !made)
        return made.error();
    Result<SalvageOutcome> outcome = copy(**source, **copied);
    for (const QString &statement : (*copied)->dialect().closingStatements())
        (void)(*copied)->execute(statement);
    copied->reset();
    if (!outcome || outcome->isCancelled)
        return outcome;
    const Result<void> done = target.finish();
    return done ? outcome : Result<SalvageOutcome>(done.error());
}

Result<std::unique_ptr<Connection>> Salvage::openDamaged()
{
    const Result<DatabaseHeader> header = DatabaseHeader::read(m_damaged);
    if (!header)
        return header.error();
    if (header->applicationId != Dialect::ApplicationId || header->schemaVersion > Migrations::newest())
        return Error {Error::Kind::Damaged, tr("Nothing can be read of %1.").arg(m_damaged.display())};
    m_version = header->schemaVersion;
    const bool hasLog
        = QFileInfo::exists(m_damaged.path + "-wal"); // empty while nobody has written since the last copy
    return Connection::open(m_damaged, hasLog ? Connection::Access::Read : Connection::Access::Inspect);
}

Result<QList<Salvage::Columns>> Salvage::tablesOf(Connection &connection) const
{
    QStringList names;
    const Result<void> listed
        = connection.read(QString::fromLatin1(connection.dialect().tables()),
                          [&names](const QSqlQuery &row) { names.append(row.value(0).toString()); });
    if (!listed)
        return listed.error();
    QList<Columns> tables;
    for (const QString &name : std::as_const(names)) {
        Columns columns {name, {}};
        const Result<void> described
            = connection.read(u"PRAGMA table_info(" % name % u')',
                              [&columns](const QSqlQuery &row) { columns.names.append(row.value(1).toString()); });
        if (!described)
            return described.error();
        tables.append(columns);
    }
    return tables;
}

Result<SalvageOutcome> Salvage::copy(Connection &from, Connection &to)
{
    const Result<QList<Columns>> all = tablesOf(to);
    if (!all)
        return all.error();
    // What a row belongs to may come after it.
    for (const char *statement : {"PRAGMA foreign_keys = OFF", "BEGIN IMMEDIATE"}) {
        if (const Result<void> done = to.execute(statement); !done)
            return done.error();
    }
    SalvageOutcome outcome;
    for (const Columns &columns : *all) {
        SalvageOutcome::Table table {columns.table};
        const Result<bool> whole = copyTable(columns, from, to, table);
        if (!whole)
            return whole.error();
        outcome.tables.append(table);
        if (!*whole) {
            outcome.isCancelled = true;
            return outcome;
        }
    }
    if (const Result<void> done = leaveOutDependents(to, outcome); !done)
        return done.error();
    keepSequences(from, to);
    if (const Result<void> done = to.execute("COMMIT"); !done)
        return done.error();
    return outcome;
}

/// False: cancelled.
Result<bool> Salvage::copyTable(const Columns &columns, Connection &from, Connection &to, SalvageOutcome::Table &table)
{
    const QStringList marks(columns.names.size(), QStringLiteral("?"));
    QSqlQuery insert(to.handle());
    insert.prepare(u"INSERT OR REPLACE INTO " % columns.table % u" (" % columns.names.join(u", ") % u") VALUES ("
                   % marks.join(u", ") % u')');
    std::optional<Error> fault;
    DamagedTable rows(from, columns.table, columns.names);
    const bool isDone = rows.read([&](const QSqlQuery &row) {
        for (int column = 0; column < columns.names.size(); ++column)
            insert.bindValue(column, row.value(column));
        // A row that breaks a rule of the table is a damaged one.
        if (insert.exec())
            ++table.rows;
        else if (const Error error = toError(insert.lastError());
                 error.kind != Error::Kind::Conflict && error.kind != Error::Kind::Invalid)
            fault = error;
        else
            table.isWhole = false;
        return !fault && goesOn();
    });
    table.isWhole = table.isWhole && rows.isWhole();
    if (fault)
        return *fault;
    return isDone;
}

/// Round by round: what belongs to a row that was left out goes with the next.
Result<void> Salvage::leaveOutDependents(Connection &copy, SalvageOutcome &outcome) const
{
    for (qint64 gone = 1; gone > 0;) {
        gone = 0;
        for (SalvageOutcome::Table &table : outcome.tables) {
            const Result<qint64> some = copy.change(u"DELETE FROM " % table.name
                                                    % u" WHERE rowid IN (SELECT o.rowid FROM pragma_foreign_key_check('"
                                                    % table.name % u"') o)");
            if (!some)
                return some.error();
            table.dependents += *some;
            gone += *some;
        }
    }
    return {};
}

/// The numbers of lost rows are not given out again.
void Salvage::keepSequences(Connection &from, Connection &to) const
{
    (void)from.read(QStringLiteral("SELECT name, seq FROM sqlite_sequence"), [&to](const QSqlQuery &row) {
        QSqlQuery raise(to.handle());
        raise.prepare(QStringLiteral("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?"));
        raise.bindValue(0, row.value(1));
        raise.bindValue(1, row.value(0));
        raise.exec();
    });
}

bool Salvage::goesOn()
{
    return ++m_rows % RowsAtOnce != 0 || m_progress(m_rows);
}

} // namespace Gatehouse
