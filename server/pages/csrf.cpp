#include "server/pages/csrf.h"

#include "server/checks/origin.h"
#include "server/endpoints/context.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

bool isOwnForm(Context &context, const Visitor &visitor)
{
    return isFromOwnPages(context)
        && (!context.policy().forgeryProtection
            || context.check("form token", "RFC 6749 10.12", visitor.sentFormToken(context)));
}

} // namespace Gatehouse
