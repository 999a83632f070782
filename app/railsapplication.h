#pragma once

#include "app/signalwatcher.h"
#include "models/clock.h"

#include <QObject>
#include <QSettings>

#include <memory>

namespace Gatehouse {

class Configuration;
class RailsDatabase;
class RailsSchema;
class RailsWindow;

/// `gatehouse` on the database of a Rails application: the window alone, without a server.
class RailsApplication : public QObject
{
    Q_OBJECT

public:
    /// Opens the database and shows the window. Answers the exit code (sysexits.h).
    static int run(const Configuration &configuration, const RailsSchema &schema);

private:
    RailsApplication(const SystemClock &clock, RailsDatabase &database);
    ~RailsApplication() override;

    QSettings m_settings;
    SignalWatcher m_signals;
    std::unique_ptr<RailsWindow> m_window;
};

} // namespace Gatehouse
