#include "server/endpoints/applications/authorizedapplicationendpoint.h"

#include "models/revocation/revocationservice.h"
#include "models/store/store.h"
#include "server/checks/owner.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/endpoints/representation.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

namespace {

constexpr Id Nobody = -1; ///< no row has it; 0 would be any application
constexpr char List[] = "/oauth/authorized_applications";

/// All that the user gave the application, the consents too.
RevocationTarget giftTo(Id application, const User &owner)
{
    RevocationTarget target;
    target.domain = owner.domainId;
    target.user = owner.id;
    target.application = application;
    target.withConsents = true;
    return target;
}

RevocationAudit recordOf(const Context &context, const User &owner)
{
    RevocationAudit audit;
    audit.domainId = owner.domainId;
    audit.domain = context.domain.name;
    audit.dialect = QStringLiteral("doorkeeper");
    audit.route = context.exchange.path;
    audit.actorKind = QStringLiteral("user");
    audit.user = owner.email;
    audit.authMethod = QStringLiteral("session");
    audit.sourceIp = context.request.peer.toString();
    audit.level = QStringLiteral("SELECTOR");
    audit.exchangeId = context.exchange.id;
    return audit;
}

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
    RevocationAudit audit = recordOf(context, **owner);
    if (application > 0)
        audit.tokenRef = u"application:" % QString::number(application);
    const auto ended
        = RevocationService(context.store).revoke({giftTo(application > 0 ? application : Nobody, **owner)}, audit);
    if (!ended)
        return refuseFault(context, renderer(), storeFault(ended.error()));
    if (!wantsJson(context))
        return goOn(context, visitor, List, {Notices::Event::Revoked, application});
    Response response;
    response.status = 204;
    return response;
}

} // namespace Gatehouse
