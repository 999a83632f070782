#pragma once

#include "server/message/oautherror.h"
#include "server/message/response.h"

namespace Gatehouse {

struct Context;
struct Policy;

/// The error as the token, introspection, revocation and token info endpoints answer it (RFC 6749 section 5.2,
/// RFC 6750 section 3), in the words and with the status and headers that the policy wants. Notes it in the exchange record.
Response errorResponse(Context &context, const OAuthError &error);
/// The same for a refusal, which may be a slow check.
Response refusalResponse(Context &context, const Refusal &refusal);
/// The wire's text for an error: its own description, or the policy's standard one for the code.
QString errorDescription(const Policy &policy, const OAuthError &error);

} // namespace Gatehouse
