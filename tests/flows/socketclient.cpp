#include "tests/flows/socketclient.h"

#include <QJsonDocument>
#include <QUrl>

namespace Gatehouse {

namespace {

constexpr int Patience = 20000;
constexpr char Boundary[] = "------------------------0123456789abcdef";

QByteArray formBody(const SocketClient::Fields &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields) {
        body += body.isEmpty() ? "" : "&";
        body += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return body;
}

QByteArray multipartBody(const SocketClient::Fields &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields) {
        body += "--" + QByteArray(Boundary) + "\r\nContent-Disposition: form-data; name=\"" + name.toUtf8()
            + "\"\r\n\r\n" + value.toUtf8() + "\r\n";
    }
    return body + "--" + Boundary + "--\r\n";
}

QByteArray pathOf(const QByteArray &target, quint16 port)
{
    const QByteArray origin = "http://127.0.0.1:" + QByteArray::number(port);
    return target.startsWith(origin) ? target.mid(origin.size()) : target;
}

Response parsedHead(const QByteArray &head)
{
    Response response;
    const QList<QByteArray> lines = head.split('\n');
    response.status = lines.constFirst().mid(9, 3).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            response.headers.append(qMakePair(line.left(colon).trimmed(), line.mid(colon + 1).trimmed()));
    }
    return response;
}

Response nothing()
{
    Response response;
    response.status = 0;
    return response;
}

} // namespace

Response SocketClient::get(const QByteArray &target)
{
    return send("GET", target, {}, {});
}

Response SocketClient::post(const QByteArray &target, const Fields &fields)
{
    if (m_encoding == Encoding::Form)
        return send("POST", target, "application/x-www-form-urlencoded", formBody(fields));
    return send("POST", target, QByteArray("multipart/form-data; boundary=") + Boundary, multipartBody(fields));
}

Response SocketClient::send(const QByteArray &method, const QByteArray &target, const QByteArray &contentType,
                            const QByteArray &body)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        if (!m_socket.waitForConnected(Patience))
            return {};
    }
    QByteArray request = method + ' ' + pathOf(target, m_port)
        + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n" + cookieLine();
    if (!contentType.isEmpty())
        request += "Content-Type: " + contentType + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    m_socket.write(request + "\r\n" + body);
    const Response response = read();
    keepCookies(response);
    return response;
}

QByteArray SocketClient::cookieLine() const
{
    QByteArrayList pairs;
    for (auto it = m_cookies.cbegin(); it != m_cookies.cend(); ++it)
        pairs.append(it.key() + '=' + it.value());
    return pairs.isEmpty() ? QByteArray() : QByteArray("Cookie: " + pairs.join("; ") + "\r\n");
}

void SocketClient::keepCookies(const Response &response)
{
    for (const auto &[name, value] : response.headers) {
        if (name.compare("Set-Cookie", Qt::CaseInsensitive) != 0)
            continue;
        const QByteArray pair = value.left(value.indexOf(';'));
        m_cookies.insert(pair.left(pair.indexOf('=')), pair.mid(pair.indexOf('=') + 1));
    }
}

/// A status of 0 when no whole answer came.
Response SocketClient::read()
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!readUntil(m_buffer.size() + 1))
            return nothing();
    }
    Response response = parsedHead(m_buffer.left(end));
    const qsizetype length = response.header("Content-Length").toLongLong();
    if (!readUntil(end + 4 + length))
        return nothing();
    response.body = m_buffer.mid(end + 4, length);
    m_buffer.remove(0, end + 4 + length);
    return response;
}

bool SocketClient::readUntil(qsizetype size)
{
    while (m_buffer.size() < size) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(Patience))
            return false;
        m_buffer += m_socket.readAll();
    }
    return true;
}

QJsonObject jsonIn(const Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

} // namespace Gatehouse
