#include "ui/widgets/filteredit.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>

namespace Gatehouse {

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_hits(new QLabel(this))
    , m_icon(addAction(icon(QStringLiteral("filter")), QLineEdit::LeadingPosition))
{
    setObjectName(QStringLiteral("filterField"));
    m_hits->setForegroundRole(QPalette::PlaceholderText);
    m_hits->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hits->hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &FilterEdit::announce);
    connect(this, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    retranslate();
}

void FilterEdit::showText(const QString &text)
{
    m_pause.stop();
    setText(text);
    showError({});
    m_hits->hide();
}

void FilterEdit::showError(const QString &sentence)
{
    m_error = sentence;
    m_icon->setIcon(icon(hasError() ? QStringLiteral("warning") : QStringLiteral("filter")));
    setAccessibleDescription(sentence);
    setToolTip(sentence);
    if (hasError())
        m_hits->hide();
    update();
}

void FilterEdit::showHits(qint64 shown, qint64 total)
{
    m_hits->setVisible(!text().isEmpty() && !hasError());
    m_hits->setText(tr("%1 of %2", "rows shown of all rows").arg(QLocale().toString(shown), QLocale().toString(total)));
    placeHits();
}

void FilterEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT left();
        clear();
        announce();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        announce();
        Q_EMIT left();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FilterEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!hasError())
        return;
    QPainter painter(this);
    painter.setPen(QPen(Theme::colour(Tone::Bad, palette()), 2));
    const int y = height() - 3;
    painter.drawLine(4, y, width() - 4, y);
}

void FilterEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeHits();
}

void FilterEdit::announce()
{
    m_pause.stop();
    Q_EMIT filterTyped(text());
}

void FilterEdit::retranslate()
{
    setPlaceholderText(tr("Filter"));
    setAccessibleName(tr("Filter"));
}

void FilterEdit::placeHits()
{
    m_hits->adjustSize();
    const int margin = fontMetrics().horizontalAdvance(QLatin1Char(' ')) * 2;
    const int width = m_hits->isHidden() ? 0 : m_hits->width() + margin;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(mirrored ? width : 0, 0, mirrored ? 0 : width, 0);
    m_hits->move(mirrored ? margin : this->width() - m_hits->width() - margin, (height() - m_hits->height()) / 2);
}

} // namespace Gatehouse
