#include "tests/revocation/casecheck.h"

#include <QJsonDocument>

namespace Gatehouse {

namespace {

const QSet<QString> MatcherNames {QStringLiteral("type"), QStringLiteral("present"), QStringLiteral("absent"),
                                  QStringLiteral("prefix"), QStringLiteral("contains")};

bool isMatcher(const QJsonObject &object)
{
    if (object.isEmpty())
        return false;
    for (const QString &name : object.keys()) {
        if (!MatcherNames.contains(name))
            return false;
    }
    return true;
}

bool isOfType(const QString &type, const QJsonValue &value)
{
    return (type == u"string" && value.isString()) || (type == u"number" && value.isDouble())
        || (type == u"boolean" && value.isBool());
}

bool fitsMatcher(const QJsonObject &matcher, const QJsonValue &actual)
{
    const auto wanted = [&](const char *name) { return matcher.value(QLatin1String(name)); };
    if (wanted("type").isString())
        return isOfType(wanted("type").toString(), actual);
    if (!wanted("present").isUndefined())
        return !actual.isUndefined() && !actual.isNull();
    if (!wanted("absent").isUndefined())
        return actual.isUndefined() || actual.isNull();
    if (wanted("prefix").isString())
        return actual.isString() && actual.toString().startsWith(wanted("prefix").toString());
    return actual.isString() && actual.toString().contains(wanted("contains").toString());
}

QString shown(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact));
}

QJsonValue headerIn(const Response &response, const QString &name)
{
    for (const auto &[each, value] : response.headers) {
        if (QString::fromLatin1(each).compare(name, Qt::CaseInsensitive) == 0)
            return QString::fromLatin1(value);
    }
    return QJsonValue(QJsonValue::Undefined);
}

QJsonValue bodyOf(const Response &response)
{
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    return document.isObject() ? QJsonValue(document.object())
        : document.isArray()   ? QJsonValue(document.array())
                               : QJsonValue(QJsonValue::Undefined);
}

void checkAudit(const QJsonValue &expected, const QList<QJsonObject> &records, QStringList &faults)
{
    if (expected.isUndefined())
        return;
    if (expected.isNull()) {
        if (!records.isEmpty())
            faults.append(QStringLiteral("an audit record that should not be: ") + shown(records.constFirst()));
        return;
    }
    if (records.size() != 1)
        faults.append(QStringLiteral("%1 audit records instead of one").arg(records.size()));
    else if (!fits(expected, records.constFirst()))
        faults.append(
            QStringLiteral("audit record %1 instead of %2").arg(shown(records.constFirst()), shown(expected)));
}

} // namespace

bool fits(const QJsonValue &expected, const QJsonValue &actual)
{
    if (!expected.isObject())
        return expected == actual;
    const QJsonObject object = expected.toObject();
    if (isMatcher(object))
        return fitsMatcher(object, actual);
    if (!actual.isObject())
        return false;
    for (auto each = object.begin(); each != object.end(); ++each) {
        if (!fits(each.value(), actual.toObject().value(each.key())))
            return false;
    }
    return true;
}

QStringList faultsOfAnswer(const QJsonObject &expected, const Response &response, const QList<QJsonObject> &records)
{
    QStringList faults;
    const auto wanted = [&](const char *name) { return expected.value(QLatin1String(name)); };
    const auto note = [&](bool good, const QString &what, const QJsonValue &value) {
        if (!good)
            faults.append(QStringLiteral("%1 instead of %2; status %3, body %4")
                              .arg(what, shown(value), QString::number(response.status),
                                   QString::fromUtf8(response.body.left(300))));
    };
    if (!wanted("status").isUndefined())
        note(wanted("status").toInt() == response.status, QStringLiteral("status %1").arg(response.status),
             wanted("status"));
    if (!wanted("status_in").isUndefined())
        note(wanted("status_in").toArray().contains(response.status), QStringLiteral("status %1").arg(response.status),
             wanted("status_in"));
    const QJsonObject headers = wanted("headers").toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        const QJsonValue actual = headerIn(response, header.key());
        note(fits(header.value(), actual), header.key() + u' ' + shown(actual), header.value());
    }
    if (!wanted("json").isUndefined())
        note(bodyOf(response) == wanted("json"), QStringLiteral("body"), wanted("json"));
    if (!wanted("json_contains").isUndefined())
        note(fits(wanted("json_contains"), bodyOf(response)), QStringLiteral("body"), wanted("json_contains"));
    if (!wanted("body").isUndefined())
        note(QString::fromUtf8(response.body) == wanted("body").toString(), QStringLiteral("body"), wanted("body"));
    checkAudit(wanted("audit"), records, faults);
    return faults;
}

QStringList faultsOfState(const QJsonObject &expected, CaseWorld &world, const CaseWorld::Snapshot &before)
{
    QStringList faults;
    const CaseWorld::Snapshot now = world.snapshot();
    for (const QJsonValue &symbol : expected.value(QLatin1String("active")).toArray()) {
        if (!now.active.contains(symbol.toString()))
            faults.append(symbol.toString() + QStringLiteral(" should be active"));
    }
    for (const QJsonValue &symbol : expected.value(QLatin1String("inactive")).toArray()) {
        if (now.active.contains(symbol.toString()))
            faults.append(symbol.toString() + QStringLiteral(" should be inactive"));
    }
    const QJsonObject consents = expected.value(QLatin1String("consents")).toObject();
    for (auto consent = consents.begin(); consent != consents.end(); ++consent) {
        if ((consent.value().toString() == u"active") != now.consents.contains(consent.key()))
            faults.append(QStringLiteral("consent %1 should be %2").arg(consent.key(), consent.value().toString()));
    }
    if (expected.value(QLatin1String("unchanged")).toBool() && now != before)
        faults.append(QStringLiteral("something has changed"));
    const QJsonObject family = expected.value(QLatin1String("family_has_no_live")).toObject();
    if (!family.isEmpty()) {
        const QStringList kinds = family.value(QLatin1String("kinds")).toVariant().toStringList();
        const qint64 live = world.liveInFamily(family.value(QLatin1String("family")).toString(), kinds);
        if (live > 0)
            faults.append(QStringLiteral("%1 tokens of the family live").arg(live));
    }
    return faults;
}

} // namespace Gatehouse
