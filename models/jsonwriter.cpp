#include "models/jsonwriter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace Gatehouse {

namespace {

/// Whether each character is a byte of JSON as it stands.
bool isPlain(QStringView text)
{
    bool isOther = false;
    for (const QChar c : text) { // without a way out: so it is done many characters at a time
        const char16_t unit = c.unicode();
        isOther |= (unit < 0x20) | (unit >= 0x80) | (unit == u'"') | (unit == u'\\');
    }
    return !isOther;
}

} // namespace

JsonWriter::JsonWriter()
{
    m_text.reserve(384);
    m_text.append('{');
}

/// Memory at the text's end for so many bytes more.
char *JsonWriter::extend(qsizetype size)
{
    const qsizetype before = m_text.size();
    m_text.resize(before + size);
    return m_text.data() + before;
}

void JsonWriter::name(std::string_view name)
{
    const bool isFirst = m_text.size() == 1;
    char *to = extend(qsizetype(name.size()) + (isFirst ? 3 : 4));
    if (!isFirst)
        *to++ = ',';
    *to++ = '"';
    to = std::copy(name.begin(), name.end(), to);
    *to++ = '"';
    *to = ':';
}

void JsonWriter::text(QStringView value)
{
    if (!isPlain(value))
        return escapedText(value.toUtf8());
    char *to = extend(value.size() + 2);
    *to++ = '"';
    for (const QChar c : value)
        *to++ = char(c.unicode());
    *to = '"';
}

void JsonWriter::escapedText(QByteArrayView utf8)
{
    m_text.append('"');
    for (const char byte : utf8) {
        if (byte == '"' || byte == '\\' || uchar(byte) < 0x20)
            escape(byte);
        else
            m_text.append(byte);
    }
    m_text.append('"');
}

void JsonWriter::escape(char byte)
{
    static constexpr char Hex[] = "0123456789abcdef";
    if (byte == '"' || byte == '\\')
        m_text.append('\\').append(byte);
    else
        m_text.append("\\u00").append(Hex[uchar(byte) >> 4]).append(Hex[byte & 0xf]);
}

void JsonWriter::texts(const QStringList &values)
{
    m_text.append('[');
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (i > 0)
            m_text.append(',');
        text(values[i]);
    }
    m_text.append(']');
}

JsonWriter &JsonWriter::add(const char *name, const QString &value)
{
    this->name(name);
    text(value);
    return *this;
}

JsonWriter &JsonWriter::add(const char *name, const QStringList &values)
{
    this->name(name);
    texts(values);
    return *this;
}

JsonWriter &JsonWriter::add(const char *name, qint64 value)
{
    this->name(name);
    std::array<char, 20> digits {};
    const auto written = std::to_chars(digits.begin(), digits.end(), value);
    std::copy(digits.begin(), written.ptr, extend(written.ptr - digits.begin()));
    return *this;
}

JsonWriter &JsonWriter::add(const char *name, bool value)
{
    this->name(name);
    m_text.append(value ? "true" : "false");
    return *this;
}

JsonWriter &JsonWriter::add(const char *name, JsonWriter &&object)
{
    this->name(name);
    m_text.append(object.take());
    return *this;
}

JsonWriter &JsonWriter::addNull(const char *name)
{
    this->name(name);
    m_text.append("null");
    return *this;
}

JsonWriter &JsonWriter::addIfSet(const char *name, const QString &value)
{
    return value.isEmpty() ? *this : add(name, value);
}

JsonWriter &JsonWriter::addIfSet(const char *name, qint64 value)
{
    return value == 0 ? *this : add(name, value);
}

QByteArray JsonWriter::list(const QStringList &values)
{
    JsonWriter writer;
    writer.m_text.clear();
    writer.texts(values);
    return std::exchange(writer.m_text, {});
}

QByteArray JsonWriter::take()
{
    m_text.append('}');
    return std::exchange(m_text, {});
}

} // namespace Gatehouse
