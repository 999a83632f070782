#include "comparison.h"

#include "pagefacts.h"
#include "variables.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>

namespace Gatehouse {

namespace {

constexpr qint64 Tolerance = 2; ///< seconds

QString shown(const QJsonValue &value)
{
    const QByteArray text = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

bool isInteger(const QJsonValue &value)
{
    return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
}

bool isNear(const QJsonValue &value, qint64 wanted)
{
    return isInteger(value) && std::abs(value.toInteger() - wanted) <= Tolerance;
}

bool isWhole(const QString &pattern, const QJsonValue &value)
{
    const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
    return value.isString() && whole.match(value.toString()).hasMatch();
}

bool matchesKind(const QJsonObject &matcher, const QJsonValue &got, const QJsonObject &siblings)
{
    constexpr qint64 TwoDays = 2 * 86400;
    const QString kind = matcher[u"$match"].toString();
    const qint64 value = matcher[u"value"].toInteger();
    if (kind == u"token")
        return isWhole(QStringLiteral("[A-Za-z0-9_-]{32,}"), got);
    if (kind == u"iso8601")
        return isWhole(QStringLiteral("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)"), got);
    if (kind == u"unixtime")
        return isInteger(got) && std::abs(got.toInteger() - QDateTime::currentSecsSinceEpoch()) < TwoDays;
    if (kind == u"near")
        return isNear(matcher[u"as"].toString() == u"text" && got.isString() ? QJsonValue(got.toString().toLongLong())
                                                                             : got,
                      value);
    if (kind == u"after")
        return isNear(got, siblings[matcher[u"key"].toString()].toInteger() + value);
    if (kind == u"location") {
        QJsonObject want = matcher;
        want.remove(u"$match");
        return got.isString() && differences(want, locationFacts(got.toString(), {}), {}).isEmpty();
    }
    return kind == u"id" && (isInteger(got) || (got.isString() && !got.toString().isEmpty()));
}

QStringList objectDifferences(const QJsonObject &want, const QJsonObject &got, const QString &path);

QStringList valueDifferences(const QJsonValue &want, const QJsonValue &got, const QString &path,
                             const QJsonObject &siblings)
{
    const QString sentence = path + QStringLiteral(": wanted ") + shown(want) + QStringLiteral(", got ") + shown(got);
    const QJsonObject object = want.toObject();
    if (object.contains(u"$match"))
        return matchesKind(object, got, siblings) ? QStringList() : QStringList {sentence};
    if (want.isObject())
        return got.isObject() ? objectDifferences(object, got.toObject(), path) : QStringList {sentence};
    const QJsonArray list = want.toArray();
    if (!want.isArray() || !got.isArray() || list.size() != got.toArray().size())
        return want == got ? QStringList() : QStringList {sentence};
    QStringList found;
    for (qsizetype i = 0; i < list.size(); ++i)
        found += valueDifferences(list[i], got.toArray()[i], path + u'/' + QString::number(i), {});
    return found;
}

QStringList objectDifferences(const QJsonObject &want, const QJsonObject &got, const QString &path)
{
    QStringList found;
    for (auto it = want.begin(); it != want.end(); ++it) {
        const QString place = path + u'/' + it.key();
        found += got.contains(it.key()) ? valueDifferences(*it, got[it.key()], place, got)
                                        : QStringList {place + QStringLiteral(": missing")};
    }
    for (auto it = got.begin(); it != got.end(); ++it) {
        if (!want.contains(it.key()))
            found += path + u'/' + it.key() + QStringLiteral(": not expected, got ") + shown(*it);
    }
    return found;
}

QString decodedPlus(QString text)
{
    return QUrl::fromPercentEncoding(text.replace(u'+', u' ').toUtf8());
}

QJsonObject parametersIn(const QString &text)
{
    QJsonObject parameters;
    for (const QString &each : text.split(u'&', Qt::SkipEmptyParts))
        parameters[decodedPlus(each.section(u'=', 0, 0))] = decodedPlus(each.section(u'=', 1));
    return parameters;
}

QStringList headerDifferences(const QString &name, const QJsonObject &recorded, const LabReply &reply)
{
    const QJsonValue want = recorded[u"headers"].toObject().value(name);
    const QString got = reply.header(name.toLatin1());
    const bool counts = name == u"cache-control" ? want.toString() == u"no-store" : !want.isUndefined();
    if (!counts || want.toString() == got)
        return {};
    return {name + QStringLiteral(": wanted ") + want.toString() + QStringLiteral(", got ") + got};
}

QStringList locationDifferences(const QJsonObject &recorded, const LabReply &reply, Variables variables,
                                const QString &base)
{
    const QJsonValue want = recorded[u"headers"].toObject().value(u"location");
    if (want.isUndefined() != !reply.has("location"))
        return {QStringLiteral("location: wanted ") + shown(want) + QStringLiteral(", got ")
                + reply.header("location")};
    if (want.isUndefined())
        return {};
    variables.set(QStringLiteral("base"), QStringLiteral("{{base}}"));
    variables.set(QStringLiteral("login"), QStringLiteral("{{login}}"));
    return differences(variables.fill(want), locationFacts(reply.header("location"), base), QStringLiteral("location"));
}

QStringList mediaTypeDifferences(const QJsonObject &recorded, const LabReply &reply)
{
    const int status = recorded[u"status"].toInt();
    const QString want
        = recorded[u"headers"].toObject().value(u"content-type").toString().section(u';', 0, 0).trimmed().toLower();
    if ((status >= 300 && status < 400) || want == reply.mediaType())
        return {};
    return {QStringLiteral("content-type: wanted ") + want + QStringLiteral(", got ") + reply.mediaType()};
}

QStringList pageDifferences(const QJsonObject &step, const QJsonValue &want, const LabReply &reply,
                            const Variables &variables, const QString &base)
{
    QStringList found;
    const QJsonObject facts = pageFacts(reply.text(), variables, base);
    for (const QJsonValue &part : step[u"expect"].toObject().value(u"facts").toArray()) {
        const QString name = part.toString();
        found += differences(want.toObject().value(name), facts[name], QStringLiteral("html/") + name);
    }
    return found;
}

QStringList bodyDifferences(const QJsonObject &step, const QJsonObject &recorded, const LabReply &reply,
                            const Variables &variables, const QString &base)
{
    if (recorded.contains(u"json")) {
        const QJsonDocument document = QJsonDocument::fromJson(reply.body);
        const QJsonValue got = document.isArray() ? QJsonValue(document.array())
            : document.isObject()                 ? QJsonValue(document.object())
                                                  : QJsonValue();
        return differences(variables.fill(recorded[u"json"]), got, QStringLiteral("json"));
    }
    if (recorded.contains(u"html"))
        return pageDifferences(step, recorded[u"html"], reply, variables, base);
    const bool mustBeEmpty = recorded[u"empty"].toBool() && recorded[u"status"] == 204;
    return mustBeEmpty && !reply.body.isEmpty() ? QStringList {QStringLiteral("body: wanted none")} : QStringList();
}

} // namespace

QStringList differences(const QJsonValue &want, const QJsonValue &got, const QString &path)
{
    return valueDifferences(want, got, path, {});
}

QJsonObject locationFacts(const QString &location, const QString &base)
{
    static const QRegularExpression id(QStringLiteral("(/oauth/applications/)\\d+$"));
    static const QRegularExpression code(QStringLiteral("(/oauth/authorize/)[A-Za-z0-9_\\-]{32,}$"));
    const QString address = location.section(u'#', 0, 0);
    QString to = address.section(u'?', 0, 0);
    if (!base.isEmpty() && to.startsWith(base))
        to = QStringLiteral("{{base}}") + to.mid(base.size());
    to.replace(id, QStringLiteral("\\1<id>")).replace(code, QStringLiteral("\\1<code>"));
    return {{QStringLiteral("to"), to == u"{{base}}/login" ? QStringLiteral("{{login}}") : to},
            {QStringLiteral("query"), parametersIn(address.section(u'?', 1))},
            {QStringLiteral("fragment"), parametersIn(location.section(u'#', 1))}};
}

QStringList replyDifferences(const QJsonObject &step, const QJsonObject &recorded, const LabReply &reply,
                             const Variables &variables, const QString &base)
{
    const QStringList soft = step[u"soft"].toVariant().toStringList();
    const auto unless = [&soft](const char *name, const QStringList &found) {
        return soft.contains(QLatin1String(name)) ? QStringList() : found;
    };
    QStringList found;
    if (const int want = recorded[u"status"].toInt(); want != reply.status)
        found += unless("status", {QStringLiteral("status: wanted %1, got %2").arg(want).arg(reply.status)});
    found += unless("location", locationDifferences(recorded, reply, variables, base));
    found += unless("content-type", mediaTypeDifferences(recorded, reply));
    for (const char *name : {"www-authenticate", "allow", "pragma", "cache-control"})
        found += unless(name, headerDifferences(QLatin1String(name), recorded, reply));
    return found + unless("body", bodyDifferences(step, recorded, reply, variables, base));
}

} // namespace Gatehouse
