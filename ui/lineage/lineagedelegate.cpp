#include "ui/lineage/lineagedelegate.h"

#include "ui/lineage/lineageroles.h"
#include "ui/theme.h"
#include "ui/widgets/statemark.h"

#include <QApplication>
#include <QPainter>
#include <QTreeView>

namespace Gatehouse {

namespace {

constexpr int LineageMargin = 3; ///< around a row's text

QString detailOf(const QModelIndex &index)
{
    return index.data(LineageDetailRole).toString();
}

/// Where the detail is drawn, for a row as wide as this.
QRect detailBounds(const QFontMetrics &metrics, const QString &detail, int width)
{
    return metrics.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, detail);
}

/// The view asks for a row's height without telling its width.
int widthOfRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    if (!tree)
        return option.rect.width();
    int width = tree->viewport()->width();
    for (QModelIndex each = index.parent(); each.isValid(); each = each.parent())
        width -= tree->indentation();
    return width;
}

int markSize(const QFontMetrics &metrics)
{
    return metrics.height() * 2 / 3;
}

} // namespace

void LineageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QStyle &style = option.widget ? *option.widget->style() : *QApplication::style();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor toned = isSelected ? ink : Theme::colour(Tone(index.data(LineageToneRole).toInt()), option.palette);
    const auto placed
        = [&option](const QRect &place) { return QStyle::visualRect(option.direction, option.rect, place); };
    painter->save();
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const QFontMetrics &metrics = option.fontMetrics;
    const int size = markSize(metrics);
    const QRect room = option.rect.adjusted(LineageMargin, LineageMargin, -LineageMargin, -LineageMargin);
    const QRect mark(room.left(), room.top() + (metrics.height() - size) / 2, size, size);
    const qreal ratio = option.widget ? option.widget->devicePixelRatioF() : 1;
    painter->drawPixmap(placed(mark).topLeft(),
                        StateMark::pixmap(StateMark::Shape(index.data(LineageShapeRole).toInt()), toned, size, ratio));
    const QRect line(mark.right() + 2 * LineageMargin, room.top(), room.right() - mark.right() - 2 * LineageMargin,
                     metrics.height());
    const QString state = index.data(LineageStateRole).toString();
    const int stateWidth = state.isEmpty() ? 0 : metrics.horizontalAdvance(state) + 2 * LineageMargin;
    const auto leading = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    const auto trailing = int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter));
    painter->setFont(option.font);
    painter->setPen(ink);
    painter->drawText(placed(line.adjusted(0, 0, -stateWidth, 0)), leading,
                      metrics.elidedText(option.text, Qt::ElideRight, line.width() - stateWidth));
    painter->setPen(toned);
    painter->drawText(placed(line), trailing, state);
    painter->setPen(isSelected ? ink : Theme::dimmed(option.palette));
    const QRect below(line.left(), line.bottom() + 1, line.width(), room.bottom() - line.bottom());
    painter->drawText(placed(below),
                      int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignTop)) | Qt::TextWordWrap,
                      detailOf(index));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
        style.drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
    painter->restore();
}

/// As high as the detail needs in the width that the row has.
QSize LineageDelegate::sizeHint(const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QFontMetrics &metrics = option.fontMetrics;
    const int width = widthOfRow(option, index) - markSize(metrics) - 4 * LineageMargin;
    const QString detail = detailOf(index);
    const int below = detail.isEmpty() || width <= 0 ? 0 : detailBounds(metrics, detail, width).height();
    return {metrics.averageCharWidth() * 20, metrics.height() + below + 2 * LineageMargin};
}

} // namespace Gatehouse
