#include "ui/delegates/statusdelegate.h"

#include "models/activity.h"
#include "models/tables/roles.h"
#include "ui/theme.h"
#include "ui/widgets/statemark.h"

#include <QWidget>

namespace Gatehouse {

namespace {

struct Look
{
    StateMark::Shape shape;
    Tone tone;
};

Look lookOf(Activity activity)
{
    switch (activity) {
    case Activity::Active:
        return {StateMark::Shape::Disc, Tone::Good};
    case Activity::Expired:
    case Activity::RotatedOut:
        return {StateMark::Shape::Ring, Tone::Neutral};
    default:
        return {StateMark::Shape::Cross, Tone::Bad};
    }
}

} // namespace

void StatusDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    const QVariant state = index.data(ActivityRole);
    if (!state.isValid())
        return;
    Activity activity = Activity(state.toInt());
    if (activity == Activity::Revoked && m_revokedIsOrdinary)
        activity = Activity::Expired;
    const Look look = lookOf(activity);
    const bool selected = option->state.testFlag(QStyle::State_Selected);
    const QColor ink
        = selected ? option->palette.color(QPalette::HighlightedText) : Theme::colour(look.tone, option->palette);
    const int size = option->fontMetrics.height() * 2 / 3;
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(size, size);
    option->icon = StateMark::pixmap(look.shape, ink, size, ratio);
}

} // namespace Gatehouse
