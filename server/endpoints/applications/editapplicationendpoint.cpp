#include "server/endpoints/applications/editapplicationendpoint.h"

#include "server/endpoints/applications/applicationinpath.h"
#include "server/endpoints/representation.h"
#include "server/pages/applicationformpage.h"
#include "server/pages/errorpage.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

Response EditApplicationEndpoint::administer(Context &context, const Visitor &visitor)
{
    const Outcome<Application> application = applicationInPath(context);
    if (!application)
        return refuseMissing(context, renderer(), application.refusal().error);
    if (wantsJson(context))
        return refuseWith(context, renderer(), ErrorPage::notFound(), 406);
    return ApplicationFormPage {visitor.formToken(), *application, {}}.render(renderer(), context.language());
}

} // namespace Gatehouse
