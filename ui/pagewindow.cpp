#include "ui/pagewindow.h"

#include "models/tables/livecounts.h"
#include "ui/actions/windowactions.h"
#include "ui/icons.h"
#include "ui/page.h"
#include "ui/widgets/counttiles.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/navigationlist.h"

#include <QActionGroup>
#include <QApplication>
#include <QEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatehouse {

PageWindow::PageWindow(QSettings &settings, const QString &group, QWidget *parent)
    : QMainWindow(parent)
    , m_state(settings, group)
    , m_actions(new WindowActions(this))
    , m_splitter(new QSplitter(this))
    , m_navigation(new NavigationList(m_splitter))
    , m_stack(new QStackedWidget(this))
    , m_toolBar(new QToolBar(this))
    , m_filter(new FilterEdit(this))
    , m_pageActions(new QActionGroup(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setContextMenuPolicy(Qt::NoContextMenu);
    Theme::apply(m_state.appearance());
    buildContent();
    buildToolBar();
    buildMenus();
    connectActions();
}

PageWindow::~PageWindow()
{
    saveState();
}

void PageWindow::start()
{
    retranslate();
    restoreState();
}

void PageWindow::openPage(const QString &key)
{
    if (!page(key))
        return;
    m_history.visit(key);
    showPage(key);
}

Page *PageWindow::currentPage() const
{
    return static_cast<Page *>(m_stack->currentWidget());
}

Page *PageWindow::page(const QString &key) const
{
    const auto found
        = std::find_if(m_pages.begin(), m_pages.end(), [&key](const Page *each) { return each->key() == key; });
    return found == m_pages.end() ? nullptr : *found;
}

void PageWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

bool PageWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_state.appearance() == Appearance::System)
        Theme::apply(Appearance::System);
    return QMainWindow::event(event);
}

void PageWindow::addPage(Page *page, const QList<QKeySequence> &shortcuts)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    m_navigation->addPage(page->key(), page->iconName());
    auto *action = m_pageActions->addAction(icon(page->iconName()), {});
    action->setObjectName(page->key() + QStringLiteral("Page"));
    action->setCheckable(true);
    action->setShortcuts(QList<QKeySequence> {Qt::CTRL | Qt::Key(Qt::Key_0 + m_pages.size())} + shortcuts);
    connect(action, &QAction::triggered, this, [this, key = page->key()] { openPage(key); });
    connect(page, &Page::pageRequested, this, &PageWindow::followRequest);
    connect(page, &Page::filterJudged, this, [this, page](const QString &error) {
        if (page == currentPage())
            m_filter->showError(error);
    });
    connect(page, &Page::hitsChanged, this, [this, page](qint64 shown, qint64 total) {
        if (page == currentPage())
            m_filter->showHits(shown, total);
    });
}

void PageWindow::showCountsOf(LiveCounts &counts)
{
    connect(&counts, &LiveCounts::countsChanged, this, &PageWindow::showCounts);
    showCounts(counts.counts());
}

void PageWindow::addAbovePages(QWidget *widget)
{
    m_column->insertWidget(m_column->indexOf(m_stack), widget);
}

void PageWindow::addToToolBar(QAction *action)
{
    m_toolBar->insertAction(m_itemsStart, action);
    m_itemsStart->setVisible(true);
}

QAction *PageWindow::addToToolBar(QWidget *widget)
{
    m_itemsStart->setVisible(true);
    return m_toolBar->insertWidget(m_itemsStart, widget);
}

void PageWindow::addToOwnMenu(const QList<QAction *> &actions)
{
    QAction *quit = m_ownMenu->actions().constLast();
    m_ownMenu->insertActions(quit, actions);
    m_ownMenu->insertSeparator(quit);
}

void PageWindow::buildContent()
{
    auto *content = new QWidget(m_splitter);
    m_column = new QVBoxLayout(content);
    m_column->setSpacing(0);
    m_column->addWidget(m_stack, 1);
    m_splitter->addWidget(m_navigation);
    m_splitter->addWidget(content);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    setCentralWidget(m_splitter);
    connect(m_navigation, &NavigationList::pageChosen, this, &PageWindow::openPage);
}

void PageWindow::buildToolBar()
{
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_filter->setFixedWidth(fontMetrics().averageCharWidth() * 36);
    auto *space = new QWidget(m_toolBar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    // As high as with a button in it: the pages below do not jump.
    QToolButton button;
    button.setIconSize(m_toolBar->iconSize());
    button.setIcon(icon(QStringLiteral("filter")));
    space->setMinimumHeight(button.sizeHint().height());
    m_itemsStart = m_toolBar->addSeparator();
    m_itemsStart->setVisible(false);
    m_itemsEnd = m_toolBar->addWidget(space);
    m_toolBar->addWidget(m_filter);
    addToolBar(m_toolBar);
    connect(m_filter, &FilterEdit::filterTyped, this,
            [this](const QString &text) { currentPage()->setFilterText(text); });
    connect(m_filter, &FilterEdit::left, this, [this] { currentPage()->mainPane()->setFocus(Qt::TabFocusReason); });
}

void PageWindow::buildMenus()
{
    m_editMenu = menuBar()->addMenu(QString());
    m_ownMenu = menuBar()->addMenu(QString());
    m_viewMenu = menuBar()->addMenu(QString());
    m_helpMenu = menuBar()->addMenu(QString());
    m_ownMenu->addAction(m_actions->quit);
    m_helpMenu->addAction(m_actions->about);
}

void PageWindow::connectActions()
{
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->filter, &QAction::triggered, this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    connect(m_actions->back, &QAction::triggered, this, [this] { showPage(m_history.goBack()); });
    connect(m_actions->forward, &QAction::triggered, this, [this] { showPage(m_history.goForward()); });
    connect(m_actions->nextPage, &QAction::triggered, this, [this] { stepPage(1); });
    connect(m_actions->previousPage, &QAction::triggered, this, [this] { stepPage(-1); });
    connect(m_actions->nextPane, &QAction::triggered, this, &PageWindow::stepPane);
    connect(m_actions->resetLayout, &QAction::triggered, this, &PageWindow::resetLayout);
    connect(m_actions->about, &QAction::triggered, this, &PageWindow::showAbout);
}

void PageWindow::restoreState()
{
    resize(fontMetrics().averageCharWidth() * 190, fontMetrics().height() * 48);
    m_state.restoreWindow(*this);
    m_state.restoreSplitter(QStringLiteral("navigation"), *m_splitter);
    for (Page *each : m_pages)
        each->restoreState(m_state);
    const QString last = m_state.text(QStringLiteral("page"));
    openPage(page(last) ? last : m_pages.first()->key());
}

void PageWindow::saveState()
{
    m_state.saveWindow(*this);
    m_state.saveSplitter(QStringLiteral("navigation"), *m_splitter);
    m_state.setText(QStringLiteral("page"), currentPage()->key());
    for (const Page *each : m_pages)
        each->saveState(m_state);
}

void PageWindow::resetLayout()
{
    m_state.resetLayout();
    resize(fontMetrics().averageCharWidth() * 190, fontMetrics().height() * 48);
    m_splitter->setSizes({m_navigation->sizeHint().width(), width()});
    for (Page *each : m_pages)
        each->resetLayout();
}

void PageWindow::retranslate()
{
    m_actions->retranslate();
    m_editMenu->setTitle(tr("&Edit"));
    m_viewMenu->setTitle(tr("&View"));
    m_helpMenu->setTitle(tr("&Help"));
    m_toolBar->setWindowTitle(tr("Toolbar"));
    for (qsizetype index = 0; index < m_pages.size(); ++index) {
        m_navigation->setTitle(m_pages[index]->key(), m_pages[index]->title());
        m_pageActions->actions().at(index)->setText(m_pages[index]->title());
    }
}

void PageWindow::showPage(const QString &key)
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

void PageWindow::showPageActions()
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

void PageWindow::followRequest(const QString &key, const QString &filter)
{
    page(key)->setFilterText(filter);
    openPage(key);
}

void PageWindow::showCounts(const Counts &counts)
{
    for (const Page *each : std::as_const(m_pages)) {
        if (const std::optional<qint64> count = countOn(each->key(), counts))
            m_navigation->setCount(each->key(), *count);
    }
}

void PageWindow::applyAppearance(Appearance appearance)
{
    m_state.setAppearance(appearance);
    Theme::apply(appearance);
}

void PageWindow::stepPage(int step)
{
    const qsizetype index = m_pages.indexOf(currentPage()) + step + m_pages.size();
    openPage(m_pages.at(index % m_pages.size())->key());
}

void PageWindow::stepPane()
{
    QList<QWidget *> panes {m_navigation};
    panes.append(currentPage()->panes());
    const auto holdsFocus
        = [](const QWidget *pane) { return pane->hasFocus() || pane->isAncestorOf(qApp->focusWidget()); };
    const auto now = std::find_if(panes.begin(), panes.end(), holdsFocus);
    const qsizetype next = now == panes.end() ? 0 : (now - panes.begin() + 1) % panes.size();
    panes.at(next)->setFocus(Qt::ShortcutFocusReason);
}

void PageWindow::showAbout()
{
    auto *about = new QMessageBox(QMessageBox::Information, tr("About Gatehouse"),
                                  tr("Gatehouse %1").arg(QStringLiteral(GATEHOUSE_VERSION)), QMessageBox::Close, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setInformativeText(tr("A desktop console with a real OAuth 2 authorization server inside. Free software "
                                 "under the GNU General Public License, version 3 or later."));
    about->open();
}

} // namespace Gatehouse
