#include "ui/edgedstyle.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace Gatehouse {

namespace {

constexpr qreal Corner = 2;

/// A control that has the focus is outlined by Fusion already.
void drawEdge(const QStyleOption &option, QPainter &painter, qreal corner = Corner)
{
    if (option.state & QStyle::State_HasFocus)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::edge(option.palette));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter.restore();
}

} // namespace

EdgedStyle::EdgedStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{ }

void EdgedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit || element == PE_IndicatorCheckBox)
        drawEdge(*option, *painter);
    if (element == PE_IndicatorRadioButton)
        drawEdge(*option, *painter, option->rect.width() / 2.0);
}

void EdgedStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox)
        drawEdge(*option, *painter);
}

} // namespace Gatehouse
