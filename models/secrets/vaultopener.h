#pragma once

#include "models/result.h"
#include "models/secrets/keyvault.h"
#include "models/secrets/vaultrecord.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class QLockFile;

namespace Gatehouse {

class FileGuard;
class KeyGuard;
class PassphraseGuard;
class SecretServiceGuard;
class SecretStore;

/// Opens the vault of a folder, or makes it where there is none, and remembers in vault.json what guards its master key.
/// That is the desktop's secret service, a file where there is no such service, or what the configuration asks for. A
/// vault that cannot be opened is never replaced. Nothing waits; lives in the application's thread.
class VaultOpener : public QObject
{
    Q_OBJECT

public:
    struct Choice
    {
        std::optional<KeyProtection> protection; ///< none: the secret service, else a file
        QString passphraseFile; ///< empty: passphraseWanted() asks
    };
    using Done = std::function<void(const Result<KeyVault> &)>;

    VaultOpener(const QString &folder, const Choice &choice, std::unique_ptr<SecretStore> store,
                QObject *parent = nullptr);
    ~VaultOpener() override;

    /// Answers later, once, and never when `context` is gone. Errors are one sentence with what to do. Once it was opened
    /// the vault stays open.
    void open(QObject *context, Done done);
    /// Whoever waits is answered at once that it was given up.
    void cancel();
    /// Answers passphraseWanted(). An error ends the matter, with its sentence.
    void givePassphrase(Result<SecretBytes> passphrase);
    /// Guards the open vault's key by the secret service from now on. changed() follows.
    void moveToSecretService();

    /// What guards the key of the open vault; empty: it is not open.
    std::optional<KeyProtection> protection() const;
    /// The same as a sentence.
    QString sentence() const;
    /// Whether a file guards the key only because there was no secret service.
    bool lacksSecretService() const;

Q_SIGNALS:
    void passphraseWanted(bool isNew, const QString &problem);
    /// The passphrase was right, or nobody waits for it any more.
    void passphraseSettled();
    /// Opened, or guarded otherwise.
    void changed();

private:
    struct Waiting
    {
        QPointer<QObject> context;
        Done done;
    };

    template<class Function> auto inThisAttempt(Function function);
    void begin();
    void make();
    void unlock(const VaultRecord &record);
    void check(const VaultRecord &record, Result<SecretBytes> key);
    void protect(const KeyVault &vault, KeyProtection target, const std::optional<VaultRecord> &before);
    void keep(const KeyVault &vault, const VaultRecord &record, const std::optional<VaultRecord> &before);
    void noteNotProtected(const KeyVault &vault, KeyProtection target, const std::optional<VaultRecord> &before,
                          const Error &error);
    void settle(const KeyVault &vault, const VaultRecord &record);
    void fail(const Error &error);
    void answer(const Result<KeyVault> &result);
    KeyGuard &guardOf(KeyProtection protection);
    QString path(const char *name) const;

    QString m_folder;
    Choice m_choice;
    std::unique_ptr<SecretServiceGuard> m_service;
    std::unique_ptr<PassphraseGuard> m_passphrase;
    std::unique_ptr<FileGuard> m_file;
    std::unique_ptr<QObject> m_attempt; ///< under way
    std::unique_ptr<QLockFile> m_lock; ///< only one program makes a vault
    int m_tries = 0;
    QList<Waiting> m_waiting;
    std::optional<KeyVault> m_vault;
    VaultRecord m_record; ///< of the open vault
};

} // namespace Gatehouse
