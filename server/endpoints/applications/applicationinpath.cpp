#include "server/endpoints/applications/applicationinpath.h"

#include "models/store/applicationstore.h"
#include "models/store/store.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/endpoints/representation.h"
#include "server/pages/errorpage.h"

namespace Gatehouse {

Outcome<Application> applicationInPath(Context &context)
{
    const Result<std::optional<Application>> found = context.store.applications().find(idInPath(context));
    if (!found)
        return storeFault(found.error());
    const bool isKnown = *found && (*found)->domainId == context.domain.id;
    if (!context.check("application known", "Doorkeeper", isKnown))
        return OAuthError {"not_found", {}, {}, 404};
    return **found;
}

Response refuseMissing(Context &context, PageRenderer &renderer, const OAuthError &error)
{
    return error.status == 404 ? refuseWith(context, renderer, ErrorPage::notFound())
                               : refuseFault(context, renderer, error);
}

} // namespace Gatehouse
