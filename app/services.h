#pragma once

#include "app/configuration.h"
#include "models/clock.h"
#include "models/config/configwatcher.h"
#include "models/result.h"
#include "models/upkeep/contentrules.h"

#include <QObject>

#include <memory>

namespace Gatehouse {

class ServerController;
struct ServerSettings;
class Store;
class StoreThread;
class Upkeep;
class VaultOpener;

/// What console and `serve` have in common: the database in its thread, the server, the policy from the configuration
/// (applied again when its file changes) and the sample world. The destructor stops the server, commits and closes.
class Services : public QObject
{
    Q_OBJECT

public:
    /// Opens the database; waits until that is done. Errors are one sentence for a person.
    static Result<std::unique_ptr<Services>> open(const Configuration &configuration);
    ~Services() override;

    Store &store();
    ServerController &server() { return *m_server; }
    VaultOpener &vault() { return *m_vault; }
    Upkeep &upkeep() { return *m_upkeep; }
    const Clock &clock() const { return m_clock; }

    /// Applies policy and sample world, then starts the server. Returns at once; prepared() or failed() follows.
    void start();
    /// What the configuration rules over a database, as of now.
    ContentRules rules() const;

Q_SIGNALS:
    /// Policy and sample world are in the database and the server was told to start.
    void prepared();
    /// They could not be written; the server was not started.
    void failed(const Gatehouse::Error &error);
    /// Something the operator is to know: a configuration file that was read again, or could not be.
    void noticed(const QString &sentence);

private:
    Services(const Configuration &configuration);
    void noteUnusedPassphrase(const ServerSettings &settings);
    void reload(const ConfigDocument &document);

    Configuration m_configuration;
    SystemClock m_clock;
    std::unique_ptr<StoreThread> m_thread;
    std::unique_ptr<VaultOpener> m_vault;
    std::unique_ptr<ServerController> m_server;
    Upkeep *m_upkeep = nullptr; ///< belongs to the service thread
    std::unique_ptr<ConfigWatcher> m_watcher;
};

} // namespace Gatehouse
