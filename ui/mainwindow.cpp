#include "ui/mainwindow.h"

#include "models/store/store.h"
#include "server/servercontroller.h"
#include "ui/actions/serveractions.h"
#include "ui/audit/auditnotices.h"
#include "ui/domains/domainchoice.h"
#include "ui/domains/domainsdialog.h"
#include "ui/domains/domainswitcher.h"
#include "ui/livedata.h"
#include "ui/pages/applicationspage.h"
#include "ui/pages/auditpage.h"
#include "ui/pages/consentspage.h"
#include "ui/pages/issuedgrantspage.h"
#include "ui/pages/outputpage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/tokenspage.h"
#include "ui/pages/userspage.h"
#include "ui/serverstatus.h"
#include "ui/upkeep/backupbar.h"
#include "ui/upkeep/salvagedialog.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keynotice.h"
#include "ui/widgets/servernotices.h"
#include "ui/widgets/serverstatusbar.h"
#include "ui/widgets/throttlenotice.h"
#include "ui/widgets/urlfield.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>

namespace Gatehouse {

MainWindow::MainWindow(const Console &console, QWidget *parent)
    : PageWindow(console.settings, {}, parent)
    , m_console(console)
    , m_live(new LiveData(console, this))
    , m_domains(new DomainChoice(console, this))
    , m_server(new ServerActions(this))
    , m_issuer(new UrlField(this))
{
    addPages();
    buildServerParts();
    buildStatusBar();
    showDomain();
    showCountsOf(m_live->counts());
    start();
}

void MainWindow::addPages()
{
    m_overview = new OverviewPage(m_console, *m_live, this);
    auto *applications = new ApplicationsPage(m_console, *m_live, this);
    m_settings = new SettingsPage(m_console, this);
    addPage(m_overview);
    addPage(applications);
    addPage(new UsersPage(m_console, *m_live, this));
    addPage(new IssuedGrantsPage(m_console, *m_live, this));
    addPage(new TokensPage(m_console, *m_live, this));
    addPage(new ConsentsPage(m_console, *m_live, this));
    addPage(new AuditPage(m_console, *m_live, this));
    addPage(new OutputPage(*m_live, this));
    addPage(m_settings, {Qt::CTRL | Qt::Key_Comma});
    m_overview->setToggleAction(m_server->toggle);
    m_overview->setNewApplicationAction(applications->newAction());
    connect(m_settings, &SettingsPage::appearanceChosen, this, &MainWindow::applyAppearance);
}

void MainWindow::buildServerParts()
{
    m_issuer->setObjectName(QStringLiteral("issuerField"));
    m_issuer->setFixedWidth(fontMetrics().averageCharWidth() * 40);
    m_switcher = new DomainSwitcher(*m_domains, this);
    addToToolBar(m_server->toggle);
    auto *holder = new QWidget(this); // keeps it apart from the issuer
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, row->spacing(), 0);
    row->addWidget(m_switcher);
    m_switcherShown = addToToolBar(holder);
    addToToolBar(m_issuer);
    addToOwnMenu({m_server->toggle, m_server->copyIssuer});
    addToOwnMenu({m_server->chooseDomain, m_server->domains});
    addToOwnMenu({m_server->backUp, m_server->restore, m_server->purge, m_server->lookForDamage});
    addAbovePages(new ServerNotices(m_console, this));
    addAbovePages(new KeyNotice(m_console.server.vault(), this));
    addAbovePages(new ThrottleNotice(m_console.server, m_console.clock, this));
    auto *alarms = new AuditNotices(m_console, this);
    addAbovePages(alarms);
    auto *backup = new BackupBar(m_console, this);
    addAbovePages(backup);
    connect(m_server->backUp, &QAction::triggered, backup, &BackupBar::askWhere);
    connect(m_server->restore, &QAction::triggered, backup, &BackupBar::askWhich);
    auto *damage = new InlineMessage(this);
    damage->setObjectName(QStringLiteral("damageNotice"));
    damage->setStanding(true);
    addAbovePages(damage);
    connect(&m_console.store, &Store::damageFound, this, [this, damage] {
        damage->post(InlineMessage::Kind::Error,
                     tr("The database is damaged: some of it cannot be read, and what is answered may be wrong."),
                     {{tr("&Look for Damage…"), [this] { m_server->lookForDamage->trigger(); }}});
    });
    connect(backup, &BackupBar::restored, this, [this, damage] {
        damage->clear();
        QMetaObject::invokeMethod(&m_console.store, &Store::forgetDamage, Qt::QueuedConnection);
    });
    connect(m_server->lookForDamage, &QAction::triggered, this, [this] {
        auto *dialog = new SalvageDialog(m_console.store.url(), {}, m_console.clock, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_server->purge, &QAction::triggered, this, &MainWindow::showGrowth);
    connect(alarms, &AuditNotices::pageRequested, this, &MainWindow::followRequest);
    connect(m_server->toggle, &QAction::triggered, this, &MainWindow::toggleServer);
    connect(m_server->chooseDomain, &QAction::triggered, m_switcher, &QComboBox::showPopup);
    connect(m_server->domains, &QAction::triggered, this, &MainWindow::manageDomains);
    connect(m_domains, &DomainChoice::chosen, this, &MainWindow::showDomain);
    connect(m_server->copyIssuer, &QAction::triggered, m_issuer, &UrlField::copy);
    connect(&m_console.server, &ServerController::stateChanged, this, &MainWindow::showServerState);
}

void MainWindow::buildStatusBar()
{
    auto *bar = new ServerStatusBar(m_console, *m_live, this);
    setStatusBar(bar);
    connect(bar, &ServerStatusBar::requestChosen, this, [this](Id exchange) {
        openPage(m_overview->key());
        m_overview->showRequest(exchange);
    });
}

void MainWindow::retranslate()
{
    PageWindow::retranslate();
    m_server->retranslate();
    m_switcher->retranslate();
    ownMenu().setTitle(tr("&Server"));
    m_issuer->setName(tr("Issuer"));
    showServerState();
}

void MainWindow::showDomain()
{
    const bool areSeveral = m_domains->scope() != 0;
    m_switcherShown->setVisible(areSeveral);
    m_server->chooseDomain->setEnabled(areSeveral);
    m_live->showDomain(m_domains->current().id, m_domains->scope());
    m_settings->setDomain(m_domains->current().id, areSeveral ? m_domains->current().name : QString());
    showServerState();
}

void MainWindow::manageDomains()
{
    auto *dialog = new DomainsDialog(m_console, *m_domains, this);
    dialog->open();
}

void MainWindow::showGrowth()
{
    openPage(m_settings->key());
    m_settings->showGrowth();
}

void MainWindow::showServerState()
{
    const ServerController::State state = m_console.server.state();
    const bool isBusy = state == ServerController::State::Starting || state == ServerController::State::Stopping;
    m_server->showState(ServerStatus::isOn(state), !isBusy);
    m_issuer->setUrl(m_domains->issuer());
    m_overview->setIssuer(m_domains->issuer());
    //: address, state
    setWindowTitle(tr("Gatehouse — %1 (%2)").arg(m_domains->issuer(), ServerStatus::word(state)));
}

void MainWindow::toggleServer()
{
    if (ServerStatus::isOn(m_console.server.state()))
        m_console.server.stop();
    else
        m_console.server.start();
}

} // namespace Gatehouse
