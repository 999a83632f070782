#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QTcpSocket>

/// A blocking HTTP/1.1 client on one kept connection, for any thread.
class HttpClient
{
public:
    struct Answer
    {
        int status = 0; ///< 0: there was none
        QByteArray body;

        QJsonObject json() const;
        QString text(const char *member) const { return json().value(QLatin1String(member)).toString(); }
    };

    explicit HttpClient(quint16 port)
        : m_port(port)
    { }

    Answer get(const QByteArray &path);
    /// Sends a form; `basic` is "id:secret" or empty.
    Answer post(const QByteArray &path, const QByteArray &form, const QByteArray &basic = {});

private:
    Answer send(const QByteArray &methodAndPath, const QByteArray &headers, const QByteArray &body);
    Answer readAnswer();
    bool fill();

    quint16 m_port;
    QTcpSocket m_socket;
    QByteArray m_buffer;
};
