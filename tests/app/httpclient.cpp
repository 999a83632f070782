#include "tests/app/httpclient.h"

#include <QJsonDocument>

namespace {

constexpr int Patience = 20000; // milliseconds

qsizetype contentLength(const QByteArray &head)
{
    const qsizetype start = head.toLower().indexOf("content-length:");
    return start < 0 ? 0 : head.mid(start + 15, head.indexOf('\r', start) - start - 15).trimmed().toLongLong();
}

} // namespace

QJsonObject HttpClient::Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

HttpClient::Answer HttpClient::get(const QByteArray &path)
{
    return send("GET " + path, {}, {});
}

HttpClient::Answer HttpClient::post(const QByteArray &path, const QByteArray &form, const QByteArray &basic)
{
    QByteArray headers = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        + QByteArray::number(form.size()) + "\r\n";
    if (!basic.isEmpty())
        headers += "Authorization: Basic " + basic.toBase64() + "\r\n";
    return send("POST " + path, headers, form);
}

HttpClient::Answer HttpClient::send(const QByteArray &methodAndPath, const QByteArray &headers, const QByteArray &body)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        if (!m_socket.waitForConnected(Patience))
            return {};
    }
    m_socket.write(methodAndPath + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n" + headers
                   + "\r\n" + body);
    return readAnswer();
}

HttpClient::Answer HttpClient::readAnswer()
{
    qsizetype headEnd = -1;
    while ((headEnd = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return {};
    }
    const QByteArray head = m_buffer.left(headEnd + 2);
    const qsizetype length = contentLength(head);
    const qsizetype end = headEnd + 4 + length;
    while (m_buffer.size() < end) {
        if (!fill())
            return {};
    }
    const Answer answer {head.mid(9, 3).toInt(), m_buffer.mid(headEnd + 4, length)};
    m_buffer.remove(0, end);
    return answer;
}

bool HttpClient::fill()
{
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(Patience))
        return false;
    m_buffer += m_socket.readAll();
    return true;
}
