#pragma once

#include "app/services.h"
#include "app/signalwatcher.h"
#include "server/servercontroller.h"

#include <QObject>

#include <memory>

namespace Gatehouse {

class TerminalPassphrase;

/// `gatehouse serve`: the server without a window. Says on the standard output where it listens and on the standard error
/// what went wrong; SIGINT and SIGTERM end it.
class ServeApplication : public QObject
{
    Q_OBJECT

public:
    /// Opens the database and serves until the program is asked to end. Answers the exit code (sysexits.h).
    static int run(const Configuration &configuration);

private:
    ServeApplication(std::unique_ptr<Services> services, bool verbose);
    ~ServeApplication() override;
    void report(ServerController::State state);
    void fail(const Error &error, int exitCode);

    std::unique_ptr<Services> m_services;
    SignalWatcher m_signals;
    std::unique_ptr<TerminalPassphrase> m_passphrase;
};

} // namespace Gatehouse
