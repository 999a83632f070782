#pragma once

#include "ui/console.h"
#include "ui/pagewindow.h"

namespace Gatehouse {

class LiveData;
class OverviewPage;
class ServerActions;
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
    void showServerState();
    void toggleServer();

    const Console m_console;
    LiveData *m_live;
    ServerActions *m_server;
    UrlField *m_issuer;
    OverviewPage *m_overview = nullptr;
};

} // namespace Gatehouse
