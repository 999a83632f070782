#include "server/http/guardserver.h"

#include "server/http/connectionguard.h"
#include "server/http/responsewriter.h"
#include "server/http/tlshandshake.h"

#include <QAbstractEventDispatcher>
#include <QDateTime>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTimerEvent>

#include <algorithm>
#include <memory>
#include <utility>

#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Gatehouse {

namespace {

constexpr int MostPending = 4096;
constexpr int MostAccepted = 32; ///< in one turn of the event loop
constexpr int MostDelivered = 16; ///< at once: the first shall not wait for long
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

/// Straight to the system; the caller closes the connection.
void refuse(const QTcpSocket &socket)
{
    static constexpr char answer[] = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\n"
                                     "Content-Length: 25\r\nRetry-After: 1\r\nConnection: close\r\n\r\n"
                                     "The server is too busy.\r\n";
    ::send(int(socket.socketDescriptor()), answer, sizeof answer - 1, MSG_NOSIGNAL | MSG_DONTWAIT);
}

} // namespace

GuardServer::GuardServer(const HttpLimits &limits)
    : m_limits(limits)
{
    m_limits.connections = affordableConnections(limits.connections);
    if (m_limits.connections < limits.connections)
        m_limits.connectionsPerAddress = qMin(limits.connectionsPerAddress, (m_limits.connections + 1) / 2);
    m_clock.start();
    const QAbstractEventDispatcher *turns = QAbstractEventDispatcher::instance();
    connect(turns, &QAbstractEventDispatcher::awake, this, &GuardServer::deliver);
    connect(turns, &QAbstractEventDispatcher::aboutToBlock, this, &GuardServer::deliver);
    setListenBacklogSize(MostPending);
    setMaxPendingConnections(MostPending);
}

GuardServer::~GuardServer()
{
    dismiss();
}

void GuardServer::dismiss()
{
    deliver();
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

void GuardServer::deliverInTurn(ConnectionGuard &guard)
{
    if (!m_isServing)
        return guard.deliver();
    if (!m_delivering.contains(&guard))
        m_delivering.append(&guard);
    if (m_delivering.size() >= MostDelivered)
        deliver();
}

void GuardServer::deliver()
{
    const QList<ConnectionGuard *> guards = std::exchange(m_delivering, {});
    for (ConnectionGuard *guard : guards)
        guard->deliver();
}

/// QTcpServer accepts as long as somebody is waiting. When they come as fast as that, it would never do anything else: after
/// some of them it is told that all places are taken, and those who have been accepted have their turn.
void GuardServer::countAccepted()
{
    if (++m_accepted == 1) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_accepted = 0;
                setMaxPendingConnections(MostPending);
                if (isListening())
                    resumeAccepting();
            },
            Qt::QueuedConnection);
    }
    if (m_accepted == MostAccepted)
        setMaxPendingConnections(0);
}

void GuardServer::incomingConnection(qintptr descriptor)
{
    countAccepted();
    std::unique_ptr<QTcpSocket> socket
        = m_tls ? std::make_unique<QSslSocket>(this) : std::make_unique<QTcpSocket>(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(int(descriptor));
        return;
    }
    const QHostAddress peer = ConnectionGuard::peerOf(*socket);
    if (!makeRoomFor(peer)) {
        if (!m_tls)
            refuse(*socket);
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    ++m_open;
    ++m_openBy[peer];
    if (!m_sweep.isActive())
        m_sweep.start(sweepInterval(m_limits), this);
    if (auto *encrypted = qobject_cast<QSslSocket *>(socket.get()))
        shakeHands(*encrypted, peer);
    else
        admit(socket.get());
    (void)socket.release(); // it belongs to us as a child
}

/// What is not encrypted yet counts as a connection, but QHttpServer does not hear of it.
void GuardServer::shakeHands(QSslSocket &socket, const QHostAddress &peer)
{
    socket.setSslConfiguration(*m_tls);
    auto *handshake = new TlsHandshake(socket, peer, now(), m_limits.handshakeTime);
    m_handshakes.insert(handshake);
    connect(handshake, &TlsHandshake::ended, this, [this](TlsHandshake *over, bool hasSucceeded) {
        m_handshakes.remove(over);
        if (!hasSucceeded)
            noteClosed(over->peer());
    });
    connect(handshake, &TlsHandshake::succeeded, this, &GuardServer::admit);
    socket.startServerEncryption();
}

void GuardServer::admit(QTcpSocket *socket)
{
    m_guards.insert(new ConnectionGuard(*socket, *this));
    addPendingConnection(socket);
}

/// An address that has all it may have makes room at its own cost, so that it cannot lock out another. When all are many,
/// the one with the most does.
bool GuardServer::makeRoomFor(const QHostAddress &peer)
{
    if (m_openBy.value(peer) >= m_limits.connectionsPerAddress)
        return evict([&peer](const QHostAddress &other) { return other == peer; });
    if (m_open < m_limits.connections)
        return true;
    const auto most = std::max_element(m_openBy.cbegin(), m_openBy.cend());
    return evict([address = most.key()](const QHostAddress &other) { return other == address; })
        || evict([](const QHostAddress &) { return true; });
}

/// Closes the connection among those concerned that has been of no use for the longest time.
bool GuardServer::evict(const std::function<bool(const QHostAddress &)> &isConcerned)
{
    ConnectionGuard *victim = nullptr;
    qint64 least = 0;
    for (ConnectionGuard *guard : std::as_const(m_guards)) {
        const std::optional<qint64> value = guard->expendability();
        if (value && (!victim || *value < least) && isConcerned(guard->peer())) {
            victim = guard;
            least = *value;
        }
    }
    TlsHandshake *waiting = nullptr;
    for (TlsHandshake *handshake : std::as_const(m_handshakes)) {
        if ((!waiting || handshake->since() < waiting->since()) && isConcerned(handshake->peer()))
            waiting = handshake;
    }
    if (waiting && (!victim || waiting->since() < least))
        waiting->giveUp();
    else if (victim)
        victim->abort();
    return waiting || victim;
}

void GuardServer::noteClosed(const QHostAddress &peer)
{
    const auto ofPeer = m_openBy.find(peer);
    if (--*ofPeer == 0)
        m_openBy.erase(ofPeer);
    if (--m_open > 0)
        return;
    m_sweep.stop();
    if (!isListening())
        Q_EMIT drained();
}

void GuardServer::forget(ConnectionGuard &guard)
{
    m_guards.remove(&guard);
    m_delivering.removeOne(&guard);
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
