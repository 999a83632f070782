#include "models/secrets/passphraseguard.h"

#include "models/secrets/keyvault.h"
#include "models/secrets/ownerfile.h"
#include "models/secrets/passphrasekey.h"
#include "models/secrets/vaultrecord.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace Gatehouse {

namespace {

const QByteArray WrapContext = "vault/master";

} // namespace

PassphraseGuard::PassphraseGuard(const QString &file)
    : m_file(file)
{ }

void PassphraseGuard::unlock(const VaultRecord &record, QObject *context, Unlocked done)
{
    unlockWith(record, {}, context, std::move(done));
}

void PassphraseGuard::lock(const KeyVault &vault, const VaultRecord &record, QObject *context, Locked done)
{
    lockWith(vault, record, {}, context, std::move(done));
}

void PassphraseGuard::forget(const VaultRecord &)
{
    // Nothing is kept but the record.
}

void PassphraseGuard::give(Result<SecretBytes> passphrase)
{
    const Take take = std::exchange(m_take, {});
    if (take && m_asker)
        take(std::move(passphrase));
}

void PassphraseGuard::abandon()
{
    m_take = {};
    Q_EMIT settled();
}

void PassphraseGuard::ask(bool isNew, const QString &problem, QObject *context, Take take)
{
    if (!m_file.isEmpty())
        return problem.isEmpty()
            ? take(read())
            : take(Error {Error::Kind::Invalid,
                          //: %1 is a file, %2 a sentence such as "That is not the passphrase of the keys."
                          tr("The passphrase in %1 will not do: %2").arg(m_file, problem)});
    m_asker = context;
    m_take = std::move(take);
    Q_EMIT wanted(isNew, problem);
}

void PassphraseGuard::unlockWith(const VaultRecord &record, const QString &problem, QObject *context, Unlocked done)
{
    ask(false, problem, context, [=, this](Result<SecretBytes> passphrase) {
        if (!passphrase)
            return done(passphrase.error());
        derive(record.passphrase, *std::move(passphrase), context, [=, this](Result<SecretBytes> key) {
            if (!key)
                return done(key.error());
            Result<SecretBytes> master = KeyVault(record.id, *std::move(key)).open(record.wrappedKey, WrapContext);
            if (!master || master->size() != KeyVault::KeyBytes)
                return unlockWith(record, tr("That is not the passphrase of the keys."), context, done);
            Q_EMIT settled();
            done(std::move(master));
        });
    });
}

void PassphraseGuard::lockWith(const KeyVault &vault, VaultRecord record, const QString &problem, QObject *context,
                               Locked done)
{
    ask(true, problem, context, [=, this](Result<SecretBytes> passphrase) mutable {
        if (!passphrase)
            return done(passphrase.error());
        if (passphrase->size() < LeastBytes)
            return lockWith(vault, record, tr("That passphrase is too short; take eight characters or more."), context,
                            done);
        record.passphrase = PassphraseKey::fresh();
        derive(record.passphrase, *std::move(passphrase), context, [=, this](Result<SecretBytes> key) mutable {
            if (!key)
                return done(key.error());
            record.wrappedKey = KeyVault(record.id, *std::move(key)).seal(vault.key().view(), WrapContext);
            Q_EMIT settled();
            done(record);
        });
    });
}

/// A line's end is none of the passphrase.
Result<SecretBytes> PassphraseGuard::read() const
{
    const Result<SecretBytes> text = OwnerFile(m_file).read();
    if (!text)
        return text.error();
    qsizetype size = text->size();
    while (size > 0 && (text->data()[size - 1] == '\n' || text->data()[size - 1] == '\r'))
        --size;
    if (size == 0)
        return Error {Error::Kind::Invalid, tr("%1 holds no passphrase.").arg(m_file)};
    QByteArray line(text->view().constData(), size);
    return SecretBytes::taking(line);
}

void PassphraseGuard::derive(const PassphraseKey &parameters, SecretBytes passphrase, QObject *context, Take done)
{
    const auto shared = std::make_shared<SecretBytes>(std::move(passphrase));
    QThreadPool::globalInstance()->start([parameters, shared, guard = QPointer<QObject>(context), done] {
        const auto key = std::make_shared<std::optional<SecretBytes>>(parameters.keyOf(*shared));
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [key, guard, done] {
                if (!guard)
                    return;
                done(*key ? Result<SecretBytes>(std::move(**key))
                          : Result<SecretBytes>(
                              Error {Error::Kind::Unavailable,
                                     tr("There is not enough memory to make a key of the passphrase.")}));
            },
            Qt::QueuedConnection);
    });
}

} // namespace Gatehouse
