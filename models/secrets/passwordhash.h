#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace Gatehouse {

/// Argon2id of what a person chose, as the usual `$argon2id$…` string. Takes about 15 ms and 19 MiB: call it from a pool.
/// Thread-safe.
QString hashPassword(const QString &password);
/// Whether `password` is the one behind `digest`. As slow as hashPassword(); an empty or broken digest takes as long and is false.
bool verifyPassword(const QString &digest, const QString &password);

/// How a client secret is stored: "sha256:" and hex for generated ones (256 random bits), `$argon2id$…` for chosen ones;
/// "plain:" and the secret where the policy wants it readable.
QString storedSecretForGenerated(const QString &secret);
QString storedSecretReadable(const QString &secret);
/// The secret behind what is stored; empty: it cannot be told.
QString readableSecret(const QString &stored);
bool isSlowSecret(const QString &stored);
/// For secrets that are not slow; constant time.
bool verifyGeneratedSecret(const QString &stored, const QString &secret);

/// Remembers passwords and secrets that were verified, as digests keyed with a key of this process, so that the slow
/// check runs once. Bounded. Not thread-safe.
class VerifiedSecrets
{
public:
    VerifiedSecrets();
    bool contains(const QString &stored, const QString &secret) const;
    void add(const QString &stored, const QString &secret);

private:
    struct Private;
    std::shared_ptr<Private> d;
};

} // namespace Gatehouse
