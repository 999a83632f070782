#include "server/http/connectionguard.h"

#include "server/http/guardserver.h"
#include "server/http/responsewriter.h"

#include <QSslSocket>

#include <utility>

#include <sys/socket.h>

namespace Gatehouse {

namespace {

constexpr int LingerTime = 1000;
constexpr int ArrivalTime = 500; ///< milliseconds in which an honest request has arrived
constexpr qint64 LingerBytes = 1024 * 1024;
constexpr qsizetype KeptInput = 4096;
constexpr qint64 MostUnsent = 1024 * 1024; ///< answers a client may leave unread

/// All that QHttpServer reads of a request: that there is one. It cannot read it otherwise than the guard has.
constexpr QByteArrayView Ticket("GET / HTTP/1.1\r\n\r\n");

} // namespace

QHostAddress ConnectionGuard::peerOf(const QTcpSocket &socket)
{
    const QHostAddress address = socket.peerAddress();
    bool isMapped = false;
    const quint32 ipv4 = address.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(ipv4) : address;
}

ConnectionGuard::ConnectionGuard(QTcpSocket &socket, GuardServer &server)
    : ReplyTarget(&socket)
    , m_socket(socket)
    , m_server(server)
    , m_encrypted(qobject_cast<QSslSocket *>(&socket))
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
        m_server.noteClosed(m_peer);
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
    case State::Body:
        return read();
    case State::Announced: // QHttpServer has not taken its ticket
        return giveUp();
    case State::Serving:
    case State::Closed:
        return;
    case State::Lingering:
        return swallow();
    }
}

/// Leaves the socket either nothing that QHttpServer could read, or its ticket in front.
void ConnectionGuard::read()
{
    if (unsent() > MostUnsent)
        return giveUp();
    const bool hasLeftover = m_state == State::Idle && !m_input.isEmpty();
    if (hasLeftover || fetch())
        examine();
    if (hasLeftover && isReading() && fetch())
        examine();
}

/// Takes what has arrived. Answers whether there was something.
bool ConnectionGuard::fetch()
{
    const qint64 arrived = m_socket.bytesAvailable();
    if (arrived == 0)
        return false;
    const qsizetype before = m_input.size();
    m_input.resize(before + arrived);
    m_socket.read(m_input.data() + before, arrived);
    if (arrived >= m_server.bufferSize())
        openBuffer();
    return true;
}

void ConnectionGuard::examine()
{
    if (m_state == State::Idle)
        enter(State::Head, m_server.limits().headTime);
    if (m_state == State::Head) {
        if (const std::optional<HttpFault> fault = examineHead())
            return reject(*fault);
    }
    if (m_state == State::Body && m_input.size() >= m_headSize + m_head.contentLength)
        announce();
}

std::optional<HttpFault> ConnectionGuard::examineHead()
{
    const HttpLimits &limits = m_server.limits();
    const HeadScan scan = scanHead(m_input, limits);
    if (scan.fault)
        return scan.fault;
    if (scan.size == 0)
        return checkRequestLine(m_input, limits);
    m_head = {};
    if (const std::optional<HttpFault> fault = parseHead(QByteArrayView(m_input).first(scan.size), limits, m_head))
        return fault;
    m_headSize = scan.size;
    enter(State::Body, limits.bodyTime);
    if (m_head.expectsContinue && m_input.size() == m_headSize)
        write("HTTP/1.1 100 Continue\r\n\r\n");
    return std::nullopt;
}

/// QHttpServer finds the ticket in the same emission and calls take().
void ConnectionGuard::announce()
{
    m_state = State::Announced;
    if (m_socket.isTransactionStarted())
        m_socket.commitTransaction();
    for (auto each = Ticket.crbegin(); each != Ticket.crend(); ++each)
        m_socket.ungetChar(*each);
}

std::optional<Request> ConnectionGuard::take()
{
    if (m_state != State::Announced)
        return std::nullopt;
    m_state = State::Serving;
    m_withBody = m_head.method != Method::Head;
    Request request;
    request.method = m_head.method;
    request.path = std::move(m_head.path);
    request.query = std::move(m_head.query);
    request.headers = std::move(m_head.headers);
    request.body = m_input.sliced(m_headSize, m_head.contentLength);
    request.peer = m_peer;
    request.secure = m_encrypted;
    forgetInput(m_headSize + m_head.contentLength);
    return request;
}

/// A connection that waits keeps little memory.
void ConnectionGuard::forgetInput(qsizetype size)
{
    m_input.remove(0, size);
    if (m_input.isEmpty() && m_input.capacity() > KeptInput)
        m_input = {};
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
    if (m_input.isEmpty() && m_socket.bytesAvailable() == 0)
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
    if (fault.status == 405) // RFC 9110 section 15.5.6
        response.setHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    response.body = QByteArray(fault.text) + '\n';
    write(responseBytes(response, {true, "close", m_server.date()}));
    linger();
}

/// Closes such that the client can still read the answer: what it goes on sending is swallowed for a while, because
/// unread bytes would make the system reset the connection (RFC 9112 section 9.6).
void ConnectionGuard::linger()
{
    enter(State::Lingering, LingerTime);
    deliver();
    if (unsent() == 0)
        shutDownWriting();
    else if (m_encrypted)
        connect(m_encrypted, &QSslSocket::encryptedBytesWritten, this, &ConnectionGuard::shutDownWriting);
    else
        connect(&m_socket, &QTcpSocket::bytesWritten, this, &ConnectionGuard::shutDownWriting);
    swallow();
}

void ConnectionGuard::shutDownWriting()
{
    if (unsent() == 0)
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
    m_input = {};
    openBuffer();
}

/// As abort(), from within a signal that QHttpServer hears too: it must not find a closed socket.
void ConnectionGuard::giveUp()
{
    m_state = State::Closed;
    m_server.noteClosed(m_peer);
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

qint64 ConnectionGuard::unsent() const
{
    return m_output.size() + m_socket.bytesToWrite() + (m_encrypted ? m_encrypted->encryptedBytesToWrite() : 0);
}

void ConnectionGuard::write(const QByteArray &bytes)
{
    m_output.append(bytes);
    m_server.deliverInTurn(*this);
}

/// Straight to the system: through the socket it would take another turn of the event loop.
void ConnectionGuard::deliver()
{
    const QByteArray bytes = std::exchange(m_output, {});
    if (bytes.isEmpty() || m_socket.state() != QAbstractSocket::ConnectedState)
        return;
    if (m_encrypted) {
        m_encrypted->write(bytes);
        m_encrypted->flush();
        return;
    }
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
    return isReading() ? m_since + ArrivalTime : m_since;
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
    if (unsent() > 0)
        linger();
    else
        abort();
}

void ConnectionGuard::abort()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_server.noteClosed(m_peer);
    deliver();
    m_socket.abort();
}

} // namespace Gatehouse
