#pragma once

#include "models/store/tokenstore.h"
#include "server/message/oautherror.h"

#include <QString>

#include <optional>

namespace Gatehouse {

struct Context;

/// The access token a request carries (RFC 6750 section 2), empty when it carries none: in the Authorization header; where
/// the policy takes it (RFC 6750 sections 2.2, 2.3) also as access_token or bearer_token, after the header.
QString bearerTokenOf(const Context &context);

/// The row of an access token that is alive, or nothing. Using it ends the pair it was refreshed from, where the policy
/// let that one live until now (RefreshRotation::UntilUsed).
Outcome<std::optional<TokenLookup>> usableToken(Context &context, const QString &accessToken);

/// Ends the pair that `token` was refreshed from, if that still lives.
Result<void> retirePredecessor(Context &context, const AccessToken &token);

} // namespace Gatehouse
