#pragma once

#include <QStyledItemDelegate>

namespace Gatehouse {

/// An entry of the navigation: icon, name, and at the far end how many there are.
class NavigationDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Role of the count; invalid: none is shown.
    static constexpr int CountRole = Qt::UserRole + 1;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Gatehouse
