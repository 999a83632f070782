#include "server/endpoints/applications/authorizedapplicationendpoint.h"

#include "models/revocation/revocation.h"
#include "models/store/store.h"
#include "server/checks/owner.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/endpoints/representation.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

namespace {

constexpr char List[] = "/oauth/authorized_applications";

} // namespace

/// An application that has no access, or is not there, is as good as one whose access was taken back just now.
Response AuthorizedApplicationEndpoint::answer(Context &context, const Visitor &visitor)
{
    const Result<std::optional<User>> owner = ownerOf(context, visitor);
    if (!owner)
        return refuseFault(context, renderer(), storeFault(owner.error()));
    if (!context.check("signed in", "RFC 6749 1.1", owner->has_value()))
        return sendToLogin(context, List);
    const Id application = idInPath(context);
    const QString actor = QStringLiteral("user:") + (*owner)->email;
    const Result<qint64> ended
        = Revocation(context.store, actor, context.exchange.id).revokeAuthorization(application, (*owner)->id);
    if (!ended)
        return refuseFault(context, renderer(), storeFault(ended.error()));
    if (!wantsJson(context))
        return goOn(context, visitor, List, {Notices::Event::Revoked, application});
    Response response;
    response.status = 204;
    return response;
}

} // namespace Gatehouse
