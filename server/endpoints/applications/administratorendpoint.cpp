#include "server/endpoints/applications/administratorendpoint.h"

#include "server/checks/administrator.h"
#include "server/endpoints/representation.h"
#include "server/pages/errorpage.h"

namespace Gatehouse {

Response AdministratorEndpoint::answer(Context &context, const Visitor &visitor)
{
    switch (admission(context, visitor)) {
    case Admission::Granted:
        return administer(context, visitor);
    case Admission::SignInFirst:
        return sendToLogin(context, QByteArrayLiteral("/oauth/applications"));
    case Admission::Denied:
        break;
    }
    return refuseWith(context, renderer(), ErrorPage::administratorsOnly());
}

} // namespace Gatehouse
