#include "server/checks/owner.h"

#include "models/store/store.h"
#include "models/store/userstore.h"
#include "server/endpoints/context.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

namespace {

bool mayBeNamed(const Context &context)
{
    return context.policy().usernameNamesOwner && context.request.peer.isLoopback();
}

} // namespace

Result<std::optional<User>> ownerOf(Context &context, const Visitor &visitor)
{
    const QString name = context.parameters.value(u"username");
    if (!mayBeNamed(context) || name.isEmpty())
        return visitor.user();
    Result<std::optional<User>> named = context.store.users().findByEmail(context.domain.id, name);
    if (named && *named && !(*named)->enabled)
        return std::optional<User>();
    return named;
}

} // namespace Gatehouse
