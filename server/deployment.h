#pragma once

#include "server/authserver.h"
#include "server/serversettings.h"

namespace Gatehouse {

/// The issuer of a server with these settings that listens on `port`, without a trailing slash. One that listens on all
/// addresses names the loopback one.
QString issuerOf(const ServerSettings &settings, quint16 port);

/// Where a server with these settings runs once it listens on `port`: its issuer, and each name it may be asked by.
Deployment deploymentOf(const ServerSettings &settings, quint16 port);

} // namespace Gatehouse
