#pragma once

#include <QString>

#include <optional>

namespace Gatehouse {

/// What guards the master key of a vault.
enum class KeyProtection {
    SecretService, ///< the desktop's
    Passphrase,
    File, ///< nothing but the rights of a file (0600)
};

/// As configuration and vault.json spell it: "secret_service", "passphrase", "file". Of anything else: empty.
std::optional<KeyProtection> keyProtectionNamed(const QString &name);
QString nameOf(KeyProtection protection);

} // namespace Gatehouse
