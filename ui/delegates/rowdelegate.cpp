#include "ui/delegates/rowdelegate.h"

#include "models/activity.h"
#include "models/clock.h"
#include "models/tables/roles.h"
#include "ui/theme.h"
#include "ui/timetext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace Gatehouse {

namespace {

QString tooltipOf(const QModelIndex &index)
{
    const Timestamp time = index.data(TimestampRole).toLongLong();
    if (time)
        return TimeText::absolute(time);
    const QString full = index.data(FullTextRole).toString();
    return full.isEmpty() ? index.data().toString() : full;
}

QColor inkOf(const QStyleOptionViewItem &option)
{
    const auto group = option.state.testFlag(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
}

/// Draws the mark at the near end of `room` and takes its place off.
void drawMark(QPainter &painter, const QStyleOptionViewItem &option, int margin, QRect &room)
{
    if (!option.features.testFlag(QStyleOptionViewItem::HasDecoration))
        return;
    const QSize size = option.decorationSize;
    const QRect place = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, size, room);
    option.icon.paint(&painter, place);
    const int taken = size.width() + 2 * margin;
    room.adjust(option.direction == Qt::LeftToRight ? taken : 0, 0, option.direction == Qt::LeftToRight ? 0 : -taken,
                0);
}

void drawFocus(const QStyle &style, QPainter &painter, const QStyleOptionViewItem &option)
{
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(option);
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    focus.backgroundColor = option.palette.color(QPalette::Highlight);
    style.drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, option.widget);
}

} // namespace

RowDelegate::RowDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{ }

/// As the style would, but with texts that are shaped once.
void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QStyle &style = option.widget ? *option.widget->style() : *QApplication::style();
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    QRect room = option.rect.adjusted(margin, 0, -margin, 0);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        style.drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    drawMark(*painter, option, margin, room);
    const QStaticText &text = m_texts.fitted(option, room.width());
    if (painter->font() != option.font)
        painter->setFont(option.font);
    painter->setPen(inkOf(option));
    const Qt::Alignment alignment = QStyle::visualAlignment(option.direction, option.displayAlignment);
    painter->drawStaticText(QStyle::alignedRect(Qt::LeftToRight, alignment, text.size().toSize(), room).topLeft(),
                            text);
    if (option.state.testFlag(QStyle::State_HasFocus))
        drawFocus(style, *painter, option);
    painter->restore();
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), tooltipOf(index), view);
    return true;
}

/// Of all that the base class asks a model for, ours answer the text, and of a time they answer the absolute one, which costs more
/// than all else of a cell.
void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    option->index = index;
    option->styleObject = nullptr;
    option->features |= QStyleOptionViewItem::HasDisplay;
    const Timestamp time = index.data(TimestampRole).toLongLong();
    option->text
        = time ? TimeText::relative(time, m_clock.now()) : displayText(index.data(Qt::DisplayRole), option->locale);
    const QVariant activity = index.data(ActivityRole);
    if (activity.isValid() && activity.toInt() != int(Activity::Active))
        option->palette.setColor(QPalette::Text, Theme::dimmed(option->palette));
}

} // namespace Gatehouse
