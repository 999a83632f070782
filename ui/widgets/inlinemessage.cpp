#include "ui/widgets/inlinemessage.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace Gatehouse {

namespace {

constexpr int Gap = 6; ///< around the content, and between the frame and what stands below

Tone toneOf(InlineMessage::Kind kind)
{
    switch (kind) {
    case InlineMessage::Kind::Success:
        return Tone::Good;
    case InlineMessage::Kind::Warning:
        return Tone::Attention;
    case InlineMessage::Kind::Error:
        return Tone::Bad;
    case InlineMessage::Kind::Info:
        break;
    }
    return Tone::Neutral;
}

QString iconOf(InlineMessage::Kind kind)
{
    switch (kind) {
    case InlineMessage::Kind::Success:
        return QStringLiteral("success");
    case InlineMessage::Kind::Warning:
        return QStringLiteral("warning");
    case InlineMessage::Kind::Error:
        return QStringLiteral("error");
    case InlineMessage::Kind::Info:
        break;
    }
    return QStringLiteral("info");
}

} // namespace

InlineMessage::InlineMessage(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_buttons(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("inlineMessage"));
    m_text->setObjectName(QStringLiteral("inlineMessageText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(icon(QStringLiteral("clear")));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(tr("Close the message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Gap, Gap, Gap, 2 * Gap);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addLayout(m_buttons);
    row->addWidget(m_close);
    m_expiry.setSingleShot(true);
    m_expiry.setInterval(6000);
    connect(&m_expiry, &QTimer::timeout, this, &InlineMessage::clear);
    connect(m_close, &QToolButton::clicked, this, &InlineMessage::clear);
    hide();
}

void InlineMessage::post(Kind kind, const QString &sentence, const QList<Action> &actions)
{
    m_kind = kind;
    m_text->setText(sentence);
    setAccessibleName(sentence);
    showIcon();
    setActions(actions);
    m_expiry.stop();
    if (kind == Kind::Success)
        m_expiry.start();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void InlineMessage::clear()
{
    m_expiry.stop();
    m_text->clear();
    hide();
}

QString InlineMessage::sentence() const
{
    return m_text->text();
}

void InlineMessage::setStanding(bool standing)
{
    m_close->setVisible(!standing);
}

void InlineMessage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showIcon();
    QFrame::changeEvent(event);
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor tone = Theme::colour(toneOf(m_kind), palette());
    painter.setPen(tone);
    painter.setBrush(Theme::card(palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5 - Gap), 4, 4);
}

void InlineMessage::setActions(const QList<Action> &actions)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Action &action : actions) {
        auto *button = new QPushButton(action.text, this);
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            clear();
            run();
        });
        m_buttons->addWidget(button);
    }
}

void InlineMessage::showIcon()
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(
        tinted(iconOf(m_kind), QSize(size, size), Theme::colour(toneOf(m_kind), palette()), devicePixelRatioF()));
}

} // namespace Gatehouse
