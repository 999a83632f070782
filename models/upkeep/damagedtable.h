#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QSqlQuery;

namespace Gatehouse {

class Connection;

/// A table of a file that is damaged in places. Its rows are read in the order of their rowids, and behind a damaged place
/// the next row that can be read is looked for. Works in the calling thread.
class DamagedTable
{
public:
    /// The row's values from 0 on, in the order of the columns; false stops.
    using Visit = std::function<bool(const QSqlQuery &row)>;

    DamagedTable(Connection &connection, const QString &name, const QStringList &columns);

    /// Hands each row that can be read to `visit`. Answers whether it went on to the end.
    bool read(const Visit &visit);
    /// Whether nothing was in the way of read().
    bool isWhole() const { return m_isWhole; }

private:
    enum class Finding { Row, End, Damage };

    /// Reads from a rowid on. Answers the first one that could not be read; nothing at the end or when it was stopped.
    std::optional<qint64> readFrom(qint64 from, const Visit &visit);
    std::optional<qint64> nextReadable(qint64 damaged);
    Finding lookAt(qint64 from);

    Connection &m_connection;
    const QString m_name;
    const QStringList m_columns;
    bool m_isWhole = true;
    bool m_isStopped = false;
};

} // namespace Gatehouse
