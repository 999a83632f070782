#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QPair>

namespace Gatehouse {

/// An answer as it came over the wire.
struct LabReply
{
    int status = 0; ///< 0: no answer
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;

    bool has(const QByteArray &name) const;
    /// All values of the header, joined as RFC 9110 section 5.3 says.
    QString header(const QByteArray &name) const;
    /// Of Content-Type, in small letters.
    QString mediaType() const;
    QString text() const { return QString::fromUtf8(body); }
};

/// Sends the steps of a scenario, one connection each, and keeps cookies as a browser does.
class LabClient
{
public:
    explicit LabClient(quint16 port)
        : m_port(port)
    { }

    LabReply send(const QJsonObject &step);
    void forgetCookies() { m_cookies.clear(); }

private:
    QByteArray requestFor(const QJsonObject &step) const;
    LabReply exchange(const QByteArray &request) const;

    quint16 m_port;
    QMap<QByteArray, QByteArray> m_cookies;
};

} // namespace Gatehouse
