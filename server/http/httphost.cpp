#include "server/http/httphost.h"

#include "server/http/connectionguard.h"
#include "server/http/guardserver.h"
#include "server/http/qtcompat.h"
#include "server/http/reply.h"

namespace Gatehouse {

namespace {

/// Hands what the guard has let through to the handler.
class Front final : public HttpFront
{
public:
    Front(HttpHandler &handler, GuardServer &server)
        : m_handler(handler)
        , m_server(server)
    { }

protected:
    bool dispatch() override
    {
        ConnectionGuard *guard = m_server.current();
        std::optional<Request> request = guard ? guard->take() : std::nullopt;
        if (!request)
            return true;
        m_server.serving([&] { m_handler.serve(std::move(*request), Reply(*guard)); });
        return !guard->isServing();
    }

    void keep(AnswerLock lock) override { m_server.current()->keep(std::move(lock)); }

private:
    HttpHandler &m_handler;
    GuardServer &m_server;
};

Error listenError(const QTcpServer &server, const QHostAddress &address, quint16 port)
{
    switch (server.serverError()) {
    case QAbstractSocket::AddressInUseError:
        return {Error::Kind::Conflict, HttpHost::tr("Port %1 is in use.").arg(port)};
    case QAbstractSocket::SocketAccessError:
        return {Error::Kind::Unavailable,
                HttpHost::tr("Port %1 is reserved for the system. Choose a port above 1023.").arg(port)};
    case QAbstractSocket::SocketAddressNotAvailableError:
        return {Error::Kind::Unavailable,
                HttpHost::tr("This machine has no address %1. Choose another address.").arg(address.toString())};
    default:
        return {Error::Kind::Unavailable,
                HttpHost::tr("Port %1 cannot be listened on: %2.").arg(QString::number(port), server.errorString())};
    }
}

} // namespace

struct HttpHost::Private
{
    Private(HttpHandler &handler, const HttpLimits &limits)
        : server(new GuardServer(limits))
        , front(handler, *server)
    { }

    GuardServer *server; ///< belongs to front
    Front front;
    bool isBound = false;
};

HttpHost::HttpHost(HttpHandler &handler, const HttpLimits &limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(handler, limits))
{
    d->server->setParent(&d->front);
    connect(d->server, &GuardServer::drained, this, &HttpHost::drained);
}

HttpHost::~HttpHost()
{
    d->server->disconnect(this);
    d->server->dismiss();
}

void HttpHost::encrypt(const QSslConfiguration &configuration)
{
    d->server->encrypt(configuration);
}

Result<quint16> HttpHost::listen(const QHostAddress &address, quint16 port)
{
    if (!d->server->listen(address, port))
        return listenError(*d->server, address, port);
    if (!d->isBound)
        d->front.bind(d->server);
    d->isBound = true;
    return d->server->serverPort();
}

void HttpHost::close()
{
    d->server->drain();
}

bool HttpHost::isListening() const
{
    return d->server->isListening();
}

int HttpHost::connectionCount() const
{
    return d->server->connectionCount();
}

} // namespace Gatehouse
