#include "ui/widgets/placeholder.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gatehouse {

Placeholder::Placeholder(const QString &iconName, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_button(new QToolButton(this))
{
    setObjectName(QStringLiteral("placeholder"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_title->setFont(large);
    for (QLabel *label : {m_icon, m_title, m_explanation})
        label->setAlignment(Qt::AlignCenter);
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->hide();
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    showIcon();
}

void Placeholder::setText(const QString &title, const QString &explanation)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
}

void Placeholder::setAction(QAction *action)
{
    m_button->setVisible(action != nullptr);
    if (action)
        m_button->setDefaultAction(action);
}

void Placeholder::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showIcon();
    QWidget::changeEvent(event);
}

void Placeholder::showIcon()
{
    const int size = fontMetrics().height() * 3;
    m_icon->setPixmap(tinted(m_iconName, QSize(size, size), Theme::dimmed(palette()), devicePixelRatioF()));
}

} // namespace Gatehouse
