#include "tests/fuzz/guardedserver.h"

#include "server/http/connectionguard.h"
#include "tests/fuzz/fuzz.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cerrno>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Gatehouse {

namespace {

constexpr int Patience = 4000; ///< milliseconds
constexpr qsizetype MostPieces = 64;

/// Small, so that small inputs reach them.
constexpr HttpLimits FuzzLimits {.head = 2048, .target = 512, .headers = 20, .body = 4096};

/// Also where the fuzzer's alarm interrupts: then the connection goes on being made.
bool hasConnected(int descriptor, const sockaddr_in &address)
{
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return true;
    if (errno != EINTR)
        return false;
    pollfd waiting {.fd = descriptor, .events = POLLOUT, .revents = 0};
    while (::poll(&waiting, 1, Patience) < 0 && errno == EINTR) { }
    int failure = 0;
    socklen_t size = sizeof failure;
    return (waiting.revents & POLLOUT) != 0 && ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &failure, &size) == 0
        && failure == 0;
}

} // namespace

GuardedServer::GuardedServer()
    : m_server(new GuardServer(FuzzLimits))
{
    m_server->setParent(this);
    require(m_server->listen(QHostAddress(QHostAddress::LocalHost), 0), "there is a free port");
    bind(m_server);
}

void GuardedServer::begin(bool answersLate)
{
    m_answersLate = answersLate;
    m_served.clear();
}

bool GuardedServer::dispatch()
{
    ConnectionGuard *guard = m_server->current();
    std::optional<Request> request = guard ? guard->take() : std::nullopt;
    require(request.has_value(), "QHttpServer reads nothing that the guard has not announced");
    m_served.append(*request);
    Reply reply(*guard);
    if (m_answersLate)
        m_due.push_back(std::move(reply));
    else
        reply.send({});
    return !guard->isServing();
}

void GuardedServer::keep(AnswerLock lock)
{
    m_server->current()->keep(std::move(lock));
}

void GuardedServer::turn()
{
    for (int turns = 0; turns < 4; ++turns) {
        QCoreApplication::processEvents();
        for (Reply &reply : std::exchange(m_due, {}))
            reply.send({});
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void GuardedServer::end()
{
    QElapsedTimer clock;
    clock.start();
    while (m_server->connectionCount() > 0 || !m_due.empty()) {
        turn();
        require(clock.elapsed() < Patience, "a connection that its client has closed is given up");
    }
    turn();
}

FuzzConnection::FuzzConnection(quint16 port)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const linger atOnce {1, 0}; // thousands of connections a second leave nothing behind
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    require(hasConnected(m_descriptor, address), "the server takes the connection");
}

FuzzConnection::~FuzzConnection()
{
    close();
}

void FuzzConnection::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

void FuzzConnection::send(const QByteArray &bytes, qsizetype piece, GuardedServer &server)
{
    piece = qMax(piece, bytes.size() / MostPieces + 1);
    for (qsizetype sent = 0; sent < bytes.size() && !m_hasEnded;) {
        const ssize_t taken = ::send(m_descriptor, bytes.constData() + sent,
                                     std::size_t(qMin(piece, bytes.size() - sent)), MSG_NOSIGNAL | MSG_DONTWAIT);
        sent += qMax<ssize_t>(taken, 0);
        server.turn();
        receive();
    }
}

void FuzzConnection::settle(GuardedServer &server, const QList<Request> &requests, qsizetype answers, bool ends)
{
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        server.turn();
        receive();
        if (statuses(requests).size() >= answers && (m_hasEnded || !ends))
            break;
        require(clock.elapsed() < Patience, "all answers come, and an end where one is due");
    }
    server.turn();
    receive();
    require(m_hasEnded == ends, "a connection ends when it should, and only then");
}

void FuzzConnection::receive()
{
    char buffer[16384];
    for (;;) {
        const ssize_t got = ::recv(m_descriptor, buffer, sizeof buffer, MSG_DONTWAIT);
        m_hasEnded |= got == 0 || (got < 0 && errno != EAGAIN);
        if (got <= 0)
            return;
        m_received.append(buffer, got);
    }
}

QList<int> FuzzConnection::statuses(const QList<Request> &requests) const
{
    QList<int> found;
    QByteArrayView rest = m_received;
    for (;;) {
        const qsizetype end = rest.indexOf("\r\n\r\n");
        if (end < 0)
            return found;
        require(rest.startsWith("HTTP/1.1 "), "an answer begins where the last one ends");
        const int status = rest.sliced(9, 3).toInt();
        const qsizetype length = rest.first(end).indexOf("\r\nContent-Length: ");
        const qsizetype lengthEnd = length < 0 ? -1 : rest.indexOf("\r\n", length + 18);
        const bool isHead = found.size() < requests.size() && requests[found.size()].method == Method::Head;
        const qsizetype size
            = length < 0 || isHead ? 0 : rest.sliced(length + 18, lengthEnd - length - 18).toLongLong();
        if (rest.size() < end + 4 + size)
            return found;
        rest = rest.sliced(end + 4 + size);
        if (status >= 200)
            found.append(status);
    }
}

} // namespace Gatehouse
