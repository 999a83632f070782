#include "models/secrets/passphrasekey.h"

#include "models/secrets/keyvault.h"
#include "models/secrets/sodium.h"

#include <sodium.h>

namespace Gatehouse {

PassphraseKey PassphraseKey::fresh()
{
    static_assert(SaltBytes == crypto_pwhash_argon2id_SALTBYTES);
    ensureSodium();
    PassphraseKey parameters;
    parameters.salt.resize(SaltBytes);
    randombytes_buf(parameters.salt.data(), std::size_t(SaltBytes));
    return parameters;
}

bool PassphraseKey::isSensible() const
{
    constexpr quint64 mostPasses = 20;
    constexpr quint64 mostBytes = quint64(1024) * 1024 * 1024;
    return salt.size() == SaltBytes && passes >= crypto_pwhash_argon2id_OPSLIMIT_MIN && passes <= mostPasses
        && memoryBytes >= crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE / 8 && memoryBytes <= mostBytes;
}

std::optional<SecretBytes> PassphraseKey::keyOf(const SecretBytes &passphrase) const
{
    SecretBytes key(KeyVault::KeyBytes);
    const int failed = crypto_pwhash_argon2id(
        key.data(), static_cast<unsigned long long>(key.size()), reinterpret_cast<const char *>(passphrase.data()),
        static_cast<unsigned long long>(passphrase.size()), reinterpret_cast<const unsigned char *>(salt.constData()),
        passes, std::size_t(memoryBytes), crypto_pwhash_argon2id_ALG_ARGON2ID13);
    return failed ? std::nullopt : std::optional(std::move(key));
}

} // namespace Gatehouse
