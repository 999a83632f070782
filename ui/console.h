#pragma once

#include "models/upkeep/contentrules.h"

#include <QString>

#include <functional>
#include <optional>

class QSettings;

namespace Gatehouse {

class Clock;
class Connection;
class ServerController;
class Store;
class Upkeep;

/// A confidential application whose secret may be shown: the one of `--demo`.
struct SampleClient
{
    QString clientId;
    QString secret;
};

/// What every window is given by the composition root. Everything outlives the window.
struct WindowContext
{
    Connection &reader; ///< read-only, opened in the application's thread
    const Clock &clock;
    QSettings &settings; ///< where the window keeps its geometry and choices
};

/// What the window on a database of our own is given beside that.
struct Console : WindowContext
{
    Store &store; ///< lives in the service thread; written through Store::run()
    ServerController &server;
    Upkeep &upkeep; ///< lives in the service thread
    std::optional<SampleClient> sample; ///< set in demo mode
    std::function<ContentRules()> rules; ///< asked when a backup is restored; may be empty
};

} // namespace Gatehouse
