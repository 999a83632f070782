#pragma once

#include "models/records/application.h"
#include "models/records/user.h"
#include "server/message/oautherror.h"

#include <optional>

namespace Gatehouse {

struct Context;

/// The one gate that every password passes, from the login page and from the password grant alike: the account with this
/// name and password, or nothing. Unknown, disabled and passwordless accounts cost the same time as a wrong password.
/// Refusals: a slow check, or status 429 after too many wrong passwords for the account or from the address.
Outcome<std::optional<User>> userWithPassword(Context &context, const QString &login, const QString &password);

/// The one gate that every client secret passes. Refusals: a slow check, or status 429 after too many wrong secrets for
/// this client from this address.
Outcome<bool> clientSecretMatches(Context &context, const Application &application, const QString &secret);

} // namespace Gatehouse
