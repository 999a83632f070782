#include "tests/revocation/caseclient.h"

#include "tests/revocation/caseworld.h"

#include <QJsonDocument>
#include <QTcpSocket>

#include <memory>
#include <vector>

namespace Gatehouse {

namespace {

constexpr int Patience = 30000;
constexpr char Boundary[] = "----gatehouse-case";

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

QByteArray everyByteEncoded(const QByteArray &value)
{
    QByteArray encoded;
    for (const char byte : value)
        encoded += '%' + QByteArray(1, byte).toHex().toUpper();
    return encoded;
}

using Pairs = QList<std::pair<QByteArray, QByteArray>>;

Pairs pairsOf(const QJsonValue &list, const CaseWorld &world)
{
    Pairs pairs;
    for (const QJsonValue &each : list.toArray())
        pairs.append(
            {each.toArray().at(0).toString().toUtf8(), world.substituted(each.toArray().at(1).toString()).toUtf8()});
    return pairs;
}

QByteArray urlencoded(const Pairs &pairs, bool everyByte)
{
    QList<QByteArray> parts;
    for (const auto &[name, value] : pairs)
        parts.append(name.toPercentEncoding() + '='
                     + (everyByte ? everyByteEncoded(value) : value.toPercentEncoding()));
    return parts.join('&');
}

QByteArray multipart(const Pairs &pairs)
{
    QByteArray body;
    for (const auto &[name, value] : pairs)
        body += QByteArray("--") + Boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"
            + value + "\r\n";
    return body + "--" + Boundary + "--\r\n";
}

Response parsed(const QByteArray &bytes)
{
    Response response;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        qFatal("The server closed the connection without an answer: %s", bytes.constData());
    const QList<QByteArray> lines = bytes.first(end).split('\n');
    response.status = lines.constFirst().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        response.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    response.body = bytes.sliced(end + 4);
    return response;
}

} // namespace

Response CaseClient::send(const QJsonObject &request)
{
    return sendTogether({request}).constFirst();
}

QList<Response> CaseClient::sendTogether(const QList<QJsonObject> &requests)
{
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    QList<QByteArray> messages;
    for (const QJsonObject &request : requests) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(QStringLiteral("127.0.0.1"), m_world.port());
        if (!sockets.back()->waitForConnected(Patience))
            qFatal("The server cannot be reached.");
        messages.append(bytesOf(request));
    }
    for (std::size_t i = 0; i < sockets.size(); ++i) {
        sockets[i]->write(messages.at(qsizetype(i)));
        sockets[i]->flush();
    }
    QList<Response> responses;
    for (const auto &socket : sockets) {
        QByteArray bytes;
        while (socket->state() != QAbstractSocket::UnconnectedState && socket->waitForReadyRead(Patience))
            bytes += socket->readAll();
        responses.append(parsed(bytes + socket->readAll()));
    }
    return responses;
}

QByteArray CaseClient::bytesOf(const QJsonObject &request)
{
    const auto value = [&](const char *name) { return request.value(QLatin1String(name)); };
    QByteArray target = member(request, "path").toUtf8();
    const Pairs query = pairsOf(value("query"), m_world);
    if (!query.isEmpty())
        target += '?' + urlencoded(query, false);
    QByteArray type = member(request, "content_type").toUtf8();
    QByteArray body = m_world.substituted(member(request, "body_raw")).toUtf8();
    if (request.contains(QLatin1String("form"))) {
        const Pairs form = pairsOf(value("form"), m_world);
        const bool isMultipart = type == "multipart/form-data";
        body = isMultipart ? multipart(form) : urlencoded(form, member(request, "form_encoding") == u"percent_all");
        if (isMultipart)
            type += QByteArray("; boundary=") + Boundary;
    }
    if (request.contains(QLatin1String("json"))) {
        type = "application/json";
        body = m_world.substituted(QString::fromUtf8(QJsonDocument(value("json").toObject()).toJson())).toUtf8();
    }
    QByteArray message = member(request, "method").toLatin1() + ' ' + target
        + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_world.port()) + "\r\nConnection: close\r\n";
    if (!type.isEmpty())
        message += "Content-Type: " + type + "\r\n";
    const QJsonObject headers = value("headers").toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        message += header.key().toLatin1() + ": " + m_world.substituted(header.value().toString()).toUtf8() + "\r\n";
    const QJsonObject auth = value("auth").toObject();
    if (const QJsonArray basic = auth.value(QLatin1String("basic")).toArray(); !basic.isEmpty())
        message += "Authorization: Basic "
            + (basic.at(0).toString() % u':' % basic.at(1).toString()).toUtf8().toBase64() + "\r\n";
    if (auth.contains(QLatin1String("bearer")))
        message += "Authorization: Bearer " + m_world.substituted(member(auth, "bearer")).toUtf8() + "\r\n";
    if (auth.contains(QLatin1String("user")))
        message += "Cookie: " + m_world.cookieOf(member(auth, "user")) + "\r\n";
    if (!body.isEmpty() || member(request, "method") == u"POST")
        message += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return message + "\r\n" + body;
}

} // namespace Gatehouse
