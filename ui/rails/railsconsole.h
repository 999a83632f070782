#pragma once

#include "ui/console.h"

namespace Gatehouse {

class RailsDatabase;

/// What the window on a Rails application's database is given.
struct RailsConsole : WindowContext
{
    RailsDatabase &database; ///< its connection is the context's
};

} // namespace Gatehouse
