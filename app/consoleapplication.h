#pragma once

#include "app/services.h"
#include "app/signalwatcher.h"

#include <QObject>
#include <QSettings>

#include <memory>

namespace Gatehouse {

class Connection;
class MainWindow;

/// `gatehouse`: the window with the server inside. What keeps it from starting is said in a message window and on the
/// standard error.
class ConsoleApplication : public QObject
{
    Q_OBJECT

public:
    /// Opens the database, shows the window and starts the server; on the database of a Rails application the window alone. Answers the exit code (sysexits.h).
    static int run(const Configuration &configuration);
    /// Shows `sentence` in a window of its own until it is closed; answers `exitCode`.
    static int refuse(const QString &sentence, int exitCode);
    /// Whether a window can be shown. To be asked before there is a QApplication, which aborts where none can.
    static bool hasDisplay();

private:
    /// Shows what can be read of a damaged database, and goes on with what is saved of it. Answers the exit code.
    static int salvage(const Configuration &configuration, const Error &error);
    ConsoleApplication(std::unique_ptr<Services> services, std::unique_ptr<Connection> reader, bool demo);
    ~ConsoleApplication() override;

    std::unique_ptr<Services> m_services;
    std::unique_ptr<Connection> m_reader;
    QSettings m_settings;
    SignalWatcher m_signals;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Gatehouse
