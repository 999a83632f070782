#include "server/http/guardserver.h"

#include "server/http/connectionguard.h"
#include "server/http/responsewriter.h"
#include "server/http/tlshandshake.h"

#include <QDateTime>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTimerEvent>

#include <algorithm>

#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Gatehouse {

namespace {

constexpr int ReservedFiles = 64; ///< for the database, the window and the like

/// A process that runs out of files can neither accept nor refuse.
int affordableConnections(int wanted)
{
    rlimit files {};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == RLIM_INFINITY)
        return wanted;
    return qBound(1, int(qMin<rlim_t>(files.rlim_cur, 1 << 20)) - ReservedFiles, wanted);
}

int sweepInterval(const HttpLimits &limits)
{
    return qBound(10, std::min({limits.headTime, limits.bodyTime, limits.idleTime}) / 4, 500);
}

void refuse(qintptr descriptor)
{
    static constexpr char answer[] = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\n"
                                     "Content-Length: 25\r\nRetry-After: 1\r\nConnection: close\r\n\r\n"
                                     "The server is too busy.\r\n";
    ::send(int(descriptor), answer, sizeof answer - 1, MSG_NOSIGNAL | MSG_DONTWAIT);
    ::close(int(descriptor));
}

} // namespace

GuardServer::GuardServer(const HttpLimits &limits)
    : m_limits(limits)
{
    m_limits.connections = affordableConnections(limits.connections);
    m_clock.start();
    setListenBacklogSize(1024);
    setMaxPendingConnections(4096);
}

GuardServer::~GuardServer()
{
    dismiss();
}

void GuardServer::dismiss()
{
    for (TlsHandshake *handshake : std::as_const(m_handshakes))
        handshake->disconnect(this);
    m_handshakes.clear();
    const QSet<ConnectionGuard *> guards = m_guards;
    qDeleteAll(guards);
}

const QByteArray &GuardServer::date()
{
    const qint64 second = QDateTime::currentSecsSinceEpoch();
    if (second != m_dateSecond) {
        m_dateSecond = second;
        m_date = httpDate(second);
    }
    return m_date;
}

void GuardServer::incomingConnection(qintptr descriptor)
{
    if (connectionCount() >= m_limits.connections && !makeRoom())
        return refuse(descriptor);
    QTcpSocket *socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        ::close(int(descriptor));
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    ++m_open;
    if (!m_sweep.isActive())
        m_sweep.start(sweepInterval(m_limits), this);
    if (auto *encrypted = qobject_cast<QSslSocket *>(socket))
        shakeHands(*encrypted);
    else
        admit(socket);
}

/// What is not encrypted yet counts as a connection, but QHttpServer does not hear of it.
void GuardServer::shakeHands(QSslSocket &socket)
{
    socket.setSslConfiguration(*m_tls);
    auto *handshake = new TlsHandshake(socket, now(), m_limits.handshakeTime);
    m_handshakes.insert(handshake);
    connect(handshake, &TlsHandshake::ended, this, [this](TlsHandshake *over, bool hasSucceeded) {
        m_handshakes.remove(over);
        if (!hasSucceeded)
            noteClosed();
    });
    connect(handshake, &TlsHandshake::succeeded, this, &GuardServer::admit);
    socket.startServerEncryption();
}

void GuardServer::admit(QTcpSocket *socket)
{
    m_guards.insert(new ConnectionGuard(*socket, *this));
    addPendingConnection(socket);
}

/// Closes the connection that has been of no use for the longest time.
bool GuardServer::makeRoom()
{
    ConnectionGuard *victim = nullptr;
    qint64 least = 0;
    for (ConnectionGuard *guard : std::as_const(m_guards)) {
        const std::optional<qint64> value = guard->expendability();
        if (value && (!victim || *value < least)) {
            victim = guard;
            least = *value;
        }
    }
    TlsHandshake *waiting = nullptr;
    for (TlsHandshake *handshake : std::as_const(m_handshakes)) {
        if (!waiting || handshake->since() < waiting->since())
            waiting = handshake;
    }
    if (waiting && (!victim || waiting->since() < least))
        waiting->giveUp();
    else if (victim)
        victim->abort();
    return waiting || victim;
}

void GuardServer::noteClosed()
{
    if (--m_open > 0)
        return;
    m_sweep.stop();
    if (!isListening())
        Q_EMIT drained();
}

void GuardServer::forget(ConnectionGuard &guard)
{
    m_guards.remove(&guard);
    if (m_current == &guard)
        m_current = nullptr;
}

void GuardServer::drain()
{
    close();
    const QSet<TlsHandshake *> handshakes = m_handshakes;
    for (TlsHandshake *handshake : handshakes)
        handshake->giveUp();
    const QSet<ConnectionGuard *> guards = m_guards;
    for (ConnectionGuard *guard : guards)
        guard->finish();
}

void GuardServer::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_sweep.timerId())
        return QTcpServer::timerEvent(event);
    const qint64 time = now();
    const QSet<ConnectionGuard *> guards = m_guards;
    for (ConnectionGuard *guard : guards)
        guard->checkTime(time);
}

} // namespace Gatehouse
