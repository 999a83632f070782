#include "server/endpoints/applications/authorizedapplicationsendpoint.h"

#include "models/store/applicationstore.h"
#include "models/store/store.h"
#include "server/checks/owner.h"
#include "server/endpoints/applications/applicationjson.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/endpoints/representation.h"
#include "server/pages/authorizationlistpage.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

Response AuthorizedApplicationsEndpoint::answer(Context &context, const Visitor &visitor)
{
    const Result<std::optional<User>> owner = ownerOf(context, visitor);
    if (!owner)
        return refuseFault(context, renderer(), storeFault(owner.error()));
    if (!context.check("signed in", "RFC 6749 1.1", owner->has_value()))
        return sendToLogin(context, context.request.path);
    const auto authorizations = context.store.applications().authorizedBy(context.domain.id, (*owner)->id);
    if (!authorizations)
        return refuseFault(context, renderer(), storeFault(authorizations.error()));
    if (wantsJson(context))
        return authorizationsJson(*authorizations);
    AuthorizationListPage page;
    page.formToken = visitor.formToken();
    page.notice = Notices::text(takeNotice(context, visitor), context.language());
    page.signedIn = (*owner)->email;
    page.authorizations = *authorizations;
    page.datesOfApplications = speaksDoorkeeper(context);
    return page.render(renderer(), context.language());
}

} // namespace Gatehouse
