#pragma once

#include "models/result.h"
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
/// The same with %1 where its argument comes, as the catalogues of the pages have it.
QString errorText(const Policy &policy, const OAuthError &error);

/// A required parameter was not sent; the policy says whether it is named.
OAuthError missingParameter(const Policy &policy, const char *name);
/// What a client hears of a fault behind the scenes: 503 when trying again may help, else 500. The reason stays here.
OAuthError storeFault(const Error &error);

} // namespace Gatehouse
