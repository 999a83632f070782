#pragma once

#include "models/secrets/keyguard.h"
#include "models/secrets/secretstore.h"

#include <QCoreApplication>

#include <memory>

namespace Gatehouse {

/// The master key in the desktop's secret service, which opens with the person's session. An entry per vault: none is ever
/// written over.
class SecretServiceGuard : public KeyGuard
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::SecretServiceGuard)

public:
    explicit SecretServiceGuard(std::unique_ptr<SecretStore> store)
        : m_store(std::move(store))
    { }

    void unlock(const VaultRecord &record, QObject *context, Unlocked done) override;
    /// Errors say what the service said, not yet as a sentence.
    void lock(const KeyVault &vault, const VaultRecord &record, QObject *context, Locked done) override;
    void forget(const VaultRecord &record) override;

private:
    static QString entryOf(const VaultRecord &record);
    static Error refusalOf(const Error &error);

    std::unique_ptr<SecretStore> m_store;
};

} // namespace Gatehouse
