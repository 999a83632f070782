#pragma once

#include "models/secrets/secretbytes.h"

#include <QByteArray>

#include <optional>

namespace Gatehouse {

/// How a passphrase becomes a key: Argon2id (RFC 9106) with these parameters.
struct PassphraseKey
{
    static constexpr qsizetype SaltBytes = 16;

    QByteArray salt;
    quint64 passes = 3;
    quint64 memoryBytes = 256 * 1024 * 1024;

    /// With a salt of its own and the limits that are right today: about 0.4 s.
    static PassphraseKey fresh();
    /// Whether the parameters are ones that a computer can bear; those read from a file may be anything.
    bool isSensible() const;
    /// Takes as long as it takes: call it from a pool. Empty: there is not enough memory. Thread-safe.
    std::optional<SecretBytes> keyOf(const SecretBytes &passphrase) const;

    friend bool operator==(const PassphraseKey &, const PassphraseKey &) = default;
};

} // namespace Gatehouse
