#include "server/message/parameters.h"
#include "server/message/textdecoding.h"

#include <optional>

namespace Gatehouse {

namespace {

constexpr qsizetype MaxBoundary = 70; ///< RFC 2046 section 5.1.1
constexpr qsizetype MaxPartHead = 1024;
constexpr int MaxParts = 100;

QByteArray unquoted(QByteArrayView text)
{
    if (text.size() < 2 || !text.startsWith('"') || !text.endsWith('"'))
        return text.toByteArray();
    QByteArray plain;
    for (qsizetype i = 1; i < text.size() - 1; ++i) {
        if (text[i] == '\\' && i + 2 < text.size())
            ++i;
        plain.append(text[i]);
    }
    return plain;
}

/// The end of a parameter in a header value: a semicolon outside quotes, or the end.
qsizetype parameterEnd(QByteArrayView text)
{
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (text[i] == ';' && !quoted)
            return i;
    }
    return text.size();
}

/// A parameter of a header value, for instance boundary in `multipart/form-data; boundary=x`.
std::optional<QByteArray> headerParameter(QByteArrayView header, QByteArrayView wanted)
{
    qsizetype end = parameterEnd(header);
    while (end < header.size()) {
        header = header.sliced(end + 1).trimmed();
        end = parameterEnd(header);
        const QByteArrayView parameter = header.first(end);
        const qsizetype equals = parameter.indexOf('=');
        if (equals >= 0 && parameter.first(equals).trimmed().compare(wanted, Qt::CaseInsensitive) == 0)
            return unquoted(parameter.sliced(equals + 1).trimmed());
    }
    return std::nullopt;
}

/// Reads one body. Every step either moves forward or gives up with a reason.
class MultipartReader
{
public:
    MultipartReader(const QByteArray &boundary, QByteArrayView body, Parameters &parameters)
        : m_delimiter("--" + boundary)
        , m_rest(body)
        , m_parameters(parameters)
    { }

    void read()
    {
        if (!skipPreamble())
            return fail("the first boundary is missing");
        while (!m_parameters.isMalformed()) {
            if (m_rest.startsWith("--"))
                return;
            if (!skipLineEnd())
                return fail("rubbish behind a boundary");
            readPart();
        }
    }

private:
    void fail(const char *reason)
    {
        m_parameters.setMalformed(QStringLiteral("multipart body: ") + QLatin1String(reason));
    }

    bool skipPreamble()
    {
        if (m_rest.startsWith(m_delimiter)) {
            m_rest = m_rest.sliced(m_delimiter.size());
            return true;
        }
        return takeUntil("\r\n" + m_delimiter).has_value();
    }

    bool skipLineEnd()
    {
        while (m_rest.startsWith(' ') || m_rest.startsWith('\t'))
            m_rest = m_rest.sliced(1);
        if (!m_rest.startsWith("\r\n"))
            return false;
        m_rest = m_rest.sliced(2);
        return true;
    }

    std::optional<QByteArrayView> takeUntil(const QByteArray &mark)
    {
        const qsizetype end = m_rest.indexOf(mark);
        if (end < 0)
            return std::nullopt;
        const QByteArrayView taken = m_rest.first(end);
        m_rest = m_rest.sliced(end + mark.size());
        return taken;
    }

    void readPart()
    {
        if (++m_parts > MaxParts)
            return fail("too many parts");
        const auto head = takeUntil(QByteArrayLiteral("\r\n\r\n"));
        if (!head || head->size() > MaxPartHead)
            return fail("a part without a head that ends, or with a long one");
        const auto name = fieldName(*head);
        if (m_parameters.isMalformed())
            return;
        const auto value = takeUntil("\r\n" + m_delimiter);
        if (!value)
            return fail("the last boundary is missing");
        addField(name, *value);
    }

    /// The name in Content-Disposition (RFC 7578 section 4.2).
    QByteArray fieldName(QByteArrayView head)
    {
        std::optional<QByteArray> name;
        while (!head.isEmpty()) {
            const qsizetype end = head.indexOf("\r\n");
            const QByteArrayView line = end < 0 ? head : head.first(end);
            head = end < 0 ? QByteArrayView() : head.sliced(end + 2);
            readHeader(line, name);
        }
        if (!name)
            fail("a part without a name");
        return name.value_or(QByteArray());
    }

    void readHeader(QByteArrayView line, std::optional<QByteArray> &name)
    {
        const qsizetype colon = line.indexOf(':');
        const QByteArrayView key = line.first(qMax<qsizetype>(colon, 0));
        const QByteArrayView value = line.sliced(colon + 1).trimmed();
        if (key.compare("Content-Transfer-Encoding", Qt::CaseInsensitive) == 0)
            fail("a part with a transfer encoding"); // RFC 7578 section 4.7 withdrew it
        if (key.compare("Content-Disposition", Qt::CaseInsensitive) != 0)
            return;
        if (name || headerParameter(value, "filename"))
            fail("a file, or a part with two names");
        name = headerParameter(value, "name");
    }

    void addField(const QByteArray &name, QByteArrayView value)
    {
        const auto nameText = decodedUtf8(name);
        const auto valueText = decodedUtf8(value);
        if (nameText && valueText)
            m_parameters.add(*nameText, *valueText);
        else
            fail("text that is not UTF-8");
    }

    QByteArray m_delimiter;
    QByteArrayView m_rest;
    int m_parts = 0;
    Parameters &m_parameters;
};

} // namespace

void parseMultipart(const QByteArray &contentType, const QByteArray &body, Parameters &parameters)
{
    const auto boundary = headerParameter(contentType, "boundary");
    if (!boundary || boundary->isEmpty() || boundary->size() > MaxBoundary)
        parameters.setMalformed(QStringLiteral("multipart body: no usable boundary in its Content-Type"));
    else
        MultipartReader(*boundary, body, parameters).read();
}

} // namespace Gatehouse
