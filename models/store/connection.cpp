#include "models/store/connection.h"

#include "models/store/sqlerror.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlError>

#include <sqlite3.h>

#include <atomic>

namespace Gatehouse {

namespace {

struct ConnectionTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Connection)
};

QString uniqueName()
{
    static std::atomic<quint64> last = 0;
    return QStringLiteral("gatehouse-%1").arg(++last);
}

/// Before the first use of SQLite: let it not count what it allocates. It counts under one lock for all connections, where a view
/// that reads would wait for the server that writes.
void stopCountingMemory()
{
    static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(done)
}

Error cannotOpen(const DatabaseUrl &url, const Error &cause)
{
    return {cause.kind, ConnectionTexts::tr("The database %1 cannot be opened. %2").arg(url.display(), cause.message)};
}

} // namespace

QVariant nullable(qint64 value)
{
    return value ? QVariant(value) : QVariant();
}

QVariant nullable(const QString &value)
{
    return value.isEmpty() ? QVariant() : QVariant(value);
}

Connection::Connection(const DatabaseUrl &url, const QString &name)
    : m_url(url)
    , m_name(name)
    , m_dialect(url.engine)
{ }

Connection::~Connection()
{
    m_statements.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseUrl &url, Access access)
{
    std::unique_ptr<Connection> connection(new Connection(url, uniqueName()));
    if (const Result<void> started = connection->start(access); !started)
        return cannotOpen(url, started.error());
    return connection;
}

Result<void> Connection::start(Access access)
{
    const bool writer = access == Access::Write;
    stopCountingMemory();
    QSqlDatabase database = QSqlDatabase::addDatabase(m_dialect.driver(), m_name);
    if (!database.isValid())
        return Error {Error::Kind::Unavailable,
                      ConnectionTexts::tr("Qt's database driver %1 is missing; install it.").arg(m_dialect.driver())};
    database.setConnectOptions(m_dialect.connectOptions(m_url, writer));
    database.setDatabaseName(access == Access::Inspect ? m_dialect.inspectionName(m_url)
                                                       : m_dialect.databaseName(m_url, writer));
    if (!database.open())
        return toError(database.lastError());
    for (const QString &statement : m_dialect.openingStatements(m_url, writer)) {
        if (const Result<void> done = execute(statement); !done)
            return done;
    }
    return {};
}

Statement Connection::prepare(const char *sql)
{
    std::shared_ptr<QSqlQuery> &query = m_statements[sql];
    if (!query) {
        query = std::make_shared<QSqlQuery>(handle());
        query->setForwardOnly(true);
        query->prepare(QString::fromLatin1(sql));
    }
    return Statement(*this, query.get());
}

Result<void> Connection::execute(const QString &sql)
{
    QSqlQuery query(handle());
    return runOnce(query, sql);
}

Result<void> Connection::read(const QString &sql, const std::function<void(const QSqlQuery &)> &row)
{
    QSqlQuery query(handle());
    if (const Result<void> done = runOnce(query, sql); !done)
        return done;
    while (query.next())
        row(query);
    if (!query.lastError().isValid())
        return {};
    noteFailure(query.lastError());
    return toError(query.lastError());
}

Result<qint64> Connection::change(const QString &sql)
{
    QSqlQuery query(handle());
    if (const Result<void> done = runOnce(query, sql); !done)
        return done.error();
    return qMax<qint64>(0, query.numRowsAffected());
}

Result<void> Connection::runOnce(QSqlQuery &query, const QString &sql)
{
    query.setForwardOnly(true);
    QElapsedTimer timer;
    timer.start();
    const bool done = query.exec(sql);
    if (m_trace)
        m_trace->append(
            {sql, timer.nsecsElapsed() / 1000, query.isSelect() ? 0 : qMax<qint64>(0, query.numRowsAffected())});
    if (done)
        return {};
    noteFailure(query.lastError());
    return toError(query.lastError());
}

qint64 Connection::foreignChanges()
{
    Statement query = prepare(m_dialect.foreignChanges());
    return query.exec() && query.next() ? query.number(0) : 0;
}

void Connection::noteFailure(const QSqlError &error)
{
    m_lostTransaction = m_lostTransaction || endsTransaction(error);
    m_hasFoundDamage = m_hasFoundDamage || toError(error).kind == Error::Kind::Damaged;
}

} // namespace Gatehouse
