#pragma once

#include <QModelIndex>
#include <QString>

namespace Gatehouse {

/// Rows of a table as text: full values, times as ISO 8601 UTC, the headers as the view shows them.
class TableText
{
public:
    enum class Format { Tsv, Csv, Json };

    /// `rows` and `columns` in the order they are wanted.
    TableText(const QAbstractItemModel &model, QList<int> rows, QList<int> columns);
    QString as(Format format) const;

private:
    QString separated(QChar separator) const;
    QString json() const;
    QString header(int column) const;
    QString cell(int row, int column) const;

    const QAbstractItemModel &m_model;
    QList<int> m_rows;
    QList<int> m_columns;
};

} // namespace Gatehouse
