#include "ui/traffic/requestlog.h"

#include "models/tables/roles.h"
#include "ui/timetext.h"

#include <QLocale>

#include <algorithm>

namespace Gatehouse {

int RequestLog::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_exchanges.size());
}

int RequestLog::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnTotal);
}

QVariant RequestLog::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Exchange &exchange = m_exchanges.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(exchange, index.column());
    case IdRole:
        return exchange.id;
    case TimestampRole:
        return index.column() == Time ? QVariant(exchange.at) : QVariant();
    default:
        return {};
    }
}

QVariant RequestLog::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Method:
        return tr("Method");
    case Path:
        return tr("Path");
    case Client:
        return tr("Client ID");
    case Status:
        return tr("Status");
    case Reason:
        return tr("Reason");
    case Duration:
        return tr("Duration");
    default:
        return {};
    }
}

void RequestLog::add(const QList<Exchange> &exchanges)
{
    const qsizetype count = std::min<qsizetype>(exchanges.size(), Kept);
    if (count == 0)
        return;
    const qsizetype surplus = m_exchanges.size() + count - Kept;
    if (surplus > 0) {
        beginRemoveRows({}, int(m_exchanges.size() - surplus), int(m_exchanges.size()) - 1);
        m_exchanges.remove(m_exchanges.size() - surplus, surplus);
        endRemoveRows();
    }
    beginInsertRows({}, 0, int(count) - 1);
    QList<Exchange> newest(exchanges.crbegin(), exchanges.crbegin() + count);
    m_exchanges = newest + m_exchanges;
    endInsertRows();
}

int RequestLog::rowOf(Id exchange) const
{
    const auto found = std::find_if(m_exchanges.begin(), m_exchanges.end(),
                                    [exchange](const Exchange &each) { return each.id == exchange; });
    return found == m_exchanges.end() ? -1 : int(found - m_exchanges.begin());
}

QString RequestLog::reason(const Exchange &exchange)
{
    const auto failed = std::find_if(exchange.checks.begin(), exchange.checks.end(),
                                     [](const Check &check) { return !check.passed; });
    if (failed == exchange.checks.end() || exchange.status < 400)
        return exchange.error;
    if (exchange.error.isEmpty())
        return failed->rule;
    return QStringLiteral("%1: %2").arg(exchange.error, failed->rule);
}

QString RequestLog::text(const Exchange &exchange, int column) const
{
    switch (column) {
    case Time:
        return TimeText::absolute(exchange.at);
    case Method:
        return QString::fromLatin1(exchange.method);
    case Path:
        return exchange.path;
    case Client:
        return exchange.clientId;
    case Status:
        return QString::number(exchange.status);
    case Reason:
        return reason(exchange);
    case Duration:
        //: milliseconds
        return tr("%1 ms").arg(QLocale().toString(double(exchange.durationMicroseconds) / 1000, 'f', 1));
    default:
        return {};
    }
}

} // namespace Gatehouse
