#include "server/http/responsewriter.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace Gatehouse {

namespace {

bool breaksFraming(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool breaksFraming(const Headers &headers)
{
    return std::any_of(headers.begin(), headers.end(),
                       [](const auto &header) { return breaksFraming(header.first) || breaksFraming(header.second); });
}

void appendHeader(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

qsizetype roughSize(const Response &response)
{
    qsizetype size = 160 + response.body.size();
    for (const auto &[name, value] : response.headers)
        size += name.size() + value.size() + 4;
    return size;
}

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

QByteArray responseBytes(const Response &response, const Framing &framing)
{
    if (breaksFraming(response.headers))
        return responseBytes({.status = 500, .headers = {}, .body = {}, .slowCheck = {}}, framing);
    QByteArray out;
    out.reserve(roughSize(response));
    out.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    out.append(reasonPhrase(response.status)).append("\r\n");
    for (const auto &[name, value] : response.headers)
        appendHeader(out, name, value);
    if (mayHaveBody(response.status))
        appendHeader(out, "Content-Length", QByteArray::number(response.body.size()));
    appendHeader(out, "Date", framing.date);
    if (!framing.connection.isEmpty())
        appendHeader(out, "Connection", framing.connection);
    out.append("\r\n");
    if (framing.withBody && mayHaveBody(response.status))
        out.append(response.body);
    return out;
}

const char *reasonPhrase(int status)
{
    static const QHash<int, const char *> phrases = {
        {200, "OK"},
        {201, "Created"},
        {204, "No Content"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {417, "Expectation Failed"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
    };
    return phrases.value(status, "");
}

QByteArray httpDate(qint64 secondsSinceEpoch)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(secondsSinceEpoch, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

} // namespace Gatehouse
