#pragma once

#include "models/result.h"
#include "server/tls/tlssettings.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace Gatehouse {

/// The certificate and the key that the server proves itself with (RFC 8446 section 4.4.2).
class TlsIdentity
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::TlsIdentity)

public:
    /// Reads what the settings name, or has the local authority make it. Errors are one sentence for the person who runs
    /// the server. Reads and writes files; any thread.
    static Result<TlsIdentity> of(const TlsSettings &settings);
    /// Reads both files and checks that they belong together and are valid now.
    static Result<TlsIdentity> read(const QString &certificateFile, const QString &keyFile);

    /// For sockets that serve: TLS 1.2 and above, HTTP/1.1.
    QSslConfiguration configuration() const;
    const QList<QSslCertificate> &chain() const { return m_chain; }

private:
    QList<QSslCertificate> m_chain; ///< the server's own first
    QSslKey m_key;
};

} // namespace Gatehouse
