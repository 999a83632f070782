#pragma once

#include "models/result.h"
#include "models/secrets/secretbytes.h"

#include <QCoreApplication>

#include <memory>

namespace Gatehouse {

/// Seals key material with a master key: XChaCha20-Poly1305, a fresh nonce for each. A sealed text opens only in the
/// vault that sealed it and for the purpose it was sealed for. A value; copies share the key. Thread-safe.
class KeyVault
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::KeyVault)

public:
    static constexpr qsizetype KeyBytes = 32;
    static constexpr qsizetype IdBytes = 16;

    /// A new one, with an id and a key that nobody has seen.
    static KeyVault make();
    /// The one with this id and key, which have the sizes above.
    KeyVault(const QByteArray &id, SecretBytes key);

    const QByteArray &id() const { return m_id; }
    const SecretBytes &key() const { return *m_key; }

    /// `context` says what it is for, such as "tls/localhost"; open() wants the same.
    QByteArray seal(const QByteArray &content, const QByteArray &context) const;
    /// Error::Invalid: not a sealed text, another vault's, for something else, or altered.
    Result<SecretBytes> open(const QByteArray &sealed, const QByteArray &context) const;

private:
    QByteArray m_id;
    std::shared_ptr<const SecretBytes> m_key;
};

} // namespace Gatehouse
