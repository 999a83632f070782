#include "server/http/requesthead.h"

#include "server/http/httpcharacters.h"
#include "server/http/requesttarget.h"

#include <utility>

namespace Gatehouse {

namespace {

using Fault = std::optional<HttpFault>;
bool isFieldValue(QByteArrayView text)
{
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && byte != '\t') || byte == 0x7f)
            return false;
    }
    return true;
}

bool is(QByteArrayView text, QByteArrayView word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

/// Calls `visit` with each trimmed element of a comma-separated list.
template<class Visit> void forEachElement(QByteArrayView list, Visit visit)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        visit((comma < 0 ? list : list.first(comma)).trimmed());
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
}

std::optional<Method> methodNamed(QByteArrayView name)
{
    for (Method method :
         {Method::Get, Method::Post, Method::Head, Method::Put, Method::Patch, Method::Delete, Method::Options}) {
        if (name == methodName(method))
            return method;
    }
    return std::nullopt;
}

/// Reads one head, line by line.
class HeadParser
{
public:
    HeadParser(const HttpLimits &limits, RequestHead &result)
        : m_limits(limits)
        , m_result(result)
    { }

    Fault parse(QByteArrayView head);
    Fault parseRequestLine(QByteArrayView line);

private:
    Fault parseVersion(QByteArrayView version);
    Fault parseField(QByteArrayView line);
    Fault interpret(QByteArrayView name, QByteArrayView value);
    Fault noteHost(QByteArrayView value);
    Fault noteAuthorization();
    Fault noteContentLength(QByteArrayView value);
    Fault noteTransferEncoding(QByteArrayView value);
    Fault noteExpect(QByteArrayView value);
    Fault noteUpgrade(QByteArrayView value);
    void noteConnection(QByteArrayView value);
    Fault conclude();
    void replaceHost(const QByteArray &host);

    const HttpLimits &m_limits;
    RequestHead &m_result;
    QByteArray m_authority; ///< of an absolute-form target
    qsizetype m_host = -1; ///< its place in the headers
    bool m_hasAuthorization = false;
    bool m_hasLength = false;
    bool m_hasEncoding = false;
    bool m_isChunked = false;
    bool m_close = false;
    bool m_keepAlive = false;
};

Fault HeadParser::parse(QByteArrayView head)
{
    qsizetype end = head.indexOf('\n');
    if (Fault fault = parseRequestLine(head.first(end - 1)))
        return fault;
    for (;;) {
        const qsizetype start = end + 1;
        end = head.indexOf('\n', start);
        if (end == start + 1)
            return conclude();
        if (Fault fault = parseField(head.sliced(start, end - 1 - start)))
            return fault;
    }
}

/// RFC 9112 section 3: three words, one blank between each.
Fault HeadParser::parseRequestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 1 || last <= first + 1 || !consistsOf(line.first(first), TokenCharacters))
        return HttpFault {400, "The request line is not one of HTTP."};
    if (Fault fault = parseVersion(line.sliced(last + 1)))
        return fault;
    const std::optional<Method> method = methodNamed(line.first(first));
    if (!method)
        return HttpFault {405, "This server does not know the request's method."};
    m_result.method = *method;
    RequestTarget target;
    if (Fault fault = parseTarget(line.sliced(first + 1, last - first - 1), *method, m_limits, target))
        return fault;
    m_result.path = std::move(target.path);
    m_result.query = std::move(target.query);
    m_authority = std::move(target.authority);
    return {};
}

Fault HeadParser::parseVersion(QByteArrayView version)
{
    if (version == "HTTP/1.1")
        return {};
    m_result.oldVersion = version == "HTTP/1.0";
    if (m_result.oldVersion)
        return {};
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (version.size() == 8 && version.startsWith("HTTP/") && isDigit(version[5]) && version[6] == '.'
        && isDigit(version[7]))
        return HttpFault {505, "This server speaks HTTP/1.1."};
    return HttpFault {400, "The request line does not end with a version of HTTP."};
}

/// RFC 9112 section 5: no folding, no blank before the colon.
Fault HeadParser::parseField(QByteArrayView line)
{
    if (m_result.headers.size() >= m_limits.headers)
        return HttpFault {431, "The request has too many headers."};
    const qsizetype colon = line.indexOf(':');
    if (colon < 1 || !consistsOf(line.first(colon), TokenCharacters))
        return HttpFault {400, "A line of the request's head is not a header."};
    if (!isFieldValue(line.sliced(colon + 1)))
        return HttpFault {400, "A header of the request holds control characters."};
    const QByteArrayView name = line.first(colon);
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    m_result.headers.emplace_back(name.toByteArray(), value.toByteArray());
    return interpret(name, value);
}

Fault HeadParser::interpret(QByteArrayView name, QByteArrayView value)
{
    switch (name.size()) {
    case 4:
        return is(name, "host") ? noteHost(value) : Fault();
    case 6:
        return is(name, "expect") ? noteExpect(value) : Fault();
    case 7:
        return is(name, "upgrade") ? noteUpgrade(value) : Fault();
    case 10:
        if (is(name, "connection"))
            noteConnection(value);
        return {};
    case 13:
        return is(name, "authorization") ? noteAuthorization() : Fault();
    case 14:
        return is(name, "content-length") ? noteContentLength(value) : Fault();
    case 17:
        return is(name, "transfer-encoding") ? noteTransferEncoding(value) : Fault();
    default:
        return {};
    }
}

Fault HeadParser::noteHost(QByteArrayView value)
{
    if (m_host >= 0)
        return HttpFault {400, "The request has two Host headers."};
    if (!consistsOf(value, HostCharacters))
        return HttpFault {400, "The request's Host header is not a host."};
    m_host = m_result.headers.size() - 1;
    return {};
}

/// RFC 9110 section 5.3: it is no list. Whoever reads the other one takes the request for somebody else's.
Fault HeadParser::noteAuthorization()
{
    if (std::exchange(m_hasAuthorization, true))
        return HttpFault {400, "The request has two Authorization headers."};
    return {};
}

/// RFC 9112 section 6.3: one number of digits, or the framing cannot be trusted.
Fault HeadParser::noteContentLength(QByteArrayView value)
{
    if (m_hasLength)
        return HttpFault {400, "The request has two Content-Length headers."};
    m_hasLength = true;
    for (char c : value) {
        if (c < '0' || c > '9')
            return HttpFault {400, "The request's Content-Length is not a number."};
    }
    if (value.isEmpty())
        return HttpFault {400, "The request's Content-Length is empty."};
    bool fits = false;
    m_result.contentLength = value.toLongLong(&fits);
    if (!fits || m_result.contentLength > m_limits.body)
        return HttpFault {413, "The request's body is too large."};
    return {};
}

Fault HeadParser::noteTransferEncoding(QByteArrayView value)
{
    m_isChunked = !m_hasEncoding && is(value, "chunked");
    m_hasEncoding = true;
    return {};
}

Fault HeadParser::noteExpect(QByteArrayView value)
{
    if (!is(value, "100-continue"))
        return HttpFault {417, "This server cannot meet what the request expects."};
    m_result.expectsContinue = true;
    return {};
}

/// Other protocols may be offered and are not taken (RFC 9110 section 7.8). Who asks for this one can do nothing with
/// an answer of HTTP: it has come to the wrong server.
Fault HeadParser::noteUpgrade(QByteArrayView value)
{
    bool isWebSocket = false;
    forEachElement(value, [&](QByteArrayView protocol) {
        isWebSocket |= is(protocol.first(qMin<qsizetype>(9, protocol.size())), "websocket");
    });
    return isWebSocket ? Fault(HttpFault {400, "This server does not speak WebSocket."}) : Fault();
}

void HeadParser::noteConnection(QByteArrayView value)
{
    forEachElement(value, [this](QByteArrayView option) {
        m_close |= is(option, "close");
        m_keepAlive |= is(option, "keep-alive");
    });
}

Fault HeadParser::conclude()
{
    if (m_hasEncoding && (m_hasLength || m_result.oldVersion)) // RFC 9112 section 6.1
        return HttpFault {400, "The length of the request's body is not clear."};
    if (m_isChunked)
        return HttpFault {411, "The request's body needs a Content-Length."};
    if (m_hasEncoding)
        return HttpFault {501, "This server does not know the request's Transfer-Encoding."};
    if (m_host < 0 && !m_result.oldVersion) // RFC 9112 section 3.2
        return HttpFault {400, "The request has no Host header."};
    if (!m_authority.isEmpty())
        replaceHost(m_authority);
    m_result.keepAlive = !m_close && (!m_result.oldVersion || m_keepAlive);
    m_result.expectsContinue &= !m_result.oldVersion && m_result.contentLength > 0;
    return {};
}

void HeadParser::replaceHost(const QByteArray &host)
{
    if (m_host < 0)
        m_result.headers.emplace_back("Host", host);
    else
        m_result.headers[m_host].second = host;
}

} // namespace

HeadScan scanHead(QByteArrayView input, const HttpLimits &limits)
{
    const QByteArrayView bytes = input.first(qMin(input.size(), limits.head + 1));
    if (!bytes.isEmpty() && !TokenCharacters[static_cast<unsigned char>(bytes.front())])
        return {0, HttpFault {400, "This is not a request of HTTP."}};
    qsizetype lineStart = 0;
    for (;;) {
        const qsizetype end = bytes.indexOf('\n', lineStart);
        if (end < 0)
            break;
        if (end == lineStart || bytes[end - 1] != '\r')
            return {0, HttpFault {400, "A line of the request's head does not end with CR and LF."}};
        if (end == lineStart + 1)
            return end < limits.head ? HeadScan {end + 1, {}}
                                     : HeadScan {0, HttpFault {431, "The request's head is too large."}};
        lineStart = end + 1;
    }
    if (bytes.size() <= limits.head)
        return {};
    if (lineStart == 0)
        return {0, HttpFault {414, "The request's address is too long."}};
    return {0, HttpFault {431, "The request's head is too large."}};
}

Fault checkRequestLine(QByteArrayView bytes, const HttpLimits &limits)
{
    const qsizetype end = bytes.indexOf('\n');
    RequestHead head;
    return end < 1 ? Fault() : HeadParser(limits, head).parseRequestLine(bytes.first(end - 1));
}

Fault parseHead(QByteArrayView head, const HttpLimits &limits, RequestHead &result)
{
    return HeadParser(limits, result).parse(head);
}

} // namespace Gatehouse
