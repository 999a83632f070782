#pragma once

#include "models/secrets/keyguard.h"

#include <QObject>
#include <QPointer>

namespace Gatehouse {

struct PassphraseKey;

/// The master key wrapped by a passphrase, which a file holds or a person is asked for. What a passphrase becomes is
/// computed in a pool.
class PassphraseGuard : public QObject, public KeyGuard
{
    Q_OBJECT

public:
    static constexpr qsizetype LeastBytes = 8; ///< of a new passphrase

    /// `file` holds the passphrase, for its owner alone (0600); empty: wanted() asks.
    explicit PassphraseGuard(const QString &file);

    void unlock(const VaultRecord &record, QObject *context, Unlocked done) override;
    void lock(const KeyVault &vault, const VaultRecord &record, QObject *context, Locked done) override;
    void forget(const VaultRecord &record) override;

    /// Answers wanted(), which follows again when the passphrase will not do; an error ends the matter.
    void give(Result<SecretBytes> passphrase);
    /// Nobody waits for a passphrase any more.
    void abandon();

Q_SIGNALS:
    /// A passphrase is needed: a new one, or the one of the vault. `problem` says why the last one would not do.
    void wanted(bool isNew, const QString &problem);
    /// It was right, or is not needed any more.
    void settled();

private:
    using Take = std::function<void(Result<SecretBytes>)>;

    void ask(bool isNew, const QString &problem, QObject *context, Take take);
    void unlockWith(const VaultRecord &record, const QString &problem, QObject *context, Unlocked done);
    void lockWith(const KeyVault &vault, VaultRecord record, const QString &problem, QObject *context, Locked done);
    Result<SecretBytes> read() const;
    static void derive(const PassphraseKey &parameters, SecretBytes passphrase, QObject *context, Take done);

    QString m_file;
    QPointer<QObject> m_asker;
    Take m_take;
};

} // namespace Gatehouse
