#include "labclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrl>

namespace Gatehouse {

namespace {

constexpr int Patience = 20000;
constexpr char Boundary[] = "----gatehouse-conformance";

using Pairs = QList<QPair<QByteArray, QByteArray>>;

Pairs pairsOf(const QJsonObject &fields)
{
    Pairs pairs;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QJsonArray values = it->isArray() ? it->toArray() : QJsonArray {*it};
        for (const QJsonValue &value : values) {
            if (!value.isNull())
                pairs.append({it.key().toUtf8(), value.toVariant().toString().toUtf8()});
        }
    }
    return pairs;
}

QByteArray quotedPlus(const QByteArray &text)
{
    return QUrl::toPercentEncoding(QString::fromUtf8(text)).replace("%20", "+");
}

QByteArray urlencoded(const Pairs &pairs)
{
    QByteArray text;
    for (const auto &[name, value] : pairs)
        text += (text.isEmpty() ? "" : "&") + quotedPlus(name) + '=' + quotedPlus(value);
    return text;
}

QByteArray multipart(const Pairs &pairs)
{
    QByteArray text;
    for (const auto &[name, value] : pairs) {
        text += QByteArray("--") + Boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"
            + value + "\r\n";
    }
    return text + "--" + Boundary + "--\r\n";
}

/// The body and its type; neither when the step has none.
QPair<QByteArray, QByteArray> bodyOf(const QJsonObject &step)
{
    if (step.contains(u"form"))
        return {urlencoded(pairsOf(step[u"form"].toObject())), "application/x-www-form-urlencoded"};
    if (step.contains(u"multipart"))
        return {multipart(pairsOf(step[u"multipart"].toObject())),
                QByteArray("multipart/form-data; boundary=") + Boundary};
    if (step.contains(u"json")) {
        const QJsonValue json = step[u"json"];
        const QJsonDocument document = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
        return {document.toJson(QJsonDocument::Compact), "application/json"};
    }
    return {step[u"body"].toString().toUtf8(), {}};
}

QByteArray targetOf(const QJsonObject &step)
{
    const QByteArray path = step[u"path"].toString().toUtf8();
    const QByteArray query = urlencoded(pairsOf(step[u"query"].toObject()));
    return query.isEmpty() ? path : path + (path.contains('?') ? '&' : '?') + query;
}

QMap<QByteArray, QByteArray> headersOf(const QJsonObject &step)
{
    QMap<QByteArray, QByteArray> headers {{"Accept", "*/*"}, {"User-Agent", "gatehouse-lab"}};
    const auto [body, type] = bodyOf(step);
    if (!type.isEmpty())
        headers["Content-Type"] = type;
    const QStringList basic = step[u"basic"].toVariant().toStringList();
    if (!basic.isEmpty())
        headers["Authorization"] = "Basic " + basic.join(u':').toUtf8().toBase64();
    if (step.contains(u"bearer"))
        headers["Authorization"] = "Bearer " + step[u"bearer"].toString().toUtf8();
    const QJsonObject own = step[u"headers"].toObject();
    for (auto it = own.begin(); it != own.end(); ++it)
        headers[it.key().toUtf8()] = it->toString().toUtf8();
    headers.removeIf([&own](const auto &each) { return own.value(QString::fromUtf8(each.key())).isNull(); });
    return headers;
}

LabReply parsed(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    QList<QByteArray> lines = answer.first(end).split('\n');
    LabReply reply;
    reply.status = lines.takeFirst().split(' ').value(1).toInt();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        reply.headers.append({line.first(colon).toLower(), line.mid(colon + 1).trimmed()});
    }
    reply.body = answer.mid(end + 4);
    return reply;
}

} // namespace

bool LabReply::has(const QByteArray &name) const
{
    return std::any_of(headers.begin(), headers.end(), [&](const auto &each) { return each.first == name; });
}

QString LabReply::header(const QByteArray &name) const
{
    QByteArrayList values;
    for (const auto &[key, value] : headers) {
        if (key == name)
            values.append(value);
    }
    return QString::fromUtf8(values.join(", "));
}

QString LabReply::mediaType() const
{
    return header("content-type").section(u';', 0, 0).trimmed().toLower();
}

LabReply LabClient::send(const QJsonObject &step)
{
    const LabReply reply = exchange(requestFor(step));
    for (const auto &[name, value] : reply.headers) {
        const QByteArray cookie = value.split(';').constFirst();
        if (name == "set-cookie")
            m_cookies[cookie.split('=').constFirst()] = cookie.mid(cookie.indexOf('=') + 1);
    }
    return reply;
}

QByteArray LabClient::requestFor(const QJsonObject &step) const
{
    const QByteArray method = step[u"method"].toString().toLatin1();
    const QByteArray body = bodyOf(step).first;
    QByteArray request = method + ' ' + targetOf(step) + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port)
        + "\r\nConnection: close\r\n";
    const QMap<QByteArray, QByteArray> headers = headersOf(step);
    for (auto it = headers.begin(); it != headers.end(); ++it)
        request += it.key() + ": " + it.value() + "\r\n";
    QByteArrayList cookies;
    for (auto it = m_cookies.begin(); it != m_cookies.end(); ++it)
        cookies.append(it.key() + '=' + it.value());
    if (!cookies.isEmpty())
        request += "Cookie: " + cookies.join("; ") + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH")
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return request + "\r\n" + body;
}

LabReply LabClient::exchange(const QByteArray &request) const
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    if (!socket.waitForConnected(Patience))
        return {};
    socket.write(request);
    QByteArray answer;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(Patience))
        answer += socket.readAll();
    return parsed(answer + socket.readAll());
}

} // namespace Gatehouse
