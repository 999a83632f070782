#pragma once

#include "ui/pagewindow.h"
#include "ui/rails/railsconsole.h"

namespace Gatehouse {

class LiveTables;

/// The console's window on the database of a Rails application: what can be looked at and revoked, and nothing that cannot be done there.
class RailsWindow : public PageWindow
{
    Q_OBJECT

public:
    explicit RailsWindow(const RailsConsole &console, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void addPages();

    const RailsConsole m_console;
    LiveTables *m_live;
};

} // namespace Gatehouse
