#include "ui/delegates/navigationdelegate.h"

#include "ui/theme.h"

#include <QLocale>
#include <QPainter>

namespace Gatehouse {

namespace {

int gap(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.height() / 2;
}

QString countText(const QModelIndex &index)
{
    const QVariant count = index.data(NavigationDelegate::CountRole);
    return count.isValid() ? QLocale().toString(count.toLongLong()) : QString();
}

} // namespace

void NavigationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QString count = countText(index);
    if (count.isEmpty())
        return;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setFont(option.font);
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : Theme::dimmed(option.palette));
    const QRect room = option.rect.adjusted(gap(option), 0, -gap(option), 0);
    painter->drawText(room, QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter), count);
    painter->restore();
}

QSize NavigationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.rheight() = qMax(size.height(), option.fontMetrics.height() * 2);
    size.rwidth() += option.fontMetrics.horizontalAdvance(QStringLiteral("0,000,000")) + 2 * gap(option);
    return size;
}

} // namespace Gatehouse
