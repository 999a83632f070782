#pragma once

#include "server/message/response.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>
#include <QTcpSocket>

namespace Gatehouse {

/// A blocking HTTP/1.1 client on one kept connection that keeps cookies and follows nothing. For any thread.
class SocketClient
{
public:
    using Fields = QList<QPair<QString, QString>>;
    enum class Encoding { Form, Multipart }; ///< curl -d and curl -F

    explicit SocketClient(quint16 port, Encoding encoding = Encoding::Form)
        : m_port(port)
        , m_encoding(encoding)
    { }

    /// `target` is a path with its query, or an address of this server.
    Response get(const QByteArray &target);
    Response post(const QByteArray &target, const Fields &fields);

private:
    Response send(const QByteArray &method, const QByteArray &target, const QByteArray &contentType,
                  const QByteArray &body);
    QByteArray cookieLine() const;
    void keepCookies(const Response &response);
    Response read();
    bool readUntil(qsizetype size);

    quint16 m_port;
    Encoding m_encoding;
    QTcpSocket m_socket;
    QByteArray m_buffer;
    QHash<QByteArray, QByteArray> m_cookies;
};

/// The JSON object an answer carries.
QJsonObject jsonIn(const Response &response);

} // namespace Gatehouse
