#include "models/secrets/passwordhash.h"

#include "models/secrets/digest.h"
#include "models/secrets/random.h"
#include "models/secrets/sodium.h"

#include <QCache>

#include <sodium.h>

namespace Gatehouse {

namespace {
// OWASP's first choice for Argon2id: 19 MiB, two passes.
constexpr unsigned long long Passes = 2;
constexpr std::size_t MemoryBytes = 19 * 1024 * 1024;
constexpr QLatin1String GeneratedPrefix("sha256:");
constexpr QLatin1String ReadablePrefix("plain:");
constexpr int MaxRemembered = 4096;

bool matches(const QByteArray &digest, const QByteArray &password)
{
    return crypto_pwhash_str_verify(digest.constData(), password.constData(),
                                    static_cast<unsigned long long>(password.size()))
        == 0;
}

bool isWellFormed(const QByteArray &digest)
{
    return crypto_pwhash_str_needs_rehash(digest.constData(), Passes, MemoryBytes) >= 0;
}

/// What is checked in place of a digest that is not there, so that its absence cannot be timed.
const QByteArray &standInDigest()
{
    static const QByteArray digest = hashPassword(randomToken()).toLatin1();
    return digest;
}
} // namespace

QString hashPassword(const QString &password)
{
    ensureSodium();
    const QByteArray text = password.toUtf8();
    char digest[crypto_pwhash_STRBYTES] = {};
    if (crypto_pwhash_str(digest, text.constData(), static_cast<unsigned long long>(text.size()), Passes, MemoryBytes)
        != 0)
        qFatal("There is no memory left to hash a password with.");
    return QString::fromLatin1(digest);
}

bool verifyPassword(const QString &digest, const QString &password)
{
    ensureSodium();
    const QByteArray stored = digest.toLatin1();
    const QByteArray text = password.toUtf8();
    if (isWellFormed(stored))
        return matches(stored, text);
    matches(standInDigest(), text);
    return false;
}

QString storedSecretForGenerated(const QString &secret)
{
    return GeneratedPrefix + sha256Hex(secret);
}

QString storedSecretReadable(const QString &secret)
{
    return ReadablePrefix + secret;
}

QString readableSecret(const QString &stored)
{
    return stored.startsWith(ReadablePrefix) ? stored.sliced(ReadablePrefix.size()) : QString();
}

bool isSlowSecret(const QString &stored)
{
    return stored.startsWith(QLatin1String("$argon2"));
}

bool verifyGeneratedSecret(const QString &stored, const QString &secret)
{
    if (stored.startsWith(ReadablePrefix))
        return equalInConstantTime(stored.toUtf8(), storedSecretReadable(secret).toUtf8());
    return stored.startsWith(GeneratedPrefix)
        && equalInConstantTime(stored.toLatin1(), storedSecretForGenerated(secret).toLatin1());
}

struct VerifiedSecrets::Private
{
    unsigned char key[crypto_generichash_KEYBYTES];
    QCache<QByteArray, bool> known {MaxRemembered};

    QByteArray digest(const QString &stored, const QString &secret) const
    {
        // Stored digests hold no NUL, so the pair cannot be cut in two places.
        const QByteArray pair = stored.toUtf8() + '\0' + secret.toUtf8();
        QByteArray result(crypto_generichash_BYTES, Qt::Uninitialized);
        unsigned char *out = reinterpret_cast<unsigned char *>(result.data());
        crypto_generichash(out, crypto_generichash_BYTES, reinterpret_cast<const unsigned char *>(pair.constData()),
                           static_cast<unsigned long long>(pair.size()), key, sizeof key);
        return result;
    }
};

VerifiedSecrets::VerifiedSecrets()
    : d(std::make_shared<Private>())
{
    ensureSodium();
    crypto_generichash_keygen(d->key);
}

bool VerifiedSecrets::contains(const QString &stored, const QString &secret) const
{
    return d->known.contains(d->digest(stored, secret));
}

void VerifiedSecrets::add(const QString &stored, const QString &secret)
{
    d->known.insert(d->digest(stored, secret), new bool(true));
}

} // namespace Gatehouse
