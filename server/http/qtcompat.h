#pragma once

#include <QAbstractHttpServer>
#include <QByteArray>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QPointer>
#include <QTcpSocket>

// The differences between the versions of QtHttpServer, and the only place in the project that asks for Qt's version.

namespace Gatehouse {

#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)

/// Keeps QHttpServer from reading a connection's next request while this one's answer is due. It goes by signals, and a
/// second request would overwrite the first.
class AnswerLock
{
public:
    explicit AnswerLock(QTcpSocket *socket)
        : m_socket(socket)
    {
        socket->blockSignals(true);
    }
    AnswerLock(AnswerLock &&) = default;
    AnswerLock &operator=(AnswerLock &&) = delete;
    ~AnswerLock()
    {
        if (!m_socket)
            return;
        m_socket->blockSignals(false);
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            m_socket->deleteLater(); // nobody heard that it disconnected
    }

private:
    QPointer<QTcpSocket> m_socket;
};

#else

/// Keeps QHttpServer from reading a connection's next request while this one's answer is due: it waits for its responder.
class AnswerLock
{
public:
    explicit AnswerLock(QHttpServerResponder &&responder)
        : m_responder(std::move(responder))
    { }

private:
    QHttpServerResponder m_responder;
};

#endif

/// What we are to QAbstractHttpServer, whichever signatures it has.
class HttpFront : public QAbstractHttpServer
{
protected:
    /// Takes the request that the guard has announced. Answers whether it was answered at once.
    virtual bool dispatch() = 0;
    /// Keeps the lock of the request just dispatched until it is answered.
    virtual void keep(AnswerLock lock) = 0;

private:
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &, QTcpSocket *socket) final
    {
        if (!dispatch())
            keep(AnswerLock(socket));
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) final
    { }
#else
    bool handleRequest(const QHttpServerRequest &, QHttpServerResponder &responder) final
    {
        if (!dispatch())
            keep(AnswerLock(std::move(responder)));
        return true;
    }
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &&) final
    { }
#else
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) final
    { }
#endif
#endif
};

} // namespace Gatehouse
