#include "models/secrets/vaultrecord.h"

#include "models/secrets/keyvault.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Gatehouse {

namespace {

constexpr int RecordVersion = 1;

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesIn(const QJsonObject &json, const char *name)
{
    return QByteArray::fromBase64(json.value(QLatin1String(name)).toString().toLatin1());
}

/// Numbers of JSON are doubles; what does not fit is 0 and so not sensible.
quint64 numberIn(const QJsonObject &json, const char *name)
{
    return quint64(qMax(qint64(0), json.value(QLatin1String(name)).toInteger()));
}

} // namespace

QByteArray VaultRecord::toJson() const
{
    QJsonObject json {{QStringLiteral("version"), RecordVersion},
                      {QStringLiteral("id"), QString::fromLatin1(id.toHex())},
                      {QStringLiteral("protection"), nameOf(protection)},
                      {QStringLiteral("check"), base64(check)}};
    if (!reason.isEmpty())
        json.insert(QStringLiteral("reason"), reason);
    if (protection == KeyProtection::Passphrase) {
        json.insert(QStringLiteral("salt"), base64(passphrase.salt));
        json.insert(QStringLiteral("passes"), qint64(passphrase.passes));
        json.insert(QStringLiteral("memory_bytes"), qint64(passphrase.memoryBytes));
        json.insert(QStringLiteral("wrapped_key"), base64(wrappedKey));
    }
    return QJsonDocument(json).toJson();
}

Result<VaultRecord> VaultRecord::parse(const QByteArray &text, const QString &name)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    if (json.value(QStringLiteral("version")).toInt() > RecordVersion)
        return Error {Error::Kind::TooNew,
                      tr("%1 was written by a newer version of Gatehouse; use that one.").arg(name)};
    const auto protection = keyProtectionNamed(json.value(QStringLiteral("protection")).toString());
    VaultRecord record;
    record.id = QByteArray::fromHex(json.value(QStringLiteral("id")).toString().toLatin1());
    record.check = bytesIn(json, "check");
    record.reason = json.value(QStringLiteral("reason")).toString();
    record.protection = protection.value_or(KeyProtection::File);
    record.passphrase = {bytesIn(json, "salt"), numberIn(json, "passes"), numberIn(json, "memory_bytes")};
    record.wrappedKey = bytesIn(json, "wrapped_key");
    const bool isWhole = protection && record.id.size() == KeyVault::IdBytes && !record.check.isEmpty()
        && (*protection != KeyProtection::Passphrase
            || (record.passphrase.isSensible() && !record.wrappedKey.isEmpty()));
    if (!isWhole)
        return Error {Error::Kind::Invalid,
                      tr("%1 is damaged, so the keys cannot be opened; put a copy of it back.").arg(name)};
    return record;
}

} // namespace Gatehouse
