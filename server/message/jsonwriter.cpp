#include "server/message/jsonwriter.h"

#include <utility>

namespace Gatehouse {

JsonWriter::JsonWriter()
{
    m_text.reserve(384);
    m_text.append('{');
}

void JsonWriter::name(const char *name)
{
    if (m_text.size() > 1)
        m_text.append(',');
    m_text.append('"').append(name).append("\":");
}

void JsonWriter::text(const QString &value)
{
    const QByteArray bytes = value.toUtf8();
    const QByteArrayView all = bytes;
    qsizetype written = 0;
    m_text.append('"');
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool isPlain = all[i] != '"' && all[i] != '\\' && uchar(all[i]) >= 0x20;
        if (isPlain)
            continue;
        m_text.append(all.sliced(written, i - written));
        escape(all[i]);
        written = i + 1;
    }
    m_text.append(all.sliced(written)).append('"');
}

void JsonWriter::escape(char byte)
{
    static constexpr char Hex[] = "0123456789abcdef";
    if (byte == '"' || byte == '\\')
        m_text.append('\\').append(byte);
    else
        m_text.append("\\u00").append(Hex[uchar(byte) >> 4]).append(Hex[byte & 0xf]);
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
    m_text.append('[');
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (i > 0)
            m_text.append(',');
        text(values[i]);
    }
    m_text.append(']');
    return *this;
}

JsonWriter &JsonWriter::add(const char *name, qint64 value)
{
    this->name(name);
    m_text.append(QByteArray::number(value));
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

QByteArray JsonWriter::take()
{
    m_text.append('}');
    return std::exchange(m_text, {});
}

} // namespace Gatehouse
