#pragma once

#include "models/result.h"
#include "models/secrets/secretbytes.h"

#include <functional>

class QObject;

namespace Gatehouse {

class KeyVault;
struct VaultRecord;

/// One way to guard a vault's master key. Nothing waits: answers come later or at once, in the thread of `context`, and
/// never when that is gone.
class KeyGuard
{
public:
    using Unlocked = std::function<void(Result<SecretBytes>)>;
    using Locked = std::function<void(const Result<VaultRecord> &)>;

    virtual ~KeyGuard() = default;

    /// The master key of this vault.
    virtual void unlock(const VaultRecord &record, QObject *context, Unlocked done) = 0;
    /// Keeps the vault's key. Answers the record with what unlock() will need. Error::Unavailable: there is no such guard.
    virtual void lock(const KeyVault &vault, const VaultRecord &record, QObject *context, Locked done) = 0;
    /// The key is guarded otherwise now.
    virtual void forget(const VaultRecord &record) = 0;
};

} // namespace Gatehouse
