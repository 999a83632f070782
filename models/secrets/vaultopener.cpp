#include "models/secrets/vaultopener.h"

#include "models/secrets/fileguard.h"
#include "models/secrets/ownerfile.h"
#include "models/secrets/passphraseguard.h"
#include "models/secrets/secretserviceguard.h"

#include <QDir>
#include <QLockFile>
#include <QTimer>

#include <chrono>
#include <utility>

namespace Gatehouse {

namespace {

constexpr char RecordFile[] = "vault.json";
constexpr char MasterFile[] = "master.key";
constexpr char LockFile[] = "vault.lock";
constexpr int MostTries = 100;
constexpr std::chrono::milliseconds BetweenTries(100);
const QByteArray CheckContext = "vault/check";

} // namespace

VaultOpener::VaultOpener(const QString &folder, const Choice &choice, std::unique_ptr<SecretStore> store,
                         QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_choice(choice)
    , m_service(std::make_unique<SecretServiceGuard>(std::move(store)))
    , m_passphrase(std::make_unique<PassphraseGuard>(choice.passphraseFile))
    , m_file(std::make_unique<FileGuard>(path(MasterFile)))
{
    connect(m_passphrase.get(), &PassphraseGuard::wanted, this, &VaultOpener::passphraseWanted);
    connect(m_passphrase.get(), &PassphraseGuard::settled, this, &VaultOpener::passphraseSettled);
}

VaultOpener::~VaultOpener() = default;

/// What comes after an attempt was given up, or ended, is not for the next one.
template<class Function> auto VaultOpener::inThisAttempt(Function function)
{
    return [this, attempt = m_attempt.get(), function](auto &&...arguments) {
        if (m_attempt.get() == attempt)
            function(std::forward<decltype(arguments)>(arguments)...);
    };
}

void VaultOpener::open(QObject *context, Done done)
{
    m_waiting.append({context, std::move(done)});
    if (m_attempt)
        return;
    m_attempt = std::make_unique<QObject>();
    m_tries = 0;
    QMetaObject::invokeMethod(
        m_attempt.get(), [begins = inThisAttempt([this] { begin(); })] { begins(); }, Qt::QueuedConnection);
}

void VaultOpener::cancel()
{
    fail({Error::Kind::Unavailable, tr("Opening the keys was given up.")});
}

void VaultOpener::givePassphrase(Result<SecretBytes> passphrase)
{
    m_passphrase->give(std::move(passphrase));
}

void VaultOpener::moveToSecretService()
{
    if (!m_vault || m_attempt)
        return;
    m_attempt = std::make_unique<QObject>();
    protect(*m_vault, KeyProtection::SecretService, m_record);
}

std::optional<KeyProtection> VaultOpener::protection() const
{
    return m_vault ? std::optional(m_record.protection) : std::nullopt;
}

QString VaultOpener::sentence() const
{
    switch (m_record.protection) {
    case KeyProtection::SecretService:
        return tr("The keys are guarded by the desktop's secret service.");
    case KeyProtection::Passphrase:
        return tr("The keys are guarded by a passphrase.");
    case KeyProtection::File:
        break;
    }
    if (lacksSecretService())
        //: %1 is a file, %2 what the service said
        return tr("The keys are guarded by nothing but the rights of the file %1, because this desktop has no secret "
                  "service that can be used: %2.")
            .arg(m_file->path(), m_record.reason);
    return tr("The keys are guarded by nothing but the rights of the file %1.").arg(m_file->path());
}

bool VaultOpener::lacksSecretService() const
{
    return m_record.protection == KeyProtection::File && !m_record.reason.isEmpty();
}

void VaultOpener::begin()
{
    if (m_vault)
        return answer(*m_vault);
    const OwnerFile file(path(RecordFile));
    if (!file.exists())
        return make();
    const Result<SecretBytes> text = file.read();
    if (!text)
        return fail(text.error());
    const Result<VaultRecord> record = VaultRecord::parse(text->view(), file.path());
    return record ? unlock(*record) : fail(record.error());
}

/// A vault whose record was lost, but not its key, is taken over.
void VaultOpener::make()
{
    if (const Result<void> made = OwnerFile::makeFolder(m_folder); !made)
        return fail(made.error());
    m_lock = std::make_unique<QLockFile>(path(LockFile));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0)) {
        if (m_lock->error() != QLockFile::LockFailedError || ++m_tries > MostTries)
            return fail({Error::Kind::Unavailable,
                         tr("The keys cannot be made: another program holds %1, or it cannot be written.")
                             .arg(path(LockFile))});
        return QTimer::singleShot(BetweenTries, m_attempt.get(), inThisAttempt([this] { begin(); }));
    }
    if (OwnerFile(path(RecordFile)).exists()) {
        m_lock.reset();
        return begin();
    }
    const auto found = m_file->found();
    if (found && !*found)
        return fail(found->error());
    const KeyProtection standard = found ? KeyProtection::File : KeyProtection::SecretService;
    protect(found ? **found : KeyVault::make(), m_choice.protection.value_or(standard), {});
}

void VaultOpener::unlock(const VaultRecord &record)
{
    guardOf(record.protection).unlock(record, m_attempt.get(), inThisAttempt([this, record](Result<SecretBytes> key) {
                                          check(record, std::move(key));
                                      }));
}

void VaultOpener::check(const VaultRecord &record, Result<SecretBytes> key)
{
    if (!key)
        return fail(key.error());
    const KeyVault vault(record.id, *std::move(key));
    if (const auto right = vault.open(record.check, CheckContext); !right)
        return fail({Error::Kind::Invalid,
                     tr("The key that guards the keys does not fit %1; put a copy of the right one back.")
                         .arg(path(RecordFile))});
    const KeyProtection wanted = m_choice.protection.value_or(record.protection);
    return wanted == record.protection ? settle(vault, record) : protect(vault, wanted, record);
}

void VaultOpener::protect(const KeyVault &vault, KeyProtection target, const std::optional<VaultRecord> &before)
{
    VaultRecord record;
    record.id = vault.id();
    record.protection = target;
    record.check = vault.seal({}, CheckContext);
    guardOf(target).lock(vault, record, m_attempt.get(), inThisAttempt([=, this](const Result<VaultRecord> &locked) {
                             return locked ? keep(vault, *locked, before)
                                           : noteNotProtected(vault, target, before, locked.error());
                         }));
}

/// Only once the new guard holds the key and the record says so is the old one told to forget it.
void VaultOpener::keep(const KeyVault &vault, const VaultRecord &record, const std::optional<VaultRecord> &before)
{
    if (const Result<void> written = OwnerFile(path(RecordFile)).write(record.toJson()); !written) {
        // A file that is left is taken over the next time.
        if (record.protection == KeyProtection::SecretService)
            m_service->forget(record);
        return fail(written.error());
    }
    if (before && before->protection != record.protection)
        guardOf(before->protection).forget(*before);
    settle(vault, record);
}

void VaultOpener::noteNotProtected(const KeyVault &vault, KeyProtection target,
                                   const std::optional<VaultRecord> &before, const Error &error)
{
    if (target != KeyProtection::SecretService)
        return fail(error);
    if (m_vault) { // as it was, with what is wrong now
        m_record.reason = error.message;
        return settle(vault, m_record);
    }
    const bool mayFallBack = !m_choice.protection && !before && error.kind == Error::Kind::Unavailable;
    if (!mayFallBack)
        return fail(
            {Error::Kind::Unavailable,
             tr("The desktop's secret service, which is to guard the keys, cannot be used: %1. Start it, unlock "
                "the keyring and try again, or choose another protection in the configuration file "
                "(secrets.protection).")
                 .arg(error.message)});
    VaultRecord record;
    record.id = vault.id();
    record.reason = error.message;
    record.check = vault.seal({}, CheckContext);
    m_file->lock(vault, record, m_attempt.get(), inThisAttempt([this, vault](const Result<VaultRecord> &locked) {
                     return locked ? keep(vault, *locked, {}) : fail(locked.error());
                 }));
}

void VaultOpener::settle(const KeyVault &vault, const VaultRecord &record)
{
    m_vault = vault;
    m_record = record;
    if (record.protection != KeyProtection::File)
        m_file->forget(record); // what a power cut may have left
    answer(vault);
    Q_EMIT changed();
}

/// A conflict is something else to whoever starts a server.
void VaultOpener::fail(const Error &error)
{
    m_passphrase->abandon();
    answer(Error {error.kind == Error::Kind::Conflict ? Error::Kind::Unavailable : error.kind, error.message});
}

void VaultOpener::answer(const Result<KeyVault> &result)
{
    if (m_attempt)
        m_attempt.release()->deleteLater();
    m_lock.reset();
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &each : waiting) {
        if (each.context)
            each.done(result);
    }
}

KeyGuard &VaultOpener::guardOf(KeyProtection protection)
{
    switch (protection) {
    case KeyProtection::SecretService:
        return *m_service;
    case KeyProtection::Passphrase:
        return *m_passphrase;
    case KeyProtection::File:
        break;
    }
    return *m_file;
}

QString VaultOpener::path(const char *name) const
{
    return m_folder + u'/' + QLatin1String(name);
}

} // namespace Gatehouse
