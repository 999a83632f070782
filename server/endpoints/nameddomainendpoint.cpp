#include "server/endpoints/nameddomainendpoint.h"

#include "server/checks/nameddomain.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

Response NamedDomainEndpoint::handle(Context &context)
{
    const Outcome<IdentityDomain> domain = findNamedDomain(context, namedDomain(context));
    if (!domain)
        return refusalResponse(context, domain.refusal());
    Context inner {context.request,  context.parameters, *domain,          context.deployment, context.store,
                   context.verified, context.throttle,   context.exchange, context.now,        context.recording};
    return m_inner.handle(inner);
}

} // namespace Gatehouse
