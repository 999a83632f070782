#include "models/secrets/fileguard.h"

#include "models/secrets/keyvault.h"
#include "models/secrets/vaultrecord.h"

namespace Gatehouse {

std::optional<Result<KeyVault>> FileGuard::found() const
{
    if (!m_file.exists())
        return std::nullopt;
    const Result<SecretBytes> text = m_file.read();
    if (!text)
        return text.error();
    QByteArray bytes = QByteArray::fromBase64(text->view().trimmed());
    const SecretBytes content = SecretBytes::taking(bytes);
    if (content.size() != KeyVault::IdBytes + KeyVault::KeyBytes)
        return Error {Error::Kind::Invalid, tr("%1 holds no key; put a copy of it back.").arg(path())};
    const char *bytesOfBoth = content.view().constData();
    QByteArray key(bytesOfBoth + KeyVault::IdBytes, KeyVault::KeyBytes);
    return KeyVault(QByteArray(bytesOfBoth, KeyVault::IdBytes), SecretBytes::taking(key));
}

void FileGuard::unlock(const VaultRecord &record, QObject *, Unlocked done)
{
    const auto vault = found();
    if (!vault)
        return done(Error {Error::Kind::NotFound,
                           tr("The file with the keys' key, %1, is gone; put a copy of it back.").arg(path())});
    if (!*vault)
        return done(vault->error());
    if ((*vault)->id() != record.id)
        return done(Error {Error::Kind::Invalid,
                           tr("%1 holds the key of another vault; put a copy of the right one back.").arg(path())});
    done((*vault)->key().copy());
}

void FileGuard::lock(const KeyVault &vault, const VaultRecord &record, QObject *, Locked done)
{
    if (const auto other = found(); other && (!*other || (*other)->id() != vault.id()))
        return done(
            Error {Error::Kind::Invalid, tr("There is a file %1 of another vault already; move it away.").arg(path())});
    QByteArray content = vault.id() + vault.key().view();
    QByteArray text = content.toBase64();
    const Result<void> written = m_file.write(text);
    wipe(content);
    wipe(text);
    done(written ? Result<VaultRecord>(record) : Result<VaultRecord>(written.error()));
}

void FileGuard::forget(const VaultRecord &record)
{
    if (const auto vault = found(); vault && *vault && (*vault)->id() == record.id)
        (void)m_file.remove();
}

} // namespace Gatehouse
