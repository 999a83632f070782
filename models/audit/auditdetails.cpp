#include "models/audit/auditdetails.h"

#include "models/audit/auditwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QStringList>

namespace Gatehouse {

namespace {

const QStringList &orderOfKeys()
{
    static const QStringList keys
        = QStringLiteral("revoked ended pairs level level_requested kind hint token_ref targets"
                         " target_ids ids actor_kind client_id user auth_method source_ip"
                         " request_id dialect route domain http_status plan_id duration_us"
                         " separate")
              .split(u' ');
    return keys;
}

bool isCodeKey(const QString &key)
{
    static const QStringList keys
        = QStringLiteral("client_id source_ip request_id token_ref route plan_id").split(u' ');
    return keys.contains(key);
}

} // namespace

AuditDetails::AuditDetails(const QString &json)
    : m_object(QJsonDocument::fromJson(json.toUtf8()).object())
{ }

QList<AuditDetails::Item> AuditDetails::items() const
{
    QStringList keys = orderOfKeys();
    for (const QString &key : m_object.keys()) {
        if (!keys.contains(key))
            keys.append(key);
    }
    QList<Item> items;
    for (const QString &key : std::as_const(keys)) {
        const QString value = valueInWords(key, m_object.value(key));
        if (!value.isEmpty())
            items.append({AuditWords::detail(key), value, isCodeKey(key)});
    }
    return items;
}

qint64 AuditDetails::ended() const
{
    for (const QString &key : {QStringLiteral("ended"), QStringLiteral("pairs")}) {
        if (m_object.contains(key))
            return m_object.value(key).toInteger();
    }
    qint64 sum = 0;
    const QJsonObject kinds = m_object.value(QStringLiteral("revoked")).toObject();
    for (const QJsonValue &count : kinds)
        sum += count.toInteger();
    return sum;
}

QString AuditDetails::endedInWords() const
{
    return valueInWords(QStringLiteral("revoked"), m_object.value(QStringLiteral("revoked")));
}

QString AuditDetails::text(const char *key) const
{
    return m_object.value(QLatin1String(key)).toVariant().toString();
}

QString AuditDetails::pretty() const
{
    return QString::fromUtf8(QJsonDocument(m_object).toJson()).trimmed();
}

QString AuditDetails::valueInWords(const QString &key, const QJsonValue &value) const
{
    if (key == QLatin1String("duration_us") && value.isDouble())
        return tr("%1 ms", "milliseconds").arg(QLocale().toString(value.toDouble() / 1000, 'f', 2));
    if (value.isBool())
        return value.toBool() ? tr("Yes") : tr("No");
    QStringList parts;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &each : array)
            parts.append(valueInWords({}, each));
        return parts.join(QLatin1String(", "));
    }
    if (!value.isObject())
        return value.toVariant().toString();
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString words = valueInWords(member.key(), member.value());
        const bool isNothing = member.value().isDouble() && member.value().toDouble() == 0;
        if (!words.isEmpty() && !isNothing)
            //: name and value
            parts.append(tr("%1: %2").arg(AuditWords::detail(member.key()), words));
    }
    return parts.join(QLatin1String(", "));
}

} // namespace Gatehouse
