#pragma once

#include "server/http/httplimits.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QHostAddress>
#include <QPointer>
#include <QSet>
#include <QSslConfiguration>
#include <QTcpServer>

#include <functional>
#include <optional>

class QSslSocket;

namespace Gatehouse {

class ConnectionGuard;
class TlsHandshake;

/// Accepts connections, puts a guard on each before QHttpServer gets it, and keeps their number bounded.
class GuardServer : public QTcpServer
{
    Q_OBJECT

public:
    explicit GuardServer(const HttpLimits &limits);
    ~GuardServer() override;

    /// Encrypts the connections that come from now on.
    void encrypt(const QSslConfiguration &configuration) { m_tls = configuration; }
    const HttpLimits &limits() const { return m_limits; }
    /// Bytes that a socket may hold unread, while a request is answered or between two turns of the event loop.
    qint64 bufferSize() const { return m_limits.head + m_limits.body; }
    /// Milliseconds of a clock that only goes forward.
    qint64 now() const { return m_clock.elapsed(); }
    /// The Date header for now.
    const QByteArray &date();

    /// The guard whose socket has spoken last: the one whose request QHttpServer is handling.
    ConnectionGuard *current() const { return m_current; }
    void setCurrent(ConnectionGuard &guard) { m_current = &guard; }
    /// Runs `serve`, in which requests are answered. These answers go out together when the turn of the event loop is over:
    /// each alone would wake a client that sleeps, which costs more than all else the system does for it.
    template<class Serve> void serving(Serve serve)
    {
        m_isServing = true;
        serve();
        m_isServing = false;
    }
    /// Calls the guard's deliver(): at once, or with the others that are being served.
    void deliverInTurn(ConnectionGuard &guard);
    /// A guard's connection from that address is over, though its socket may live on for a moment.
    void noteClosed(const QHostAddress &peer);
    /// The guard is going away.
    void forget(ConnectionGuard &guard);
    int connectionCount() const { return m_open; }
    /// Takes no more connections and closes those there are, each after the answer under way.
    void drain();
    /// Takes the guards from their sockets: late answers go nowhere.
    void dismiss();

Q_SIGNALS:
    void drained();

protected:
    void incomingConnection(qintptr descriptor) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void deliver();
    void countAccepted();
    void shakeHands(QSslSocket &socket, const QHostAddress &peer);
    void admit(QTcpSocket *socket);
    bool makeRoomFor(const QHostAddress &peer);
    bool evict(const std::function<bool(const QHostAddress &)> &isConcerned);

    HttpLimits m_limits;
    QElapsedTimer m_clock;
    QBasicTimer m_sweep;
    std::optional<QSslConfiguration> m_tls;
    QSet<ConnectionGuard *> m_guards;
    QList<ConnectionGuard *> m_delivering; ///< those with answers that wait
    bool m_isServing = false;
    QSet<TlsHandshake *> m_handshakes;
    QHash<QHostAddress, int> m_openBy;
    int m_open = 0;
    int m_accepted = 0; ///< in this turn of the event loop
    ConnectionGuard *m_current = nullptr;
    QByteArray m_date;
    qint64 m_dateSecond = 0;
};

} // namespace Gatehouse
