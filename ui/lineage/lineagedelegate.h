#pragma once

#include <QStyledItemDelegate>

namespace Gatehouse {

/// Rows of a lineage: a mark, the title with a word for the state, and below it when and how.
class LineageDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Gatehouse
