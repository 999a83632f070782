#pragma once

#include "models/secrets/vaultopener.h"
#include "tests/support/memorysecretstore.h"

#include <QTemporaryDir>

#include <memory>

namespace Gatehouse {

/// A vault for one test, in a folder that goes with it, with a secret service of its own.
class TestVault
{
public:
    explicit TestVault(const VaultOpener::Choice &choice = {})
        : m_opener(m_home.path(), choice, std::make_unique<MemorySecretStore>(m_service))
    { }

    VaultOpener &opener() { return m_opener; }
    MemorySecretStore::State &service() { return *m_service; }
    QString file(const QString &name) const { return m_home.filePath(name); }

private:
    QTemporaryDir m_home;
    std::shared_ptr<MemorySecretStore::State> m_service = std::make_shared<MemorySecretStore::State>();
    VaultOpener m_opener;
};

} // namespace Gatehouse
