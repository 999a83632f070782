#include "server/endpoints/applications/newapplicationendpoint.h"

#include "server/endpoints/context.h"
#include "server/endpoints/representation.h"
#include "server/pages/applicationformpage.h"
#include "server/pages/errorpage.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

Response NewApplicationEndpoint::administer(Context &context, const Visitor &visitor)
{
    if (wantsJson(context))
        return refuseWith(context, renderer(), ErrorPage::notFound(), 406);
    return ApplicationFormPage {visitor.formToken(), {}, {}}.render(renderer(), context.language());
}

} // namespace Gatehouse
