#include "server/endpoints/logoutendpoint.h"

#include "server/checks/requestshape.h"
#include "server/endpoints/authorizationanswer.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/pages/csrf.h"
#include "server/pages/errorpage.h"
#include "server/pages/homepage.h"
#include "server/pages/pagerenderer.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

Response LogoutEndpoint::handle(Context &context)
{
    Result<Visitor> visitor = Visitor::of(context);
    if (!visitor)
        return refuse(context, m_renderer, storeFault(visitor.error()));
    if (const std::optional<OAuthError> fault = parameterFault(context))
        return refuse(context, m_renderer, *fault);
    if (!isOwnForm(context, *visitor))
        return ErrorPage::foreignForm().render(m_renderer, context.language());
    const Result<void> signedOut = visitor->signOut(context);
    if (!signedOut)
        return refuse(context, m_renderer, storeFault(signedOut.error()));
    Response response = SignedOutPage().render(m_renderer, context.language());
    visitor->remember(context, response);
    return response;
}

} // namespace Gatehouse
