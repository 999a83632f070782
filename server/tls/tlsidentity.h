#pragma once

#include "models/result.h"
#include "models/secrets/keyvault.h"
#include "server/tls/tlssettings.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <optional>

namespace Gatehouse {

/// The certificate and the key that the server proves itself with (RFC 8446 section 4.4.2).
class TlsIdentity
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::TlsIdentity)

public:
    /// Reads what the settings name, or has the local authority make it, whose key `vault` seals. Errors are one sentence
    /// for the person who runs the server. Reads and writes files; any thread.
    static Result<TlsIdentity> of(const TlsSettings &settings, const std::optional<KeyVault> &vault);
    /// Reads both files and checks that they belong together and are valid now.
    static Result<TlsIdentity> read(const QString &certificateFile, const QString &keyFile);
    /// The same with a key that was read already; `keyFile` is what sentences call it.
    static Result<TlsIdentity> withKey(const QString &certificateFile, const QByteArray &key, const QString &keyFile);

    /// For sockets that serve: TLS 1.2 and above, HTTP/1.1.
    QSslConfiguration configuration() const;
    const QList<QSslCertificate> &chain() const { return m_chain; }

private:
    QList<QSslCertificate> m_chain; ///< the server's own first
    QSslKey m_key;
};

} // namespace Gatehouse
