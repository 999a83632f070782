#pragma once

#include "models/records/types.h"
#include "server/message/oautherror.h"
#include "server/message/response.h"

namespace Gatehouse {

class PageRenderer;
struct Context;
struct ErrorPage;
struct Policy;

/// Whether the caller is a program that wants JSON: the path ends in ".json" (where the policy forgives suffixes), or the
/// Accept header prefers it to a page. Browsers' headers, which end in "*/*", ask for a page, as Rails reads them.
bool wantsJson(const Context &context);

/// The number in "/oauth/applications/12", "/oauth/applications/12.json" and "/oauth/applications/12/edit"; 0: none.
Id idInPath(const Context &context);

/// Refuses with a bare HTTP status: `page` for people, JSON for programs. `status` 0: the page's.
Response refuseWith(Context &context, PageRenderer &renderer, ErrorPage page, int status = 0);
/// The JSON of such a refusal, in the policy's words.
Response statusJson(const Policy &policy, int status);
/// A request that changes something and is not from one of our forms: 403, or 422 as Rails has it.
Response refuseForeignForm(Context &context, PageRenderer &renderer);
/// A fault behind the scenes.
Response refuseFault(Context &context, PageRenderer &renderer, const OAuthError &fault);

} // namespace Gatehouse
