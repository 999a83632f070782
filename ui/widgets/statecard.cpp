#include "ui/widgets/statecard.h"

#include "models/clock.h"
#include "ui/serverstatus.h"
#include "ui/timetext.h"
#include "ui/widgets/statemark.h"
#include "ui/widgets/urlfield.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gatehouse {

StateCard::StateCard(ServerController &server, const Clock &clock, QWidget *parent)
    : Card(parent)
    , m_server(server)
    , m_clock(clock)
    , m_mark(new StateMark(this))
    , m_word(new QLabel(this))
    , m_since(new QLabel(this))
    , m_toggle(new QToolButton(this))
    , m_issuer(new UrlField(this))
    , m_metadata(new UrlField(this))
    , m_issuerLabel(new QLabel(this))
    , m_metadataLabel(new QLabel(this))
{
    setObjectName(QStringLiteral("stateCard"));
    m_word->setObjectName(QStringLiteral("stateWord"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_word->setFont(large);
    m_since->setForegroundRole(QPalette::PlaceholderText);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *head = new QHBoxLayout;
    head->addWidget(m_mark);
    head->addWidget(m_word);
    head->addWidget(m_since);
    head->addStretch();
    head->addWidget(m_toggle);
    auto *addresses = new QGridLayout;
    addresses->addWidget(m_issuerLabel, 0, 0);
    addresses->addWidget(m_issuer, 0, 1);
    addresses->addWidget(m_metadataLabel, 1, 0);
    addresses->addWidget(m_metadata, 1, 1);
    content().addLayout(head);
    content().addLayout(addresses);
    connect(&m_server, &ServerController::stateChanged, this, &StateCard::noteState);
    connect(&m_tick, &QTimer::timeout, this, &StateCard::showUptime);
    m_tick.start(1000);
    m_runningSince = m_server.startedAt();
    setIssuer(m_server.issuer());
    showState();
}

void StateCard::setToggleAction(QAction *action)
{
    m_toggle->setDefaultAction(action);
}

QString StateCard::word() const
{
    return m_word->text();
}

void StateCard::setIssuer(const QString &issuer)
{
    m_issuer->setUrl(issuer);
    m_metadata->setUrl(issuer + QStringLiteral("/.well-known/oauth-authorization-server"));
}

void StateCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showState();
    Card::changeEvent(event);
}

void StateCard::noteState(ServerController::State state)
{
    m_runningSince = state == ServerController::State::Running ? m_clock.now() : 0;
    showState();
}

void StateCard::showState()
{
    ServerStatus::mark(*m_mark, m_server.state());
    m_word->setText(ServerStatus::word(m_server.state()));
    m_issuerLabel->setText(tr("Issuer:"));
    m_metadataLabel->setText(tr("Metadata:"));
    m_issuer->setName(tr("Issuer"));
    m_metadata->setName(tr("Metadata address"));
    showUptime();
}

void StateCard::showUptime()
{
    m_since->setText(explanation());
}

QString StateCard::explanation() const
{
    if (m_server.state() == ServerController::State::Failed)
        return m_server.error().message;
    if (m_runningSince == 0)
        return {};
    return tr("for %1", "how long the server has been running").arg(TimeText::length(m_clock.now() - m_runningSince));
}

} // namespace Gatehouse
