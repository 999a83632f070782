#include "server/http/connectionguard.h"

#include "server/http/guardserver.h"
#include "server/http/responsewriter.h"

#include <limits>

#include <sys/socket.h>

namespace Gatehouse {

namespace {

constexpr int LingerTime = 1000;
constexpr qint64 LingerBytes = 1024 * 1024;
constexpr qint64 MostUnsent = 1024 * 1024; ///< answers a client may leave unread

/// Shows a socket from the start of the request under way, whatever QHttpServer has read of it; puts it back at the end.
class Rewind
{
public:
    explicit Rewind(QTcpSocket &socket)
        : m_socket(socket)
        , m_active(socket.isTransactionStarted())
        , m_unread(socket.bytesAvailable())
    {
        if (m_active)
            m_socket.rollbackTransaction();
    }
    ~Rewind()
    {
        if (!m_active)
            return;
        const qint64 read = m_socket.bytesAvailable() - m_unread;
        m_socket.startTransaction();
        m_socket.skip(read);
    }
    Rewind(const Rewind &) = delete;
    Rewind &operator=(const Rewind &) = delete;

private:
    QTcpSocket &m_socket;
    bool m_active;
    qint64 m_unread;
};

QHostAddress peerOf(const QTcpSocket &socket)
{
    const QHostAddress address = socket.peerAddress();
    bool isMapped = false;
    const quint32 ipv4 = address.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(ipv4) : address;
}

} // namespace

ConnectionGuard::ConnectionGuard(QTcpSocket &socket, GuardServer &server)
    : ReplyTarget(&socket)
    , m_socket(socket)
    , m_server(server)
    , m_peer(peerOf(socket))
{
    m_socket.setReadBufferSize(m_server.bufferSize());
    enter(State::Idle, m_server.limits().idleTime);
    // Before QHttpServer connects: slots run in the order of their connection.
    connect(&m_socket, &QTcpSocket::readyRead, this, &ConnectionGuard::onReadyRead);
}

ConnectionGuard::~ConnectionGuard()
{
    if (m_state != State::Closed)
        m_server.noteClosed();
    m_server.forget(*this);
}

void ConnectionGuard::enter(State state, int milliseconds)
{
    m_state = state;
    m_since = m_server.now();
    m_deadline = m_since + milliseconds;
}

void ConnectionGuard::onReadyRead()
{
    m_server.setCurrent(*this);
    switch (m_state) {
    case State::Idle:
    case State::Head:
        return readHead();
    case State::Body:
        return awaitBody();
    case State::Announced: // QHttpServer did not take the whole for a request
        return reject({400, "This is not a request of HTTP."});
    case State::Serving:
    case State::Closed:
        return;
    case State::Lingering:
        return swallow();
    }
}

void ConnectionGuard::readHead()
{
    if (m_socket.bytesAvailable() == 0)
        return;
    if (m_socket.bytesToWrite() > MostUnsent)
        return giveUp();
    if (m_state == State::Idle)
        enter(State::Head, m_server.limits().headTime);
    std::optional<HttpFault> fault;
    {
        const Rewind rewind(m_socket);
        fault = inspect(m_server.peek(m_socket), m_socket.bytesAvailable());
    }
    if (fault)
        reject(*fault);
}

/// What of the request is there, before QHttpServer sees it.
std::optional<HttpFault> ConnectionGuard::inspect(QByteArrayView bytes, qint64 arrived)
{
    const HttpLimits &limits = m_server.limits();
    const HeadScan scan = scanHead(bytes, limits);
    if (scan.fault)
        return scan.fault;
    if (scan.size == 0)
        return checkRequestLine(bytes, limits);
    m_head = {};
    if (const std::optional<HttpFault> fault = parseHead(bytes.first(scan.size), limits, m_head))
        return fault;
    m_size = scan.size + m_head.contentLength;
    if (arrived >= m_size)
        announce();
    else
        expectBody(arrived > scan.size);
    return std::nullopt;
}

void ConnectionGuard::expectBody(bool hasBegun)
{
    enter(State::Body, m_server.limits().bodyTime);
    if (m_head.expectsContinue && !hasBegun && !QtAnswersExpect)
        write("HTTP/1.1 100 Continue\r\n\r\n");
}

void ConnectionGuard::awaitBody()
{
    qint64 arrived = 0;
    {
        const Rewind rewind(m_socket);
        arrived = m_socket.bytesAvailable();
    }
    if (arrived >= m_size)
        announce();
}

/// QHttpServer finds a whole request in the same emission and hands it to take().
void ConnectionGuard::announce()
{
    m_state = State::Announced;
}

std::optional<Request> ConnectionGuard::take(const QByteArray &body)
{
    if (m_state != State::Announced || body.size() != m_head.contentLength) {
        reject({400, "This is not a request of HTTP."});
        return std::nullopt;
    }
    m_state = State::Serving;
    m_withBody = m_head.method != Method::Head;
    Request request;
    request.method = m_head.method;
    request.path = std::move(m_head.path);
    request.query = std::move(m_head.query);
    request.headers = std::move(m_head.headers);
    request.body = body;
    request.peer = m_peer;
    return request;
}

void ConnectionGuard::answer(const Response &response)
{
    if (m_state != State::Serving)
        return;
    const bool isConnected = m_socket.state() == QAbstractSocket::ConnectedState;
    if (isConnected)
        write(responseBytes(response, {m_withBody, connectionHeader(), m_server.date()}));
    enter(State::Idle, m_server.limits().idleTime);
    m_lock.reset();
    if (!isConnected)
        abort();
    else if (m_head.keepAlive)
        resume();
    else
        linger();
}

QByteArrayView ConnectionGuard::connectionHeader() const
{
    if (!m_head.keepAlive)
        return "close";
    return m_head.oldVersion ? "keep-alive" : "";
}

/// Lets the next request in when its bytes are here already.
void ConnectionGuard::resume()
{
    if (m_socket.bytesAvailable() == 0)
        return;
    openBuffer();
    QMetaObject::invokeMethod(&m_socket, &QTcpSocket::readyRead, Qt::QueuedConnection);
}

void ConnectionGuard::reject(const HttpFault &fault)
{
    if (m_state == State::Lingering || m_state == State::Closed)
        return;
    Response response;
    response.status = fault.status;
    response.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
    response.body = QByteArray(fault.text) + '\n';
    write(responseBytes(response, {true, "close", m_server.date()}));
    linger();
}

/// Closes such that the client can still read the answer: what it goes on sending is swallowed for a while, because
/// unread bytes would make the system reset the connection (RFC 9112 section 9.6).
void ConnectionGuard::linger()
{
    enter(State::Lingering, LingerTime);
    if (m_socket.bytesToWrite() == 0)
        shutDownWriting();
    else
        connect(&m_socket, &QTcpSocket::bytesWritten, this, &ConnectionGuard::shutDownWriting);
    swallow();
}

void ConnectionGuard::shutDownWriting()
{
    if (m_socket.bytesToWrite() == 0)
        ::shutdown(int(m_socket.socketDescriptor()), SHUT_WR);
}

void ConnectionGuard::swallow()
{
    m_swallowed += m_socket.bytesAvailable();
    discard();
    if (m_swallowed > LingerBytes)
        giveUp();
}

/// Leaves QHttpServer nothing to read.
void ConnectionGuard::discard()
{
    if (m_socket.isTransactionStarted())
        m_socket.commitTransaction();
    m_socket.skip(m_socket.bytesAvailable());
    openBuffer();
}

/// As abort(), from within a signal that QHttpServer hears too: it must not find a closed socket.
void ConnectionGuard::giveUp()
{
    m_state = State::Closed;
    m_server.noteClosed();
    discard();
    QMetaObject::invokeMethod(
        &m_socket, [this] { m_socket.abort(); }, Qt::QueuedConnection);
}

/// A full buffer has stopped reading from the system; a new size starts it again.
void ConnectionGuard::openBuffer()
{
    m_socket.setReadBufferSize(m_server.bufferSize() + 1);
    m_socket.setReadBufferSize(m_server.bufferSize());
}

/// Straight to the system: through the socket it would take another turn of the event loop.
void ConnectionGuard::write(const QByteArray &bytes)
{
    qint64 sent = 0;
    if (m_socket.bytesToWrite() == 0)
        sent = qMax<qint64>(0,
                            ::send(int(m_socket.socketDescriptor()), bytes.constData(), size_t(bytes.size()),
                                   MSG_NOSIGNAL | MSG_DONTWAIT));
    if (sent < bytes.size())
        m_socket.write(bytes.constData() + sent, bytes.size() - sent);
}

std::optional<qint64> ConnectionGuard::expendability() const
{
    if (m_state == State::Serving || m_state == State::Announced || m_state == State::Closed)
        return std::nullopt;
    const bool isQuiet = m_state == State::Idle || m_state == State::Lingering;
    return isQuiet ? m_since : m_since + std::numeric_limits<int>::max();
}

void ConnectionGuard::checkTime(qint64 now)
{
    if (now < m_deadline)
        return;
    switch (m_state) {
    case State::Head:
        return reject({408, "The request's head took too long."});
    case State::Body:
        return reject({408, "The request's body took too long."});
    case State::Announced:
        return reject({400, "This is not a request of HTTP."});
    case State::Idle:
    case State::Lingering:
        return abort();
    case State::Serving:
    case State::Closed:
        return;
    }
}

void ConnectionGuard::finish()
{
    m_head.keepAlive = false;
    if (m_state == State::Serving || m_state == State::Announced || m_state == State::Lingering
        || m_state == State::Closed)
        return;
    if (m_socket.bytesToWrite() > 0)
        linger();
    else
        abort();
}

void ConnectionGuard::abort()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_server.noteClosed();
    m_socket.abort();
}

} // namespace Gatehouse
