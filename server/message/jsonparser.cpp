#include "server/message/parameters.h"
#include "server/message/textdecoding.h"

#include <QtNumeric>

#include <optional>

namespace Gatehouse {

namespace {

/// Reads the few shapes a request may have. QJsonDocument would hide members that come twice, and a request with those
/// is invalid.
class JsonReader
{
public:
    JsonReader(const QString &text, Parameters &parameters)
        : m_rest(text)
        , m_parameters(parameters)
    { }

    void read()
    {
        if (!readObject({}) || !trimmed().isEmpty())
            m_parameters.setMalformed(QStringLiteral("the JSON body is not one object of plain values"));
    }

private:
    QStringView trimmed()
    {
        while (!m_rest.isEmpty() && QStringView(u" \t\r\n").contains(m_rest.front()))
            m_rest = m_rest.sliced(1);
        return m_rest;
    }

    bool take(QChar wanted)
    {
        if (!trimmed().startsWith(wanted))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    /// `outer` is the name of the object this one is a member of; empty at the top.
    bool readObject(const QString &outer)
    {
        if (!take(u'{'))
            return false;
        if (take(u'}'))
            return true;
        do {
            const auto name = readString();
            if (!name || !take(u':') || !readMember(outer, *name))
                return false;
        } while (take(u','));
        return take(u'}');
    }

    bool readMember(const QString &outer, const QString &name)
    {
        const QString fullName = outer.isEmpty() ? name : outer + u'[' + name + u']';
        if (trimmed().startsWith(u'{'))
            return outer.isEmpty() && !name.isEmpty() && readObject(name);
        if (m_rest.startsWith(u'"')) {
            const auto value = readString();
            return value && addValue(fullName, *value);
        }
        if (m_rest.startsWith(u'['))
            return !outer.isEmpty() && readArray(QString(fullName + QLatin1String("[]")));
        const QStringView word = takeWord();
        if (word == u"null")
            return outer.isEmpty() || addValue(fullName, {});
        return isPlainWord(word) && addValue(fullName, word.toString());
    }

    /// Texts, as a form would send them: `outer[name][]` each.
    bool readArray(const QString &name)
    {
        if (!take(u'['))
            return false;
        if (take(u']'))
            return addValue(name, {});
        do {
            const auto value = readString();
            if (!value || !addValue(name, *value))
                return false;
        } while (take(u','));
        return take(u']');
    }

    bool addValue(const QString &name, const QString &value)
    {
        m_parameters.add(name, value);
        return !m_parameters.isMalformed();
    }

    QStringView takeWord()
    {
        qsizetype end = 0;
        while (end < m_rest.size() && !QStringView(u",}] \t\r\n").contains(m_rest[end]))
            ++end;
        const QStringView word = m_rest.first(end);
        m_rest = m_rest.sliced(end);
        return word;
    }

    static bool isPlainWord(QStringView word)
    {
        if (word == u"true" || word == u"false")
            return true;
        bool fits = false;
        return isNumber(word) && qIsFinite(word.toDouble(&fits)) && fits;
    }

    /// RFC 8259 section 6.
    static bool isNumber(QStringView word)
    {
        if (word.startsWith(u'-'))
            word = word.sliced(1);
        const bool startsWithZero = word.startsWith(u'0');
        const qsizetype digits = takeDigits(word);
        if (digits == 0 || (startsWithZero && digits > 1))
            return false;
        if (word.startsWith(u'.')) {
            word = word.sliced(1);
            if (takeDigits(word) == 0)
                return false;
        }
        if (word.startsWith(u'e', Qt::CaseInsensitive)) {
            word = word.sliced(1);
            if (word.startsWith(u'+') || word.startsWith(u'-'))
                word = word.sliced(1);
            return takeDigits(word) > 0 && word.isEmpty();
        }
        return word.isEmpty();
    }

    /// Takes the digits at the front and tells their number.
    static qsizetype takeDigits(QStringView &word)
    {
        qsizetype end = 0;
        while (end < word.size() && word[end] >= u'0' && word[end] <= u'9')
            ++end;
        word = word.sliced(end);
        return end;
    }

    std::optional<QString> readString()
    {
        if (!take(u'"'))
            return std::nullopt;
        QString text;
        while (!m_rest.isEmpty()) {
            const QChar c = m_rest.front();
            m_rest = m_rest.sliced(1);
            if (c == u'"')
                return text.isValidUtf16() ? std::optional(text) : std::nullopt;
            if (c < u' ' || (c == u'\\' && !readEscape(text)))
                return std::nullopt;
            if (c != u'\\')
                text.append(c);
        }
        return std::nullopt;
    }

    bool readEscape(QString &text)
    {
        static constexpr QStringView Letters = u"\"\\/bfnrt";
        static constexpr QStringView Meanings = u"\"\\/\b\f\n\r\t";
        if (m_rest.isEmpty())
            return false;
        const QChar letter = m_rest.front();
        m_rest = m_rest.sliced(1);
        if (letter == u'u')
            return readCodeUnit(text);
        const qsizetype index = Letters.indexOf(letter);
        if (index >= 0)
            text.append(Meanings[index]);
        return index >= 0;
    }

    bool readCodeUnit(QString &text)
    {
        if (m_rest.size() < 4)
            return false;
        char16_t unit = 0;
        for (const QChar c : m_rest.first(4)) {
            const qsizetype digit = QStringView(u"0123456789abcdef").indexOf(c, 0, Qt::CaseInsensitive);
            if (digit < 0)
                return false;
            unit = char16_t(unit * 16 + digit);
        }
        m_rest = m_rest.sliced(4);
        text.append(QChar(unit));
        return true;
    }

    QStringView m_rest;
    Parameters &m_parameters;
};

} // namespace

void parseJson(const QByteArray &body, Parameters &parameters)
{
    const auto text = decodedUtf8(body);
    if (text)
        JsonReader(*text, parameters).read();
    else
        parameters.setMalformed(QStringLiteral("the JSON body is not UTF-8"));
}

} // namespace Gatehouse
