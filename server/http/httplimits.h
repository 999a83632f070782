#pragma once

#include <QtGlobal>

namespace Gatehouse {

/// What the connection guard holds every client to. Bytes and milliseconds.
struct HttpLimits
{
    qsizetype head = 16 * 1024;
    qsizetype target = 8 * 1024;
    qsizetype headers = 100; ///< lines
    qint64 body = 64 * 1024;
    int headTime = 5000;
    int bodyTime = 10000;
    int idleTime = 15000;
    int handshakeTime = 5000; ///< of TLS
    int connections = 1000; ///< fewer when the process may not open as many files
    int connectionsPerAddress = 500; ///< what is left is for others; half of all when they are fewer
};

} // namespace Gatehouse
