#pragma once

#include "server/message/oautherror.h"

#include <QString>

namespace Gatehouse {

struct Application;
struct Context;

/// What an authorization request binds its code to (RFC 7636 section 4.3).
struct CodeChallenge
{
    QString challenge; ///< empty: none
    QString method; ///< "S256" or "plain"; empty: none
};

/// The code_challenge of the request, when it is there where it has to be, well formed, and of a method that is on.
Outcome<CodeChallenge> codeChallengeOf(Context &context, const Application &application);

} // namespace Gatehouse
