#include "models/upkeep/damagedtable.h"

#include "models/store/connection.h"

#include <QSqlError>
#include <QStringBuilder>

#include <limits>

namespace Gatehouse {

namespace {

constexpr qint64 LargestId = std::numeric_limits<qint64>::max() / 4; // far beyond what was ever given out

} // namespace

DamagedTable::DamagedTable(Connection &connection, const QString &name, const QStringList &columns)
    : m_connection(connection)
    , m_name(name)
    , m_columns(columns)
{ }

bool DamagedTable::read(const Visit &visit)
{
    std::optional<qint64> from = 0;
    while (from && !m_isStopped) {
        const std::optional<qint64> damaged = readFrom(*from, visit);
        m_isWhole = m_isWhole && !damaged;
        from = damaged ? nextReadable(*damaged) : std::nullopt;
    }
    return !m_isStopped;
}

std::optional<qint64> DamagedTable::readFrom(qint64 from, const Visit &visit)
{
    QSqlQuery query(m_connection.handle());
    query.setForwardOnly(true);
    query.prepare(u"SELECT " % m_columns.join(u", ") % u", rowid FROM " % m_name % u" WHERE rowid >= ? ORDER BY rowid");
    query.bindValue(0, from);
    qint64 next = from;
    if (!query.exec())
        return next;
    while (query.next()) {
        next = query.value(int(m_columns.size())).toLongLong() + 1;
        if (!visit(query)) {
            m_isStopped = true;
            return std::nullopt;
        }
    }
    return query.lastError().isValid() ? std::optional(next) : std::nullopt;
}

/// In strides that grow slowly: where two damaged places are near each other, little of what is between them is passed over.
std::optional<qint64> DamagedTable::nextReadable(qint64 damaged)
{
    qint64 stride = 1;
    qint64 readable = damaged + stride;
    for (; readable < LargestId; readable += stride) {
        const Finding finding = lookAt(readable);
        if (finding == Finding::End)
            return std::nullopt;
        if (finding == Finding::Row)
            break;
        damaged = readable;
        stride += 1 + stride / 8;
    }
    if (readable >= LargestId)
        return std::nullopt;
    while (readable - damaged > 1) {
        const qint64 middle = damaged + (readable - damaged) / 2;
        (lookAt(middle) == Finding::Damage ? damaged : readable) = middle;
    }
    return readable;
}

DamagedTable::Finding DamagedTable::lookAt(qint64 from)
{
    QSqlQuery query(m_connection.handle());
    query.setForwardOnly(true);
    query.prepare(u"SELECT rowid FROM " % m_name % u" WHERE rowid >= ? ORDER BY rowid LIMIT 1");
    query.bindValue(0, from);
    if (!query.exec())
        return Finding::Damage;
    if (query.next())
        return Finding::Row;
    return query.lastError().isValid() ? Finding::Damage : Finding::End;
}

} // namespace Gatehouse
