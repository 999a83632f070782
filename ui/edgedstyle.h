#pragma once

#include <QProxyStyle>

namespace Gatehouse {

/// Fusion, with an edge around fields and check boxes that can be seen on light and dark ground (WCAG 2.1, 1.4.11), and with
/// plain scroll bars, which views that change ten times a second draw as often.
class EdgedStyle : public QProxyStyle
{
    Q_OBJECT

public:
    EdgedStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};

} // namespace Gatehouse
