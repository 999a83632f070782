#pragma once

#include <QString>

#include <optional>

class QSettings;

namespace Gatehouse {

class Clock;
class Connection;
class ServerController;
class Store;

/// A confidential application whose secret may be shown: the one of `--demo`.
struct SampleClient
{
    QString clientId;
    QString secret;
};

/// What the window is given by the composition root. Everything outlives the window.
struct Console
{
    Store &store; ///< lives in the service thread; written through Store::run()
    ServerController &server;
    Connection &reader; ///< read-only, opened in the application's thread
    const Clock &clock;
    QSettings &settings; ///< where the window keeps its geometry and choices
    std::optional<SampleClient> sample; ///< set in demo mode
};

} // namespace Gatehouse
