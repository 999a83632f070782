#pragma once

#include "models/records/application.h"
#include "server/message/oautherror.h"
#include "server/message/response.h"

namespace Gatehouse {

class PageRenderer;
struct Context;

/// The application that the path names. Refuses with 404 when the domain has none of that number.
Outcome<Application> applicationInPath(Context &context);

/// Answers what applicationInPath() refuses with.
Response refuseMissing(Context &context, PageRenderer &renderer, const OAuthError &error);

} // namespace Gatehouse
