#pragma once

#include "server/http/httphandler.h"
#include "server/http/httphost.h"
#include "server/http/reply.h"

#include <QTcpSocket>

#include <functional>
#include <optional>
#include <vector>

namespace Gatehouse {

/// A handler made of a function; by default it echoes method, path, query and body.
class ScriptedHandler : public HttpHandler
{
public:
    std::function<void(Request, Reply)> script = echo;
    int served = 0;

    void serve(Request request, Reply reply) override;
    static void echo(Request request, Reply reply);
};

/// An answer as it came over the wire.
struct Answer
{
    int status = 0;
    Headers headers;
    QByteArray body;

    QByteArray header(QByteArrayView name) const { return headerValue(headers, name); }
};

/// A client that sends bytes as they are, for a server in the same thread.
class RawClient
{
public:
    /// `source`: the loopback address to come from.
    explicit RawClient(quint16 port, const QHostAddress &source = QHostAddress(QHostAddress::LocalHost));

    void send(const QByteArray &bytes);
    /// In pieces, each of which the server sees alone.
    void sendSlowly(const QByteArray &bytes, qsizetype piece = 1);
    /// The next answer; nothing when it does not come. `withBody` is false for the answer to HEAD.
    std::optional<Answer> answer(bool withBody = true);
    bool isClosedByServer();
    /// Whether nothing came and nothing was closed for a while.
    bool isLeftWaiting(int milliseconds = 80);
    QTcpSocket &socket() { return m_socket; }
    const QByteArray &unread() const { return m_unread; }

private:
    std::optional<Answer> parse(bool withBody);

    QTcpSocket m_socket;
    QByteArray m_unread;
};

/// Lets many connections be open at once in this process.
void allowManyFiles();

} // namespace Gatehouse
