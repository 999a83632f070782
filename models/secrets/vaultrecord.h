#pragma once

#include "models/result.h"
#include "models/secrets/keyprotection.h"
#include "models/secrets/passphrasekey.h"

#include <QCoreApplication>

namespace Gatehouse {

/// What vault.json remembers of a vault: nothing secret, but without it nothing opens.
struct VaultRecord
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::VaultRecord)

public:
    QByteArray id;
    KeyProtection protection = KeyProtection::File;
    QString reason; ///< File: why there was no secret service
    PassphraseKey passphrase; ///< Passphrase: how it becomes a key
    QByteArray wrappedKey; ///< Passphrase: the master key, sealed with that key
    QByteArray check; ///< sealed with the master key: tells the right one

    QByteArray toJson() const;
    /// Error::Invalid: damaged; Error::TooNew. `name` is what the sentences call the file.
    static Result<VaultRecord> parse(const QByteArray &text, const QString &name);
};

} // namespace Gatehouse
