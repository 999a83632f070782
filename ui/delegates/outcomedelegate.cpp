#include "ui/delegates/outcomedelegate.h"

#include "models/tables/roles.h"
#include "ui/theme.h"
#include "ui/widgets/statemark.h"

#include <QHash>
#include <QWidget>

namespace Gatehouse {

namespace {

struct OutcomeLook
{
    StateMark::Shape shape = StateMark::Shape::Half;
    Tone tone = Tone::Attention; ///< for what a later version adds, too
};

OutcomeLook outcomeLookOf(const QString &outcome)
{
    static const QHash<QString, OutcomeLook> looks {
        {QStringLiteral("revoked"), {StateMark::Shape::Disc, Tone::Good}},
        {QStringLiteral("already_inactive"), {StateMark::Shape::Ring, Tone::Neutral}},
        {QStringLiteral("unknown_token"), {StateMark::Shape::Ring, Tone::Neutral}},
        {QStringLiteral("previewed"), {StateMark::Shape::Ring, Tone::Neutral}},
        {QStringLiteral("refused_foreign_token"), {StateMark::Shape::Cross, Tone::Bad}},
        {QStringLiteral("refused_not_super"), {StateMark::Shape::Cross, Tone::Bad}},
        {QStringLiteral("refused_not_admin"), {StateMark::Shape::Cross, Tone::Bad}},
        {QStringLiteral("client_auth_failed"), {StateMark::Shape::Cross, Tone::Bad}},
        {QStringLiteral("caller_token_invalid"), {StateMark::Shape::Cross, Tone::Bad}},
    };
    return looks.value(outcome);
}

} // namespace

void OutcomeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    const QString outcome = index.data(WireRole).toString();
    if (outcome.isEmpty())
        return;
    const OutcomeLook look = outcomeLookOf(outcome);
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
