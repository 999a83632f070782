#include "server/checks/granttype.h"

#include "models/records/application.h"
#include "models/records/policy.h"

namespace Gatehouse {

bool isGrantTypeOffered(const Policy &policy, const QString &type)
{
    return policy.clientGrantTypesExtend || policy.grantTypes.contains(type);
}

bool isGrantTypeAllowed(const Policy &policy, const Application *application, const QString &type)
{
    if (!application || application->grantTypes.isEmpty())
        return policy.grantTypes.contains(type);
    const bool listed = application->grantTypes.split(u' ', Qt::SkipEmptyParts).contains(type);
    return listed && isGrantTypeOffered(policy, type);
}

} // namespace Gatehouse
