#pragma once

#include "ui/actions/pagehistory.h"
#include "ui/theme.h"
#include "ui/uistate.h"

#include <QMainWindow>

class QActionGroup;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolBar;
class QVBoxLayout;

namespace Gatehouse {

class FilterEdit;
class LiveCounts;
class NavigationList;
class Page;
class WindowActions;
struct Counts;

/// A window of pages: navigation, toolbar with the page's actions and filter, menus, history. Remembers how it was left. What it is about
/// and which pages it has, its subclass says.
class PageWindow : public QMainWindow
{
    Q_OBJECT

public:
    ~PageWindow() override;

    /// Brings a page to the front; Back leads to the one before.
    void openPage(const QString &key);
    Page *currentPage() const;
    Page *page(const QString &key) const;

protected:
    /// `group` keeps the layouts of windows with other pages apart.
    PageWindow(QSettings &settings, const QString &group, QWidget *parent);

    /// In the order of the navigation; Ctrl+1 and so on lead there, and what else is given.
    void addPage(Page *page, const QList<QKeySequence> &shortcuts = {});
    /// To be called when all pages are there.
    void start();

    /// Opens a page with a filter.
    void followRequest(const QString &key, const QString &filter);
    void showCountsOf(LiveCounts &counts);
    void applyAppearance(Appearance appearance);
    /// Puts a widget above the pages.
    void addAbovePages(QWidget *widget);
    /// What stands before the page's actions in the toolbar.
    void addToToolBar(QAction *action);
    QAction *addToToolBar(QWidget *widget);
    /// The menu of what the window is about; ends with Quit.
    QMenu &ownMenu() const { return *m_ownMenu; }
    void addToOwnMenu(const QList<QAction *> &actions);

    virtual void retranslate();
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void buildContent();
    void buildToolBar();
    void buildMenus();
    void connectActions();
    void restoreState();
    void saveState();
    void resetLayout();

    void showPage(const QString &key);
    void showPageActions();
    void showCounts(const Counts &counts);
    void stepPage(int step);
    void stepPane();
    void showAbout();

    UiState m_state;
    PageHistory m_history;
    WindowActions *m_actions;
    QSplitter *m_splitter;
    NavigationList *m_navigation;
    QVBoxLayout *m_column = nullptr;
    QStackedWidget *m_stack;
    QList<Page *> m_pages;
    QToolBar *m_toolBar;
    FilterEdit *m_filter;
    QAction *m_itemsEnd = nullptr; ///< the page's own actions stand before it in the toolbar
    QAction *m_itemsStart = nullptr; ///< and behind this
    QList<QAction *> m_shownActions;
    QActionGroup *m_pageActions;
    QMenu *m_editMenu = nullptr;
    QMenu *m_ownMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_helpMenu = nullptr;
};

} // namespace Gatehouse
