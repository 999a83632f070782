#pragma once

#include "models/records/application.h"

namespace Gatehouse {

/// An application that a user gave access to.
struct AuthorizedApplication
{
    Application application;
    QString scopes; ///< all that its tokens may do, each once
    Timestamp since = 0; ///< when the first of these tokens was issued
};

} // namespace Gatehouse
