#pragma once

#include "ui/actions/pagehistory.h"
#include "ui/console.h"
#include "ui/theme.h"
#include "ui/uistate.h"

#include <QMainWindow>

class QActionGroup;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolBar;

namespace Gatehouse {

class ApplicationsPage;
class FilterEdit;
class LiveData;
class NavigationList;
class OverviewPage;
class Page;
class SettingsPage;
class UrlField;
class WindowActions;
struct Counts;

/// The console's window: navigation, toolbar, status bar and the pages. Remembers how it was left.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Console &console, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Brings a page to the front; Back leads to the one before.
    void openPage(const QString &key);
    Page *currentPage() const;
    Page *page(const QString &key) const;

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void addPages();
    void addPage(Page *page);
    void buildContent();
    void buildToolBar();
    void buildMenus();
    void buildStatusBar();
    void connectActions();
    void restoreState();
    void saveState();
    void resetLayout();
    void retranslate();

    void showPage(const QString &key);
    void showPageActions();
    void followRequest(const QString &key, const QString &filter);
    void showServerState();
    void showCounts(const Counts &counts);
    void toggleServer();
    void applyAppearance(Appearance appearance);
    void stepPage(int step);
    void stepPane();
    void showAbout();

    const Console m_console;
    UiState m_state;
    PageHistory m_history;
    LiveData *m_live;
    WindowActions *m_actions;
    QSplitter *m_splitter;
    NavigationList *m_navigation;
    QStackedWidget *m_stack;
    QList<Page *> m_pages;
    OverviewPage *m_overview;
    ApplicationsPage *m_applications;
    SettingsPage *m_settings;
    QToolBar *m_toolBar;
    UrlField *m_issuer;
    FilterEdit *m_filter;
    QAction *m_itemsEnd; ///< the page's own actions stand before it in the toolbar
    QList<QAction *> m_shownActions;
    QActionGroup *m_pageActions;
    QMenu *m_editMenu;
    QMenu *m_serverMenu;
    QMenu *m_viewMenu;
    QMenu *m_helpMenu;
};

} // namespace Gatehouse
