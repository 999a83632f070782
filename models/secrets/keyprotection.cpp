#include "models/secrets/keyprotection.h"

namespace Gatehouse {

std::optional<KeyProtection> keyProtectionNamed(const QString &name)
{
    for (const KeyProtection each : {KeyProtection::SecretService, KeyProtection::Passphrase, KeyProtection::File}) {
        if (nameOf(each) == name)
            return each;
    }
    return std::nullopt;
}

QString nameOf(KeyProtection protection)
{
    switch (protection) {
    case KeyProtection::SecretService:
        return QStringLiteral("secret_service");
    case KeyProtection::Passphrase:
        return QStringLiteral("passphrase");
    case KeyProtection::File:
        break;
    }
    return QStringLiteral("file");
}

} // namespace Gatehouse
