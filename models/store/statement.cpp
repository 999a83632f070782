#include "models/store/connection.h"

#include <QElapsedTimer>
#include <QSqlError>

namespace Gatehouse {

Statement::Statement(Connection &connection, QSqlQuery *query)
    : m_connection(&connection)
    , m_query(query)
{ }

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection)
    , m_query(std::exchange(other.m_query, nullptr))
    , m_traced(other.m_traced)
{ }

Statement::~Statement()
{
    if (m_query)
        m_query->finish();
}

void Statement::bind(int position, const QVariant &value)
{
    m_query->bindValue(position, value);
}

void Statement::bind(int position, const QString &value)
{
    // The driver takes a null QString for NULL.
    m_query->bindValue(position, value.isNull() ? QStringLiteral("") : value);
}

void Statement::bind(int position, qint64 value)
{
    m_query->bindValue(position, value);
}

Result<void> Statement::run()
{
    const bool done = m_connection->m_trace ? runTraced(*m_connection->m_trace) : m_query->exec();
    if (done)
        return {};
    m_connection->noteFailure(m_query->lastError());
    return toError(m_query->lastError());
}

bool Statement::runTraced(QList<SqlTrace> &trace)
{
    QElapsedTimer timer;
    timer.start();
    const bool done = m_query->exec();
    m_traced = trace.size();
    trace.append({m_query->lastQuery(), timer.nsecsElapsed() / 1000,
                  m_query->isSelect() ? 0 : qMax<qint64>(0, m_query->numRowsAffected())});
    return done;
}

bool Statement::next()
{
    if (!m_query->next()) {
        if (m_query->lastError().isValid())
            m_connection->noteFailure(m_query->lastError());
        return false;
    }
    QList<SqlTrace> *trace = m_connection->m_trace;
    if (trace && m_traced >= 0 && m_traced < trace->size())
        ++(*trace)[m_traced].rows;
    return true;
}

QVariant Statement::value(int column) const
{
    return m_query->value(column);
}

QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}

qint64 Statement::number(int column) const
{
    return m_query->value(column).toLongLong();
}

bool Statement::flag(int column) const
{
    return m_query->value(column).toBool();
}

qint64 Statement::affectedRows() const
{
    return m_query->numRowsAffected();
}

qint64 Statement::insertedId() const
{
    return m_query->lastInsertId().toLongLong();
}

} // namespace Gatehouse
