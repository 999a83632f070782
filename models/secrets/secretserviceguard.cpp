#include "models/secrets/secretserviceguard.h"

#include "models/secrets/digest.h"
#include "models/secrets/keyvault.h"
#include "models/secrets/vaultrecord.h"

namespace Gatehouse {

void SecretServiceGuard::unlock(const VaultRecord &record, QObject *context, Unlocked done)
{
    m_store->read(entryOf(record), context, [done = std::move(done)](Result<QByteArray> secret) {
        if (!secret)
            return done(refusalOf(secret.error()));
        if (secret->size() != KeyVault::KeyBytes)
            return done(Error {Error::Kind::Invalid,
                               tr("The desktop's secret service holds something else than the key of this vault.")});
        done(SecretBytes::taking(*secret));
    });
}

/// Read again, since a service may take what it does not keep.
void SecretServiceGuard::lock(const KeyVault &vault, const VaultRecord &record, QObject *context, Locked done)
{
    const QByteArray secret(vault.key().view().constData(), KeyVault::KeyBytes);
    m_store->write(entryOf(record), secret, context,
                   [this, vault, record, context, done = std::move(done)](const Result<void> &written) {
                       if (!written)
                           return done(written.error());
                       m_store->read(entryOf(record), context, [vault, record, done](const Result<QByteArray> &kept) {
                           const bool isKept = kept && equalInConstantTime(*kept, vault.key().view());
                           done(isKept ? Result<VaultRecord>(record)
                                       : Result<VaultRecord>(
                                           Error {Error::Kind::Unavailable, tr("it does not keep what it is given")}));
                       });
                   });
}

void SecretServiceGuard::forget(const VaultRecord &record)
{
    m_store->remove(entryOf(record), QCoreApplication::instance(), [](const Result<void> &) {});
}

QString SecretServiceGuard::entryOf(const VaultRecord &record)
{
    return QStringLiteral("master key ") + QString::fromLatin1(record.id.toHex());
}

Error SecretServiceGuard::refusalOf(const Error &error)
{
    if (error.kind == Error::Kind::NotFound)
        return {Error::Kind::Unavailable,
                tr("The desktop's secret service, which guards the keys, shows no entry \"Gatehouse\" for this vault. "
                   "Unlock the keyring in which it was made and try again.")};
    return {Error::Kind::Unavailable,
            tr("The desktop's secret service, which guards the keys, cannot be used: %1. Start it, unlock the keyring "
               "and try again.")
                .arg(error.message)};
}

} // namespace Gatehouse
