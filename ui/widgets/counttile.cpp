#include "ui/widgets/counttile.h"

#include "ui/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace Gatehouse {

CountTile::CountTile(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CountTile::setName(const QString &name)
{
    m_name = name;
    describe();
}

void CountTile::setCount(qint64 count)
{
    m_count = count;
    describe();
}

QSize CountTile::sizeHint() const
{
    const QFontMetrics large(largeFont());
    const int margin = fontMetrics().height();
    return {fontMetrics().horizontalAdvance(m_name) + 2 * margin,
            large.height() + fontMetrics().height() + margin * 3 / 2};
}

void CountTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = hasFocus() || underMouse() || isDown();
    painter.setPen(QPen(marked ? palette().color(QPalette::Highlight) : Theme::line(palette()), marked ? 2 : 1));
    painter.setBrush(Theme::card(palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    const int margin = fontMetrics().height();
    const QRect room = rect().adjusted(margin, margin * 3 / 4, -margin, -margin * 3 / 4);
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(largeFont());
    painter.drawText(room, int(leading | Qt::AlignTop), QLocale().toString(m_count));
    painter.setPen(Theme::dimmed(palette()));
    painter.setFont(font());
    painter.drawText(room, int(leading | Qt::AlignBottom), m_name);
}

QFont CountTile::largeFont() const
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.9);
    return large;
}

void CountTile::describe()
{
    setAccessibleName(tr("%1: %2", "name and number").arg(m_name, QLocale().toString(m_count)));
    setToolTip(tr("Open %1").arg(m_name));
    updateGeometry();
    update();
}

} // namespace Gatehouse
