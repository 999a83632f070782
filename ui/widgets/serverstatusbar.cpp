#include "ui/widgets/serverstatusbar.h"

#include "models/store/connection.h"
#include "ui/icons.h"
#include "ui/livedata.h"
#include "ui/serverstatus.h"

#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLayout>
#include <QToolButton>

namespace Gatehouse {

ServerStatusBar::ServerStatusBar(const Console &console, LiveData &live, QWidget *parent)
    : QStatusBar(parent)
    , m_console(console)
    , m_live(live)
    , m_mark(new StateMark(this))
    , m_word(new QLabel(this))
    , m_database(new QLabel(this))
    , m_rate(new QLabel(this))
    , m_refusal(new QToolButton(this))
{
    m_word->setObjectName(QStringLiteral("statusWord"));
    m_rate->setObjectName(QStringLiteral("statusRate"));
    m_refusal->setObjectName(QStringLiteral("statusRefusal"));
    m_refusal->setAutoRaise(true);
    m_refusal->setIcon(icon(QStringLiteral("error")));
    m_refusal->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (QWidget *widget : {static_cast<QWidget *>(m_mark), static_cast<QWidget *>(m_word),
                            static_cast<QWidget *>(m_database), static_cast<QWidget *>(m_rate)})
        addWidget(widget);
    const int gap = fontMetrics().averageCharWidth() * 2;
    for (QLabel *label : {m_word, m_database, m_rate})
        label->setContentsMargins(0, 0, gap, 0);
    layout()->setContentsMargins(gap, 0, gap, 0);
    addPermanentWidget(m_refusal);
    connect(&console.server, &ServerController::stateChanged, this, &ServerStatusBar::showState);
    connect(&live, &LiveData::requestsFinished, this, &ServerStatusBar::showRate);
    connect(&live, &LiveData::requestsFinished, this, &ServerStatusBar::showRefusal);
    connect(m_refusal, &QToolButton::clicked, this, [this] { Q_EMIT requestChosen(m_live.lastRefusal().id); });
    connect(&m_tick, &QTimer::timeout, this, &ServerStatusBar::showRate);
    m_tick.start(1000);
    showState();
    showRefusal();
}

void ServerStatusBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showState();
        showRefusal();
    }
    QStatusBar::changeEvent(event);
}

void ServerStatusBar::showState()
{
    ServerStatus::mark(*m_mark, m_console.server.state());
    m_word->setText(ServerStatus::word(m_console.server.state()));
    const QString path = m_console.reader.url().display();
    m_database->setText(tr("Database: %1").arg(QFileInfo(path).fileName()));
    m_database->setToolTip(path);
    showRate();
}

void ServerStatusBar::showRate()
{
    m_rate->setText(tr("%n request(s) per minute", "", int(m_live.requestsPerMinute())));
}

void ServerStatusBar::showRefusal()
{
    const Exchange &refusal = m_live.lastRefusal();
    m_refusal->setVisible(refusal.id != 0 || refusal.status != 0);
    const QString what = refusal.error.isEmpty() ? refusal.path : refusal.error;
    m_refusal->setText(tr("Last error: %1 %2", "status and OAuth error").arg(QString::number(refusal.status), what));
    m_refusal->setToolTip(tr("Show the request"));
    m_refusal->setAccessibleName(m_refusal->text());
}

} // namespace Gatehouse
