#pragma once

#include "models/records/exchange.h"

#include <QAbstractTableModel>
#include <QList>

namespace Gatehouse {

/// The newest finished requests, newest first.
class RequestLog : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum ColumnIndex { Time, Method, Path, Client, Status, Reason, Duration, ColumnTotal };
    static constexpr int Kept = 500;

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Newest last.
    void add(const QList<Exchange> &exchanges);
    const Exchange &at(int row) const { return m_exchanges.at(row); }
    /// -1: it is not among the newest any more.
    int rowOf(Id exchange) const;
    /// Why it failed: the OAuth error, and the first check that did not pass. Empty: it did not fail.
    static QString reason(const Exchange &exchange);

private:
    QString text(const Exchange &exchange, int column) const;

    QList<Exchange> m_exchanges; ///< newest first
};

} // namespace Gatehouse
