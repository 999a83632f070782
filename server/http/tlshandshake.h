#pragma once

#include <QHostAddress>
#include <QObject>
#include <QTimer>

class QSslSocket;

namespace Gatehouse {

/// Waits until a connection is encrypted, and no longer than it may take. Child of its socket; deletes itself when it is
/// done. A connection that does not get through is closed; who asked over plain HTTP is told to use https.
class TlsHandshake : public QObject
{
    Q_OBJECT

public:
    /// `since`: the server's clock, milliseconds. `patience`: milliseconds.
    TlsHandshake(QSslSocket &socket, const QHostAddress &peer, qint64 since, int patience);
    ~TlsHandshake() override;

    const QHostAddress &peer() const { return m_peer; }
    qint64 since() const { return m_since; }
    /// Closes the connection.
    void giveUp();

Q_SIGNALS:
    void succeeded(QSslSocket *socket);
    /// Once, whatever became of it.
    void ended(Gatehouse::TlsHandshake *handshake, bool hasSucceeded);

private:
    void finish(bool hasSucceeded);

    QSslSocket &m_socket;
    const QHostAddress m_peer;
    qint64 m_since;
    QTimer m_patience;
    bool m_isOver = false;
};

} // namespace Gatehouse
