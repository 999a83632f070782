#include "ui/delegates/rowdelegate.h"

#include "models/activity.h"
#include "models/clock.h"
#include "models/tables/roles.h"
#include "ui/theme.h"
#include "ui/timetext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
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

} // namespace

RowDelegate::RowDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{ }

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), tooltipOf(index), view);
    return true;
}

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Timestamp time = index.data(TimestampRole).toLongLong();
    if (time)
        option->text = TimeText::relative(time, m_clock.now());
    const QVariant activity = index.data(ActivityRole);
    if (activity.isValid() && activity.toInt() != int(Activity::Active))
        option->palette.setColor(QPalette::Text, Theme::dimmed(option->palette));
}

} // namespace Gatehouse
