#include "ui/widgets/card.h"

#include "ui/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace Gatehouse {

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_content(new QVBoxLayout(this))
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->hide();
    m_content->setContentsMargins(fontMetrics().height(), fontMetrics().height() * 3 / 4, fontMetrics().height(),
                                  fontMetrics().height() * 3 / 4);
    m_content->addWidget(m_title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::line(palette()));
    painter.setBrush(Theme::card(palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace Gatehouse
