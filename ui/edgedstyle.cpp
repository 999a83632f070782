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

/// As Fusion does, which for each of them first works out the colours of frames that it does not draw.
void drawItemRow(const QStyleOptionViewItem &item, QPainter &painter)
{
    if (!item.features.testFlag(QStyleOptionViewItem::Alternate))
        return;
    const bool isEnabled = item.state.testFlag(QStyle::State_Enabled);
    const auto active = item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    painter.fillRect(item.rect, item.palette.brush(isEnabled ? active : QPalette::Disabled, QPalette::AlternateBase));
}

/// In plain colours: Fusion fills it with gradients, and those Qt hands to a pool of threads for which the window would wait
/// whenever the processors have other work.
class FlatScrollBar
{
public:
    FlatScrollBar(const QStyle &style, const QStyleOptionSlider &option, QPainter &painter, const QWidget *widget)
        : m_style(style)
        , m_option(option)
        , m_painter(painter)
        , m_widget(widget)
    { }

    void draw() const
    {
        m_painter.fillRect(m_option.rect, m_option.palette.window());
        drawHandle();
        const bool isLying = m_option.orientation == Qt::Horizontal;
        const bool isMirrored = isLying && m_option.direction == Qt::RightToLeft;
        const QStyle::PrimitiveElement back = isLying ? QStyle::PE_IndicatorArrowLeft : QStyle::PE_IndicatorArrowUp;
        const QStyle::PrimitiveElement on = isLying ? QStyle::PE_IndicatorArrowRight : QStyle::PE_IndicatorArrowDown;
        drawButton(QStyle::SC_ScrollBarSubLine, isMirrored ? on : back, m_option.sliderValue > m_option.minimum);
        drawButton(QStyle::SC_ScrollBarAddLine, isMirrored ? back : on, m_option.sliderValue < m_option.maximum);
    }

private:
    QRect rectOf(QStyle::SubControl part) const
    {
        return m_style.subControlRect(QStyle::CC_ScrollBar, &m_option, part, m_widget);
    }
    bool isActive(QStyle::SubControl part) const { return m_option.activeSubControls.testFlag(part); }
    bool isEnabled() const { return m_option.state.testFlag(QStyle::State_Enabled); }

    void drawHandle() const
    {
        const QRect rect = rectOf(QStyle::SC_ScrollBarSlider).adjusted(1, 1, -1, -1);
        if (!isEnabled() || m_option.minimum == m_option.maximum || !rect.isValid())
            return;
        const bool isHeld = isActive(QStyle::SC_ScrollBarSlider);
        m_painter.fillRect(rect, Theme::edge(m_option.palette));
        m_painter.fillRect(rect.adjusted(1, 1, -1, -1), isHeld ? m_option.palette.mid() : m_option.palette.button());
    }

    void drawButton(QStyle::SubControl part, QStyle::PrimitiveElement arrow, bool leadsOn) const
    {
        QStyleOption button(m_option);
        button.rect = rectOf(part);
        if (!button.rect.isValid())
            return;
        if (isActive(part) && isEnabled() && leadsOn)
            m_painter.fillRect(button.rect, m_option.palette.mid());
        const int inset = button.rect.width() / 4;
        button.rect.adjust(inset, inset, -inset, -inset);
        button.state.setFlag(QStyle::State_Enabled, isEnabled() && leadsOn);
        m_style.drawPrimitive(arrow, &button, &m_painter, m_widget);
    }

    const QStyle &m_style;
    const QStyleOptionSlider &m_option;
    QPainter &m_painter;
    const QWidget *m_widget;
};

} // namespace

EdgedStyle::EdgedStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{ }

void EdgedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (element == PE_PanelItemViewRow && item && !item->state.testFlag(State_Selected))
        return drawItemRow(*item, *painter);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit || element == PE_IndicatorCheckBox)
        drawEdge(*option, *painter);
    if (element == PE_IndicatorRadioButton)
        drawEdge(*option, *painter, option->rect.width() / 2.0);
}

void EdgedStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider)
        return FlatScrollBar(*this, *slider, *painter, widget).draw();
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox)
        drawEdge(*option, *painter);
}

} // namespace Gatehouse
