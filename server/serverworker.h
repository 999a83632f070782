#pragma once

#include "models/records/exchange.h"
#include "models/records/throttled.h"
#include "models/result.h"
#include "models/secrets/keyvault.h"
#include "server/serversettings.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace Gatehouse {

class AuthServer;
class HttpHost;
class RequestRunner;
class Store;

/// The server itself, as the controller drives it. Lives in the service thread.
class ServerWorker : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MostAnnounced = 30; ///< exchanges at a time

    explicit ServerWorker(Store &store);
    ~ServerWorker() override;

    /// Answers with started() or failed(). `vault` holds the key of a certificate of our own.
    void start(const ServerSettings &settings, const std::optional<KeyVault> &vault);
    /// Lets answers under way go out, for a second at most. Answers with stopped().
    void stop();
    /// Lets somebody who waits try again at once, for the person at the console.
    void unblock(const QByteArray &key);

Q_SIGNALS:
    void started(quint16 port, const QString &issuer);
    void failed(const Gatehouse::Error &error);
    void stopped();
    void exchangesFinished(const QList<Gatehouse::Exchange> &exchanges);
    /// Who has to wait after wrong guesses, now that somebody was added or let go.
    void throttledChanged(const QList<Gatehouse::Throttled> &throttled);

private:
    void note(const Exchange &exchange);
    void announce(qsizetype most = MostAnnounced);
    void announceThrottled();
    void tearDown();
    void finishStop();

    Store &m_store;
    std::unique_ptr<AuthServer> m_server;
    std::unique_ptr<RequestRunner> m_runner;
    std::unique_ptr<HttpHost> m_host;
    QTimer m_end; ///< when stopping: waits for the last connections
    QTimer m_announcement;
    QTimer m_throttleNews;
    QList<Exchange> m_exchanges;
};

} // namespace Gatehouse
