#include "server/revocation/superrevokeallendpoint.h"

#include "models/store/applicationstore.h"
#include "models/store/store.h"
#include "server/endpoints/errorresponse.h"
#include "server/revocation/revocationrun.h"

namespace Gatehouse {

Response SuperRevokeAllEndpoint::answer(RevocationRun &run, const Application &, const User &user)
{
    Context &context = run.context();
    const QString uid = context.parameters.value(u"client_id");
    if (!context.check("client_id sent", "Kustvakt revoke/super/all", !uid.isEmpty()))
        return run.refuse(missingParameter(context.policy(), "client_id"), "invalid_request");
    const auto application = context.store.applications().findByUid(context.domain.id, uid);
    if (!application)
        return run.failed(application.error());
    if (!context.check("client known", "Kustvakt revoke/super/all", application->has_value()))
        return run.accept("already_inactive");
    RevocationTarget target;
    target.domain = context.domain.id;
    target.user = user.id;
    target.application = (*application)->id;
    return run.end({target}, QStringLiteral("SELECTOR"));
}

} // namespace Gatehouse
