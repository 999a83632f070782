#pragma once

#include "models/result.h"

#include <QCoreApplication>
#include <QString>

namespace Gatehouse {

class KeyVault;
class SecretBytes;
class TlsIdentity;

/// A certificate authority for this machine's localhost and nothing else, so that HTTPS can be tried without buying or
/// borrowing anything. Its own key is thrown away once it has signed the server's certificate, and its certificate says
/// that it stands for localhost only (RFC 5280 section 4.2.1.10): whoever trusts it risks nothing if a file is stolen but
/// this server's own identity.
class LocalAuthority
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::LocalAuthority)

public:
    /// `folder` holds its files, and is made when there is none.
    explicit LocalAuthority(const QString &folder);

    /// The one of the person who runs the program.
    static LocalAuthority inStandardFolder();
    /// What browsers and other clients are to trust: authority.pem.
    QString certificateFile() const;

    /// The identity for localhost, 127.0.0.1 and ::1, its key sealed by `vault`. Makes all anew when there is none, or it
    /// ends within a week; not when the key cannot be opened.
    Result<TlsIdentity> identity(const KeyVault &vault) const;

private:
    QString path(const char *name) const;
    Result<TlsIdentity> stored(const SecretBytes &key) const;
    Result<SecretBytes> storedKey(const KeyVault &vault) const;
    Result<void> sealPlainKey(const KeyVault &vault) const;
    Result<void> make(const KeyVault &vault) const;

    QString m_folder;
};

} // namespace Gatehouse
