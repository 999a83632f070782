#pragma once

#include "models/records/policy.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace Gatehouse {

struct Application;

/// The address that stands for "show the code to the person" (Doorkeeper's native_redirect_uri).
inline constexpr char OutOfBandUri[] = "urn:ietf:wg:oauth:2.0:oob";
bool isOutOfBand(const QString &uri);

/// Whether an answer may be sent to `requested` (RFC 6749 3.1.2.3, RFC 9700 2.1). Exact: byte for byte one of the registered
/// addresses, but for the port of a loopback address of a public client (RFC 8252 7.3). Doorkeeper: doorkeeper.md section 2.
/// Never with a fragment, and never to a scheme that runs a script.
bool isRegisteredRedirect(Policy::RedirectMatch match, const Application &application, const QString &requested);

/// The address with `parameters` added, form-encoded, to its query or as its fragment (RFC 6749 4.1.2, 4.2.2). Fit for a
/// Location header whatever was registered.
QByteArray withQuery(const QString &uri, const QList<QPair<QString, QString>> &parameters);
QByteArray withFragment(const QString &uri, const QList<QPair<QString, QString>> &parameters);

/// Scheme, host and port ("https://client.example.com"), or the scheme alone where there is no host ("myapp:").
/// Empty for the out-of-band address.
QString redirectOrigin(const QString &uri);

} // namespace Gatehouse
