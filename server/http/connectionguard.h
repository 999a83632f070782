#pragma once

#include "server/http/qtcompat.h"
#include "server/http/replytarget.h"
#include "server/http/requesthead.h"

#include <QHostAddress>

#include <optional>

namespace Gatehouse {

class GuardServer;

/// Stands between one socket and QHttpServer, which hears of the same bytes after it. Checks the head of every request,
/// holds the client to sizes and times, lets one request through at a time, and writes the answers. Child of its socket.
class ConnectionGuard : public ReplyTarget
{
    Q_OBJECT

public:
    ConnectionGuard(QTcpSocket &socket, GuardServer &server);
    ~ConnectionGuard() override;

    /// Takes the request that was let through, now that QHttpServer has read it. Nothing when its body is not the one
    /// announced: then the connection is given up.
    std::optional<Request> take(const QByteArray &body);
    bool isServing() const { return m_state == State::Serving; }
    void keep(AnswerLock lock) { m_lock.emplace(std::move(lock)); }
    void answer(const Response &response) override;

    /// Whether it may be closed for another connection's sake, and how gladly: smaller is sooner. Nothing while it serves.
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
    void readHead();
    std::optional<HttpFault> inspect(QByteArrayView bytes, qint64 arrived);
    void expectBody(bool hasBegun);
    void awaitBody();
    void announce();
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
    QByteArrayView connectionHeader() const;

    QTcpSocket &m_socket;
    GuardServer &m_server;
    QHostAddress m_peer;
    RequestHead m_head;
    std::optional<AnswerLock> m_lock;
    State m_state = State::Idle;
    bool m_withBody = true; ///< the answer under way has one: the request is not HEAD
    qint64 m_since = 0; ///< when the state began
    qint64 m_deadline = 0;
    qint64 m_size = 0; ///< of the request under way, head and body
    qint64 m_swallowed = 0;
};

} // namespace Gatehouse
