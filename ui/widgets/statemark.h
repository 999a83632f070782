#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace Gatehouse {

/// A small mark that says a state by shape and colour. A word stands beside it.
class StateMark : public QWidget
{
    Q_OBJECT

public:
    enum class Shape { Disc, Ring, Cross, Half };

    explicit StateMark(QWidget *parent = nullptr);

    void setState(Shape shape, Tone tone);
    QSize sizeHint() const override;

    static QPixmap pixmap(Shape shape, const QColor &ink, int size, qreal ratio);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static void draw(QPainter &painter, const QRectF &room, Shape shape, const QColor &ink);

    Shape m_shape = Shape::Ring;
    Tone m_tone = Tone::Neutral;
};

} // namespace Gatehouse
