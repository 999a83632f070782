#include "server/endpoints/homeendpoint.h"

#include "server/endpoints/authorizationanswer.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/pages/homepage.h"
#include "server/pages/pagerenderer.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

Response HomeEndpoint::handle(Context &context)
{
    const Result<Visitor> visitor = Visitor::of(context);
    if (!visitor)
        return refuse(context, m_renderer, storeFault(visitor.error()));
    HomePage page;
    page.formToken = visitor->formToken();
    page.issuer = context.issuer();
    page.signedIn = visitor->user() ? visitor->user()->email : QString();
    page.isAdministrator = visitor->user() && visitor->user()->admin;
    Response response = page.render(m_renderer, context.language());
    visitor->remember(context, response);
    return response;
}

} // namespace Gatehouse
