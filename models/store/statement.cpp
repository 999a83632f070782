#include "models/store/connection.h"

#include <QSqlError>

namespace Gatehouse {

Statement::Statement(Connection &connection, QSqlQuery *query)
    : m_connection(&connection)
    , m_query(query)
{ }

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection)
    , m_query(std::exchange(other.m_query, nullptr))
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
    if (m_query->exec())
        return {};
    m_connection->noteFailure(m_query->lastError());
    return toError(m_query->lastError());
}

bool Statement::next()
{
    return m_query->next();
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
