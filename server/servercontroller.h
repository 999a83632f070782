#pragma once

#include "models/records/exchange.h"
#include "models/records/throttled.h"
#include "models/result.h"
#include "server/serversettings.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace Gatehouse {

class StoreThread;
class VaultOpener;

/// Starts and stops the server in the service thread and tells how it is. All that other houses see of the server.
/// Lives in the application's thread; never waits, but in its destructor, which stops the server.
class ServerController : public QObject
{
    Q_OBJECT

public:
    enum class State { Stopped, Starting, Running, Stopping, Failed };
    Q_ENUM(State)

    /// `vault` holds the key of a certificate of our own, and is opened when such a server starts.
    ServerController(StoreThread &service, VaultOpener &vault, const ServerSettings &settings,
                     QObject *parent = nullptr);
    ~ServerController() override;

    State state() const;
    /// Why the state is Failed. Error::Conflict: the port is in use.
    Error error() const;
    /// The address it answers at, for instance http://127.0.0.1:6749; before it runs, the one it would have.
    QString issuer() const;
    quint16 port() const; ///< the one in use while Running, else the one in the settings
    qint64 startedAt() const; ///< milliseconds since 1970 UTC; 0 while it does not run
    const ServerSettings &settings() const;
    /// Whether a server could start so, as far as that shows without listening: certificate and key. Reads these files.
    static Result<void> check(const ServerSettings &settings);
    /// What clients on this computer are to trust when the certificate is of our own making.
    static QString authorityFile();
    VaultOpener &vault() const;
    /// Takes effect at the next start().
    void setSettings(const ServerSettings &settings);

    void start();
    void stop();

    /// Who has to wait after wrong guesses, as of the last throttledChanged(). Some may be free again by now.
    const QList<Throttled> &throttled() const;
    /// Lets one of them try again at once, and notes that in the audit trail.
    void unblock(const Throttled &throttled);

    /// The first port from `from` upwards that could be listened on just now; 0 when there is none.
    static quint16 firstFreePort(const QHostAddress &address, quint16 from);

Q_SIGNALS:
    void stateChanged(Gatehouse::ServerController::State state);
    /// Finished requests, newest last, at most ten times a second, few at once but when the server stops.
    void exchangesFinished(const QList<Gatehouse::Exchange> &exchanges);
    void throttledChanged();

private:
    void noteStarted(quint16 port, const QString &issuer);
    void noteFailed(const Error &error);
    void noteStopped();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse
