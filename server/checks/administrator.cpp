#include "server/checks/administrator.h"

#include "server/endpoints/context.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

namespace {

/// The Host header without the port.
bool isLoopbackName(QByteArray host)
{
    const qsizetype colon = host.lastIndexOf(':');
    if (colon > host.lastIndexOf(']'))
        host.truncate(colon);
    host = host.toLower();
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

} // namespace

bool isLocalRequest(const Request &request)
{
    return request.peer.isLoopback() && isLoopbackName(request.header("Host"));
}

Admission admission(Context &context, const Visitor &visitor)
{
    const std::optional<User> &user = visitor.user();
    context.actor = user ? QStringLiteral("user:") + user->email : QStringLiteral("anybody");
    const bool isOpen = context.policy().adminPagesOpen && isLocalRequest(context.request);
    const bool isAdministrator = user && user->admin;
    if (context.check("administrator", "admin_pages_open", isOpen || isAdministrator,
                      QStringLiteral("an administrator is signed in"), context.actor))
        return Admission::Granted;
    return user ? Admission::Denied : Admission::SignInFirst;
}

} // namespace Gatehouse
