#pragma once

#include "ui/console.h"
#include "ui/pagewindow.h"

namespace Gatehouse {

class DomainChoice;
class DomainSwitcher;
class LiveData;
class OverviewPage;
class ServerActions;
class SettingsPage;
class UrlField;

/// The console's window on a database of our own, with the server.
class MainWindow : public PageWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Console &console, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void addPages();
    void buildServerParts();
    void buildStatusBar();
    void showDomain();
    void manageDomains();
    void showGrowth();
    void showServerState();
    void toggleServer();

    const Console m_console;
    LiveData *m_live;
    DomainChoice *m_domains;
    ServerActions *m_server;
    UrlField *m_issuer;
    DomainSwitcher *m_switcher = nullptr;
    QAction *m_switcherShown = nullptr; ///< makes the toolbar show m_switcher
    OverviewPage *m_overview = nullptr;
    SettingsPage *m_settings = nullptr;
};

} // namespace Gatehouse
