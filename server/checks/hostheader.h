#pragma once

#include <QByteArray>

namespace Gatehouse {

struct Deployment;
struct Request;

/// Whether the Host header names this server, exactly, port included. Everything else is answered with 421: a foreign name
/// that resolves to this machine would otherwise make a foreign page same-origin (DNS rebinding; RFC 9110 7.4).
bool isServedHost(const Request &request, const Deployment &deployment);

/// "http://127.0.0.1:6749" as the browser sees this server: https when the request arrived over TLS or the issuer says so of
/// this host, else http. For requests whose host is served.
QByteArray ownOrigin(const Request &request, const Deployment &deployment);

/// Whether cookies may be limited to TLS.
bool isSecureOrigin(const Request &request, const Deployment &deployment);

} // namespace Gatehouse
