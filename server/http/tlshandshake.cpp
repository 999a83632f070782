#include "server/http/tlshandshake.h"

#include <QSslSocket>

#include <sys/socket.h>

namespace Gatehouse {

namespace {

/// To who speaks HTTP without TLS, straight to the system: what is written to the QSslSocket would be encrypted.
void pointToHttps(const QSslSocket &socket)
{
    static constexpr char answer[] = "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n"
                                     "Content-Length: 41\r\nConnection: close\r\n\r\n"
                                     "This server speaks HTTPS. Use https://.\r\n";
    ::send(int(socket.socketDescriptor()), answer, sizeof answer - 1, MSG_NOSIGNAL | MSG_DONTWAIT);
}

} // namespace

TlsHandshake::TlsHandshake(QSslSocket &socket, const QHostAddress &peer, qint64 since, int patience)
    : QObject(&socket)
    , m_socket(socket)
    , m_peer(peer)
    , m_since(since)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &TlsHandshake::giveUp);
    connect(&socket, &QSslSocket::encrypted, this, [this] { finish(true); });
    connect(&socket, &QSslSocket::disconnected, this, &TlsHandshake::giveUp);
    connect(&socket, &QSslSocket::errorOccurred, this, [this] {
        if (m_socket.errorString().contains(QLatin1String("http request"))) // OpenSSL has recognised one
            pointToHttps(m_socket);
        giveUp();
    });
    m_patience.start(patience);
}

TlsHandshake::~TlsHandshake()
{
    if (!m_isOver)
        Q_EMIT ended(this, false);
}

void TlsHandshake::giveUp()
{
    finish(false);
}

void TlsHandshake::finish(bool hasSucceeded)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_patience.stop();
    m_socket.disconnect(this);
    Q_EMIT ended(this, hasSucceeded);
    if (hasSucceeded) {
        Q_EMIT succeeded(&m_socket);
        deleteLater();
        return;
    }
    // From within the socket's own signals: not at once.
    QMetaObject::invokeMethod(
        &m_socket,
        [socket = &m_socket] {
            socket->abort();
            socket->deleteLater();
        },
        Qt::QueuedConnection);
}

} // namespace Gatehouse
