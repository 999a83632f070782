#pragma once

#include "models/secrets/keyguard.h"
#include "models/secrets/ownerfile.h"

#include <QCoreApplication>

#include <optional>

namespace Gatehouse {

/// The master key in a file that its owner alone may read (0600): no more than what guards the database, but it works
/// everywhere.
class FileGuard : public KeyGuard
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::FileGuard)

public:
    explicit FileGuard(const QString &path)
        : m_file(path)
    { }

    const QString &path() const { return m_file.path(); }
    /// The vault whose key lies there; empty: none does.
    std::optional<Result<KeyVault>> found() const;

    void unlock(const VaultRecord &record, QObject *context, Unlocked done) override;
    void lock(const KeyVault &vault, const VaultRecord &record, QObject *context, Locked done) override;
    void forget(const VaultRecord &record) override;

private:
    OwnerFile m_file;
};

} // namespace Gatehouse
