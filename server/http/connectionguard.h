#pragma once

#include "server/http/qtcompat.h"
#include "server/http/replytarget.h"
#include "server/http/requesthead.h"

#include <QHostAddress>

#include <optional>

class QSslSocket;

namespace Gatehouse {

class GuardServer;

/// Stands between one socket and QHttpServer. Reads and checks every request, holds the client to sizes and times, lets
/// one request through at a time, and writes the answers. Child of its socket.
///
/// Of the client's bytes QHttpServer sees none: when a request is whole it is given a ticket in its place, so that the
/// two cannot disagree on where a request ends.
class ConnectionGuard : public ReplyTarget
{
    Q_OBJECT

public:
    ConnectionGuard(QTcpSocket &socket, GuardServer &server);
    ~ConnectionGuard() override;

    /// The client's address; one of IPv4 as such, even where it comes mapped to one of IPv6.
    static QHostAddress peerOf(const QTcpSocket &socket);
    const QHostAddress &peer() const { return m_peer; }

    /// Takes the request that was let through, now that QHttpServer has read its ticket. Nothing when there is none.
    std::optional<Request> take();
    bool isServing() const { return m_state == State::Serving; }
    void keep(AnswerLock lock) { m_lock.emplace(std::move(lock)); }
    void answer(const Response &response) override;
    /// Sends what has been written.
    void deliver();

    /// Whether it may be closed for another connection's sake, and how gladly: smaller is sooner. Nothing while it serves.
    /// A request that is arriving counts for a while: one that never ends shall not outlive those that rest.
    std::optional<qint64> expendability() const;
    /// Ends what took too long. `now` in milliseconds of the server's clock.
    void checkTime(qint64 now);
    /// Closes, after the answer when one is under way.
    void finish();
    /// Closes at once.
    void abort();

private:
    enum class State { Idle, Head, Body, Announced, Serving, Lingering, Closed };

    void onReadyRead();
    bool isReading() const { return m_state == State::Head || m_state == State::Body; }
    void read();
    bool fetch();
    void examine();
    std::optional<HttpFault> examineHead();
    void announce();
    void forgetInput(qsizetype size);
    void enter(State state, int milliseconds);
    void reject(const HttpFault &fault);
    void resume();
    void linger();
    void swallow();
    void discard();
    void giveUp();
    void openBuffer();
    void shutDownWriting();
    void write(const QByteArray &bytes);
    qint64 unsent() const;
    QByteArrayView connectionHeader() const;

    QTcpSocket &m_socket;
    GuardServer &m_server;
    QSslSocket *m_encrypted; ///< the same socket when it speaks TLS; else null
    QHostAddress m_peer;
    QByteArray m_input; ///< the request under way, and what has come after it
    QByteArray m_output; ///< what deliver() is to send
    RequestHead m_head;
    std::optional<AnswerLock> m_lock;
    State m_state = State::Idle;
    bool m_withBody = true; ///< the answer under way has one: the request is not HEAD
    qint64 m_since = 0; ///< when the state began
    qint64 m_deadline = 0;
    qsizetype m_headSize = 0; ///< bytes of the head under way, once it is whole
    qint64 m_swallowed = 0;
};

} // namespace Gatehouse
