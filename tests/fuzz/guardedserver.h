#pragma once

#include "server/http/guardserver.h"
#include "server/http/qtcompat.h"
#include "server/http/reply.h"
#include "server/message/request.h"

#include <QList>

#include <memory>
#include <vector>

namespace Gatehouse {

/// The guard with QHttpServer behind it, as HttpHost has them, on a loopback port. Notes every request and answers it with
/// 200, at once or a turn of the event loop later. Ends the process when QHttpServer reads anything but a ticket.
class GuardedServer final : public HttpFront
{
public:
    GuardedServer();

    quint16 port() const { return m_server->serverPort(); }
    const HttpLimits &limits() const { return m_server->limits(); }
    /// Forgets the last connection.
    void begin(bool answersLate);
    /// Lets the event loop turn until nothing is left to do for what has arrived.
    void turn();
    /// Waits for the last connection to be gone.
    void end();
    const QList<Request> &served() const { return m_served; }

protected:
    bool dispatch() override;
    void keep(AnswerLock lock) override;

private:
    GuardServer *m_server;
    bool m_answersLate = false;
    QList<Request> m_served;
    std::vector<Reply> m_due;
};

/// A client of a server in the same thread.
class FuzzConnection
{
public:
    explicit FuzzConnection(quint16 port);
    ~FuzzConnection();
    FuzzConnection(const FuzzConnection &) = delete;
    FuzzConnection &operator=(const FuzzConnection &) = delete;

    /// In pieces, each of which the server sees alone.
    void send(const QByteArray &bytes, qsizetype piece, GuardedServer &server);
    /// Waits for so many answers and, when the connection `ends`, for its end. More than a moment is a hang.
    void settle(GuardedServer &server, const QList<Request> &requests, qsizetype answers, bool ends);
    /// The statuses of the answers so far, without 1xx; `requests`: what they answer, as the answer to HEAD has no body.
    QList<int> statuses(const QList<Request> &requests) const;
    void close();

private:
    void receive();

    int m_descriptor;
    QByteArray m_received;
    bool m_hasEnded = false;
};

} // namespace Gatehouse
