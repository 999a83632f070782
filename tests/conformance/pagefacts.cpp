#include "pagefacts.h"

#include "variables.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace Gatehouse {

namespace {

using Attributes = QHash<QString, QString>;

/// Reads the elements that hold facts. Made for our own pages: every element but void ones is closed.
class Reader
{
public:
    void open(const QString &tag, const Attributes &attributes);
    void text(const QString &text);
    void close(const QString &tag);
    QJsonObject facts() const;

private:
    struct Element
    {
        QString tag;
        Attributes attributes;
        QString text;
    };

    void openField(const Attributes &attributes);
    void finish(const Element &element);

    QList<Element> m_open;
    QJsonArray m_forms;
    QJsonObject m_form;
    QJsonObject m_fields;
    QJsonObject m_codes;
    QJsonArray m_notices;
    bool m_inForm = false;
};

void Reader::open(const QString &tag, const Attributes &attributes)
{
    static const QStringList voids {QStringLiteral("input"), QStringLiteral("meta"), QStringLiteral("link"),
                                    QStringLiteral("br"),    QStringLiteral("hr"),   QStringLiteral("img")};
    if (tag == u"form") {
        const QString method = attributes.value(QStringLiteral("method"), QStringLiteral("get"));
        m_form = {{QStringLiteral("method"), method.toUpper()},
                  {QStringLiteral("action"), attributes.value(QStringLiteral("action"))}};
        m_fields = {};
        m_inForm = true;
    } else if (tag == u"input" && m_inForm) {
        openField(attributes);
    }
    if (!voids.contains(tag))
        m_open.append({tag, attributes, {}});
}

void Reader::openField(const Attributes &attributes)
{
    const QString name = attributes.value(QStringLiteral("name"));
    const QString value = attributes.value(QStringLiteral("value"));
    const QString type = attributes.value(QStringLiteral("type")).toLower();
    if (type == u"submit" || name.isEmpty() || name == u"authenticity_token" || name == u"utf8")
        return;
    if (name == u"_method")
        m_form[u"method"] = value.toUpper();
    else if (type == u"checkbox")
        m_fields[name] = attributes.contains(QStringLiteral("checked")) ? QStringLiteral("checkbox:on")
                                                                        : QStringLiteral("checkbox:off");
    else
        m_fields[name] = value;
}

void Reader::text(const QString &text)
{
    for (Element &element : m_open)
        element.text += text;
}

void Reader::close(const QString &tag)
{
    const auto isIt = [&tag](const Element &element) { return element.tag == tag; };
    if (std::none_of(m_open.begin(), m_open.end(), isIt))
        return;
    Element element;
    do {
        element = m_open.takeLast();
        finish(element);
    } while (element.tag != tag);
}

void Reader::finish(const Element &element)
{
    const QString id = element.attributes.value(QStringLiteral("id"));
    const QStringList classes = element.attributes.value(QStringLiteral("class")).split(u' ');
    if (element.tag == u"code" && !id.isEmpty()) {
        m_codes[id] = element.text.simplified();
    } else if (element.tag == u"pre" || classes.contains(QStringLiteral("alert"))) {
        m_notices.append(element.text.simplified());
    } else if (element.tag == u"textarea" && m_inForm) {
        const QString text = element.text.startsWith(u'\n') ? element.text.mid(1) : element.text;
        m_fields[element.attributes.value(QStringLiteral("name"))] = text;
    } else if (element.tag == u"form") {
        m_form[u"fields"] = m_fields;
        m_forms.append(m_form);
        m_inForm = false;
    }
}

QJsonObject Reader::facts() const
{
    QJsonObject facts;
    if (!m_forms.isEmpty())
        facts[u"forms"] = m_forms;
    if (!m_codes.isEmpty())
        facts[u"codes"] = m_codes;
    if (!m_notices.isEmpty())
        facts[u"notices"] = m_notices;
    return facts;
}

Attributes attributesIn(const QString &tag)
{
    static const QRegularExpression attribute(
        QStringLiteral("([\\w:-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+)))?"));
    Attributes attributes;
    for (auto it = attribute.globalMatch(tag); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        attributes[match.captured(1).toLower()]
            = unescapedHtml(match.captured(2) + match.captured(3) + match.captured(4));
    }
    return attributes;
}

QJsonObject read(const QString &html)
{
    static const QRegularExpression piece(
        QStringLiteral("<!--.*?-->|<![^>]*>|<(/?)([A-Za-z][\\w-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>|[^<]+|<"),
        QRegularExpression::DotMatchesEverythingOption);
    Reader reader;
    for (auto it = piece.globalMatch(html); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString tag = match.captured(2).toLower();
        if (tag.isEmpty() && !match.captured().startsWith(u"<!"))
            reader.text(unescapedHtml(match.captured()));
        else if (!tag.isEmpty() && match.captured(1).isEmpty())
            reader.open(tag, attributesIn(match.captured(3)));
        else if (!tag.isEmpty())
            reader.close(tag);
    }
    return reader.facts();
}

QString cleaned(QString text, const Variables &variables, const QString &base)
{
    static const QRegularExpression id(QStringLiteral("(/oauth/(?:authorized_)?applications/)\\d+"));
    static const QRegularExpression time(QStringLiteral("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d( UTC)?"));
    static const QRegularExpression token(
        QStringLiteral("(?<![A-Za-z0-9_\\-])[A-Za-z0-9_\\-]{43,}(?![A-Za-z0-9_\\-])"));
    return variables.unfill(text.replace(base, QStringLiteral("{{base}}")))
        .replace(id, QStringLiteral("\\1<id>"))
        .replace(time, QStringLiteral("<time>"))
        .replace(token, QStringLiteral("<token>"));
}

QJsonValue cleaned(const QJsonValue &value, const Variables &variables, const QString &base)
{
    if (value.isString())
        return cleaned(value.toString(), variables, base);
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &each : value.toArray())
            list.append(cleaned(each, variables, base));
        return list;
    }
    QJsonObject object;
    const QJsonObject dirty = value.toObject();
    for (auto it = dirty.begin(); it != dirty.end(); ++it)
        object[cleaned(it.key(), variables, base)] = cleaned(QJsonValue(*it), variables, base);
    return object;
}

} // namespace

QString unescapedHtml(const QString &text)
{
    static const QRegularExpression reference(QStringLiteral("&(?:#(\\d+)|#[xX]([0-9A-Fa-f]+)|(\\w+));"));
    static const QHash<QString, QString> names {
        {QStringLiteral("amp"), QStringLiteral("&")},  {QStringLiteral("lt"), QStringLiteral("<")},
        {QStringLiteral("gt"), QStringLiteral(">")},   {QStringLiteral("quot"), QStringLiteral("\"")},
        {QStringLiteral("apos"), QStringLiteral("'")}, {QStringLiteral("nbsp"), QString(QChar(0xa0))}};
    QString result;
    qsizetype done = 0;
    for (auto it = reference.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const bool isHex = !match.captured(2).isEmpty();
        const char32_t number = isHex ? match.captured(2).toUInt(nullptr, 16) : match.captured(1).toUInt();
        const QString name = match.captured(3);
        result += text.mid(done, match.capturedStart() - done);
        result += name.isEmpty() ? QString::fromUcs4(&number, 1) : names.value(name, match.captured());
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

QJsonObject pageFacts(const QString &html, const Variables &variables, const QString &base)
{
    QJsonObject facts = read(html);
    QJsonArray forms = facts.value(u"forms").toArray();
    for (qsizetype i = 0; i < forms.size(); ++i) {
        QJsonObject form = forms[i].toObject();
        const QString action = form.value(u"action").toString();
        form[u"action"] = action.startsWith(base) ? action.mid(base.size()) : action;
        forms[i] = form;
    }
    if (!forms.isEmpty())
        facts[u"forms"] = forms;
    return cleaned(QJsonValue(facts), variables, base).toObject();
}

} // namespace Gatehouse
