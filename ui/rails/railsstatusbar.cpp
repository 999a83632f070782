#include "ui/rails/railsstatusbar.h"

#include "ui/widgets/statemark.h"

#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLayout>

namespace Gatehouse {

RailsStatusBar::RailsStatusBar(const QString &path, QWidget *parent)
    : QStatusBar(parent)
    , m_path(path)
    , m_mark(new StateMark(this))
    , m_word(new QLabel(this))
    , m_database(new QLabel(this))
{
    m_word->setObjectName(QStringLiteral("statusWord"));
    m_mark->setState(StateMark::Shape::Ring, Tone::Neutral);
    const int gap = fontMetrics().averageCharWidth() * 2;
    addWidget(m_mark);
    for (QLabel *label : {m_word, m_database}) {
        addWidget(label);
        label->setContentsMargins(0, 0, gap, 0);
    }
    layout()->setContentsMargins(gap, 0, gap, 0);
    retranslate();
}

void RailsStatusBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QStatusBar::changeEvent(event);
}

void RailsStatusBar::retranslate()
{
    m_word->setText(tr("Rails application's database: look and revoke, no server"));
    m_database->setText(tr("Database: %1").arg(QFileInfo(m_path).fileName()));
    m_database->setToolTip(m_path);
}

} // namespace Gatehouse
