#include "server/http/responsewriter.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <charconv>

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

/// Text put together in one piece of memory of a size known before.
class Text
{
public:
    explicit Text(qsizetype atMost)
        : m_bytes(atMost, Qt::Uninitialized)
        , m_end(m_bytes.data())
    { }
    Text &operator<<(qsizetype number)
    {
        m_end = std::to_chars(m_end, m_bytes.data() + m_bytes.size(), number).ptr;
        return *this;
    }
    Text &operator<<(QByteArrayView part)
    {
        if (!part.isEmpty())
            m_end = std::copy(part.begin(), part.end(), m_end);
        return *this;
    }
    QByteArray take()
    {
        Q_ASSERT(m_end <= m_bytes.constData() + m_bytes.size());
        m_bytes.truncate(m_end - m_bytes.constData());
        return std::move(m_bytes);
    }

private:
    QByteArray m_bytes;
    char *m_end;
};

/// No less than what responseBytes() makes of it.
qsizetype largestSize(const Response &response, const Framing &framing)
{
    constexpr qsizetype Fixed = 160; // status line, names of the host's own headers, two numbers
    qsizetype size = Fixed + framing.date.size() + framing.connection.size() + response.body.size();
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
    Text text(largestSize(response, framing));
    text << "HTTP/1.1 " << qsizetype(response.status) << " " << reasonPhrase(response.status) << "\r\n";
    for (const auto &[name, value] : response.headers)
        text << name << ": " << value << "\r\n";
    if (mayHaveBody(response.status))
        text << "Content-Length: " << response.body.size() << "\r\n";
    text << "Date: " << framing.date << "\r\n";
    if (!framing.connection.isEmpty())
        text << "Connection: " << framing.connection << "\r\n";
    text << "\r\n";
    if (framing.withBody && mayHaveBody(response.status))
        text << response.body;
    return text.take();
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
    const QDateTime time = QDateTime::fromSecsSinceEpoch(secondsSinceEpoch, QTimeZone::utc());
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

} // namespace Gatehouse
