#include "ui/pages/overviewpage.h"

#include "models/store/connection.h"
#include "ui/delegates/identifierdelegate.h"
#include "ui/livedata.h"
#include "ui/widgets/card.h"
#include "ui/widgets/counttiles.h"
#include "ui/widgets/firsttokencard.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/statecard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Gatehouse {

OverviewPage::OverviewPage(const Console &console, LiveData &live, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_live(live)
    , m_state(new StateCard(console.server, console.clock, this))
    , m_firstToken(new FirstTokenCard(console, live, this))
    , m_recent(new Card(this))
    , m_stack(new QStackedWidget(this))
    , m_requests(new LiveTableView(console.clock, this))
    , m_noRequests(new Placeholder(QStringLiteral("info"), this))
    , m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("overviewPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_state);
    auto *tiles = new CountTiles(
        live.counts(),
        {QStringLiteral("tokens"), QStringLiteral("grants"), QStringLiteral("users"), QStringLiteral("applications")},
        this);
    connect(tiles, &CountTiles::pageRequested, this, &Page::pageRequested);
    column->addWidget(tiles);
    column->addWidget(m_firstToken);
    addRequests();
    column->addWidget(m_recent, 1);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    connect(&live, &LiveData::requestsFinished, this, &OverviewPage::showRequests);
    OverviewPage::retranslate();
}

QWidget *OverviewPage::mainPane()
{
    return m_requests;
}

void OverviewPage::setToggleAction(QAction *action)
{
    m_state->setToggleAction(action);
}

void OverviewPage::setNewApplicationAction(QAction *action)
{
    m_firstToken->setNewApplicationAction(action);
}

void OverviewPage::setIssuer(const QString &issuer)
{
    m_state->setIssuer(issuer);
    m_firstToken->setIssuer(issuer);
}

void OverviewPage::showRequest(Id exchange)
{
    m_requests->selectRow(m_live.requests().rowOf(exchange));
}

void OverviewPage::retranslate()
{
    m_recent->setTitle(tr("Recent Requests"));
    m_requests->setName(tr("Recent requests"));
    m_noRequests->setText(tr("No requests yet"), tr("What the server answers stands here, newest first."));
    m_hint->setText(tr("Everything is kept in %1. Only digests of tokens, secrets and passwords are stored.")
                        .arg(m_console.reader.url().display()));
    showRequests();
}

void OverviewPage::addRequests()
{
    m_requests->setObjectName(QStringLiteral("requestsTable"));
    m_requests->setModel(&m_live.requests());
    m_requests->setItemDelegateForColumn(RequestLog::Client, new IdentifierDelegate(m_console.clock, this));
    m_requests->setFrameShape(QFrame::NoFrame);
    const QList<int> widths {14, 9, 34, 24, 9, 34, 10};
    for (int column = 0; column < widths.size(); ++column)
        m_requests->setCharacters(column, widths[column]);
    m_stack->addWidget(m_noRequests);
    m_stack->addWidget(m_requests);
    m_recent->content().addWidget(m_stack, 1);
}

void OverviewPage::showRequests()
{
    m_stack->setCurrentWidget(m_live.requests().rowCount() == 0 ? static_cast<QWidget *>(m_noRequests) : m_requests);
}

} // namespace Gatehouse
