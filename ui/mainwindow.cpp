#include "ui/mainwindow.h"

#include "server/servercontroller.h"
#include "ui/actions/windowactions.h"
#include "ui/icons.h"
#include "ui/livedata.h"
#include "ui/pages/applicationspage.h"
#include "ui/pages/grantspage.h"
#include "ui/pages/outputpage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/tokenspage.h"
#include "ui/pages/userspage.h"
#include "ui/serverstatus.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/navigationlist.h"
#include "ui/widgets/servernotices.h"
#include "ui/widgets/serverstatusbar.h"
#include "ui/widgets/urlfield.h"

#include <QActionGroup>
#include <QApplication>
#include <QEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatehouse {

MainWindow::MainWindow(const Console &console, QWidget *parent)
    : QMainWindow(parent)
    , m_console(console)
    , m_state(console.settings)
    , m_live(new LiveData(console, this))
    , m_actions(new WindowActions(this))
    , m_splitter(new QSplitter(this))
    , m_navigation(new NavigationList(m_splitter))
    , m_stack(new QStackedWidget(this))
    , m_toolBar(new QToolBar(this))
    , m_issuer(new UrlField(this))
    , m_filter(new FilterEdit(this))
    , m_pageActions(new QActionGroup(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setContextMenuPolicy(Qt::NoContextMenu);
    Theme::apply(m_state.appearance());
    addPages();
    buildContent();
    buildToolBar();
    buildMenus();
    buildStatusBar();
    connectActions();
    retranslate();
    restoreState();
}

MainWindow::~MainWindow()
{
    saveState();
}

void MainWindow::openPage(const QString &key)
{
    if (!page(key))
        return;
    m_history.visit(key);
    showPage(key);
}

Page *MainWindow::currentPage() const
{
    return static_cast<Page *>(m_stack->currentWidget());
}

Page *MainWindow::page(const QString &key) const
{
    const auto found
        = std::find_if(m_pages.begin(), m_pages.end(), [&key](const Page *each) { return each->key() == key; });
    return found == m_pages.end() ? nullptr : *found;
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_state.appearance() == Appearance::System)
        Theme::apply(Appearance::System);
    return QMainWindow::event(event);
}

void MainWindow::addPages()
{
    m_overview = new OverviewPage(m_console, *m_live, this);
    m_applications = new ApplicationsPage(m_console, *m_live, this);
    m_settings = new SettingsPage(m_console, this);
    addPage(m_overview);
    addPage(m_applications);
    addPage(new UsersPage(m_console, *m_live, this));
    addPage(new GrantsPage(m_console, *m_live, this));
    addPage(new TokensPage(m_console, *m_live, this));
    addPage(new OutputPage(*m_live, this));
    addPage(m_settings);
    m_overview->setToggleAction(m_actions->toggleServer);
    m_overview->setNewApplicationAction(m_applications->newAction());
}

void MainWindow::addPage(Page *page)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    m_navigation->addPage(page->key(), page->iconName());
    auto *action = m_pageActions->addAction(icon(page->iconName()), {});
    action->setObjectName(page->key() + QStringLiteral("Page"));
    action->setCheckable(true);
    QList<QKeySequence> keys {Qt::CTRL | Qt::Key(Qt::Key_0 + m_pages.size())};
    if (page == m_settings)
        keys.append(Qt::CTRL | Qt::Key_Comma);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, [this, key = page->key()] { openPage(key); });
    connect(page, &Page::pageRequested, this, &MainWindow::followRequest);
    connect(page, &Page::filterJudged, this, [this, page](const QString &error) {
        if (page == currentPage())
            m_filter->showError(error);
    });
    connect(page, &Page::hitsChanged, this, [this, page](qint64 shown, qint64 total) {
        if (page == currentPage())
            m_filter->showHits(shown, total);
    });
}

void MainWindow::buildContent()
{
    auto *content = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(content);
    column->setSpacing(0);
    column->addWidget(new ServerNotices(m_console, content));
    column->addWidget(m_stack, 1);
    m_splitter->addWidget(m_navigation);
    m_splitter->addWidget(content);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    setCentralWidget(m_splitter);
    connect(m_navigation, &NavigationList::pageChosen, this, &MainWindow::openPage);
    connect(&m_live->counts(), &LiveCounts::countsChanged, this, &MainWindow::showCounts);
    showCounts(m_live->counts().counts());
}

void MainWindow::buildToolBar()
{
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_issuer->setObjectName(QStringLiteral("issuerField"));
    m_issuer->setFixedWidth(fontMetrics().averageCharWidth() * 40);
    m_filter->setFixedWidth(fontMetrics().averageCharWidth() * 36);
    auto *space = new QWidget(m_toolBar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addAction(m_actions->toggleServer);
    m_toolBar->addWidget(m_issuer);
    m_toolBar->addSeparator();
    m_itemsEnd = m_toolBar->addWidget(space);
    m_toolBar->addWidget(m_filter);
    addToolBar(m_toolBar);
    connect(m_filter, &FilterEdit::filterTyped, this,
            [this](const QString &text) { currentPage()->setFilterText(text); });
    connect(m_filter, &FilterEdit::left, this, [this] { currentPage()->mainPane()->setFocus(Qt::TabFocusReason); });
}

void MainWindow::buildMenus()
{
    m_editMenu = menuBar()->addMenu(QString());
    m_serverMenu = menuBar()->addMenu(QString());
    m_viewMenu = menuBar()->addMenu(QString());
    m_helpMenu = menuBar()->addMenu(QString());
    m_serverMenu->addActions({m_actions->toggleServer, m_actions->copyIssuer});
    m_serverMenu->addSeparator();
    m_serverMenu->addAction(m_actions->quit);
    m_helpMenu->addAction(m_actions->about);
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

void MainWindow::connectActions()
{
    connect(m_actions->toggleServer, &QAction::triggered, this, &MainWindow::toggleServer);
    connect(m_actions->copyIssuer, &QAction::triggered, m_issuer, &UrlField::copy);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->filter, &QAction::triggered, this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    connect(m_actions->back, &QAction::triggered, this, [this] { showPage(m_history.goBack()); });
    connect(m_actions->forward, &QAction::triggered, this, [this] { showPage(m_history.goForward()); });
    connect(m_actions->nextPage, &QAction::triggered, this, [this] { stepPage(1); });
    connect(m_actions->previousPage, &QAction::triggered, this, [this] { stepPage(-1); });
    connect(m_actions->nextPane, &QAction::triggered, this, &MainWindow::stepPane);
    connect(m_actions->resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_settings, &SettingsPage::appearanceChosen, this, &MainWindow::applyAppearance);
    connect(&m_console.server, &ServerController::stateChanged, this, &MainWindow::showServerState);
}

void MainWindow::restoreState()
{
    resize(fontMetrics().averageCharWidth() * 190, fontMetrics().height() * 48);
    m_state.restoreWindow(*this);
    m_state.restoreSplitter(QStringLiteral("navigation"), *m_splitter);
    for (Page *each : m_pages)
        each->restoreState(m_state);
    const QString last = m_state.text(QStringLiteral("page"));
    openPage(page(last) ? last : m_overview->key());
}

void MainWindow::saveState()
{
    m_state.saveWindow(*this);
    m_state.saveSplitter(QStringLiteral("navigation"), *m_splitter);
    m_state.setText(QStringLiteral("page"), currentPage()->key());
    for (const Page *each : m_pages)
        each->saveState(m_state);
}

void MainWindow::resetLayout()
{
    m_state.resetLayout();
    resize(fontMetrics().averageCharWidth() * 190, fontMetrics().height() * 48);
    m_splitter->setSizes({m_navigation->sizeHint().width(), width()});
    for (Page *each : m_pages)
        each->resetLayout();
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_editMenu->setTitle(tr("&Edit"));
    m_serverMenu->setTitle(tr("&Server"));
    m_viewMenu->setTitle(tr("&View"));
    m_helpMenu->setTitle(tr("&Help"));
    m_toolBar->setWindowTitle(tr("Toolbar"));
    m_issuer->setName(tr("Issuer"));
    for (qsizetype index = 0; index < m_pages.size(); ++index) {
        m_navigation->setTitle(m_pages[index]->key(), m_pages[index]->title());
        m_pageActions->actions().at(index)->setText(m_pages[index]->title());
    }
    showServerState();
}

void MainWindow::showPage(const QString &key)
{
    Page *shown = page(key);
    m_stack->setCurrentWidget(shown);
    m_navigation->showPage(key);
    m_filter->setEnabled(shown->hasFilter());
    m_filter->showText(shown->filterText());
    if (!shown->filterText().isEmpty())
        shown->setFilterText(shown->filterText());
    m_pageActions->actions().at(m_pages.indexOf(shown))->setChecked(true);
    m_actions->back->setEnabled(m_history.canGoBack());
    m_actions->forward->setEnabled(m_history.canGoForward());
    showPageActions();
    if (!m_navigation->hasFocus())
        shown->mainPane()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showPageActions()
{
    for (QAction *action : std::as_const(m_shownActions))
        m_toolBar->removeAction(action);
    QAction *create = currentPage()->newAction();
    m_shownActions = create ? QList<QAction *> {create} : QList<QAction *>();
    m_shownActions.append(currentPage()->itemActions());
    m_toolBar->insertActions(m_itemsEnd, m_shownActions);

    m_editMenu->clear();
    m_editMenu->addActions(m_shownActions);
    m_editMenu->addSeparator();
    if (const auto *table = qobject_cast<LiveTableView *>(currentPage()->mainPane()))
        m_editMenu->addActions(table->copyActions());
    m_editMenu->addAction(m_actions->filter);
    m_actions->filter->setEnabled(currentPage()->hasFilter());

    m_viewMenu->clear();
    m_viewMenu->addActions(m_pageActions->actions());
    m_viewMenu->addSeparator();
    m_viewMenu->addActions(
        {m_actions->back, m_actions->forward, m_actions->nextPage, m_actions->previousPage, m_actions->nextPane});
    m_viewMenu->addSeparator();
    m_viewMenu->addActions(currentPage()->viewActions());
    m_viewMenu->addAction(m_actions->resetLayout);
}

void MainWindow::followRequest(const QString &key, const QString &filter)
{
    page(key)->setFilterText(filter);
    openPage(key);
}

void MainWindow::showServerState()
{
    const ServerController::State state = m_console.server.state();
    const bool isBusy = state == ServerController::State::Starting || state == ServerController::State::Stopping;
    m_actions->showServerState(ServerStatus::isOn(state), !isBusy);
    m_issuer->setUrl(m_console.server.issuer());
    //: address, state
    setWindowTitle(tr("Gatehouse — %1 (%2)").arg(m_console.server.issuer(), ServerStatus::word(state)));
}

void MainWindow::showCounts(const Counts &counts)
{
    m_navigation->setCount(QStringLiteral("applications"), counts.applications);
    m_navigation->setCount(QStringLiteral("users"), counts.users);
    m_navigation->setCount(QStringLiteral("grants"), counts.grants);
    m_navigation->setCount(QStringLiteral("tokens"), counts.activeTokens);
}

void MainWindow::toggleServer()
{
    if (ServerStatus::isOn(m_console.server.state()))
        m_console.server.stop();
    else
        m_console.server.start();
}

void MainWindow::applyAppearance(Appearance appearance)
{
    m_state.setAppearance(appearance);
    Theme::apply(appearance);
}

void MainWindow::stepPage(int step)
{
    const qsizetype index = m_pages.indexOf(currentPage()) + step + m_pages.size();
    openPage(m_pages.at(index % m_pages.size())->key());
}

void MainWindow::stepPane()
{
    QList<QWidget *> panes {m_navigation};
    panes.append(currentPage()->panes());
    const auto holdsFocus
        = [](const QWidget *pane) { return pane->hasFocus() || pane->isAncestorOf(qApp->focusWidget()); };
    const auto now = std::find_if(panes.begin(), panes.end(), holdsFocus);
    const qsizetype next = now == panes.end() ? 0 : (now - panes.begin() + 1) % panes.size();
    panes.at(next)->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::showAbout()
{
    auto *about = new QMessageBox(QMessageBox::Information, tr("About Gatehouse"),
                                  tr("Gatehouse %1").arg(QStringLiteral(GATEHOUSE_VERSION)), QMessageBox::Close, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setInformativeText(tr("A desktop console with a real OAuth 2 authorization server inside. Free software "
                                 "under the GNU General Public License, version 3 or later."));
    about->open();
}

} // namespace Gatehouse
