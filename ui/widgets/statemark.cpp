#include "ui/widgets/statemark.h"

#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>

namespace Gatehouse {

StateMark::StateMark(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateMark::setState(Shape shape, Tone tone)
{
    m_shape = shape;
    m_tone = tone;
    update();
}

QSize StateMark::sizeHint() const
{
    const int size = fontMetrics().height() * 3 / 4;
    return {size, size};
}

QPixmap StateMark::pixmap(Shape shape, const QColor &ink, int size, qreal ratio)
{
    const QString key = QStringLiteral("mark %1 %2 %3 %4").arg(int(shape)).arg(ink.rgba()).arg(size).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    draw(painter, QRectF(0, 0, size, size), shape, ink);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void StateMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, rect(), m_shape, Theme::colour(m_tone, palette()));
}

void StateMark::draw(QPainter &painter, const QRectF &room, Shape shape, const QColor &ink)
{
    const qreal width = room.width() / 6;
    const QRectF inner = room.adjusted(width, width, -width, -width);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, width, Qt::SolidLine, Qt::RoundCap));
    switch (shape) {
    case Shape::Cross:
        painter.drawLine(inner.topLeft(), inner.bottomRight());
        painter.drawLine(inner.topRight(), inner.bottomLeft());
        return;
    case Shape::Disc:
        painter.setBrush(ink);
        break;
    case Shape::Half:
        painter.setBrush(ink);
        painter.drawPie(inner, 90 * 16, 180 * 16);
        painter.setBrush(Qt::NoBrush);
        break;
    case Shape::Ring:
        break;
    }
    painter.drawEllipse(inner);
}

} // namespace Gatehouse
