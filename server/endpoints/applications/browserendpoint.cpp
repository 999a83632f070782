#include "server/endpoints/applications/browserendpoint.h"

#include "server/endpoints/applications/applicationform.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/endpoints/representation.h"
#include "server/pages/csrf.h"
#include "server/pages/errorpage.h"
#include "server/pages/returnpath.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

namespace {

/// Nothing comes twice but a check box, which has a hidden field of its name in front, and lists.
bool isReadable(Context &context)
{
    QStringList repeated = context.parameters.repeated();
    repeated.removeIf(
        [](const QString &name) { return name == ConfidentialField || name.endsWith(QLatin1String("[]")); });
    const bool isWellFormed = !context.parameters.isMalformed();
    return context.check("well-formed", "RFC 6749 3.2", isWellFormed, {}, context.parameters.malformed())
        && context.check("no repeated parameters", "RFC 6749 3.2", repeated.isEmpty(), {}, repeated.join(u' '));
}

} // namespace

Response BrowserEndpoint::handle(Context &context)
{
    const Result<Visitor> visitor = Visitor::of(context);
    if (!visitor)
        return refuseFault(context, m_renderer, storeFault(visitor.error()));
    Response response = handleFor(context, *visitor);
    visitor->remember(context, response);
    return response;
}

Response BrowserEndpoint::handleFor(Context &context, const Visitor &visitor)
{
    if (!isReadable(context))
        return refuseWith(context, m_renderer, ErrorPage::badRequest());
    if (context.request.method != Method::Get && !isOwnForm(context, visitor))
        return refuseForeignForm(context, m_renderer);
    return answer(context, visitor);
}

Response BrowserEndpoint::goOn(Context &context, const Visitor &visitor, const QByteArray &path, Notices::Notice notice)
{
    notice.at = context.now;
    m_notices.leave(visitor, notice);
    return redirectToPath(context, m_renderer, path);
}

std::optional<Notices::Notice> BrowserEndpoint::takeNotice(Context &context, const Visitor &visitor)
{
    return m_notices.take(visitor, context.now);
}

Response BrowserEndpoint::sendToLogin(Context &context, const QByteArray &list)
{
    if (context.request.method != Method::Get)
        return redirectToLogin(context, m_renderer, list);
    const QByteArray &query = context.request.query;
    return redirectToLogin(context, m_renderer, context.request.path + (query.isEmpty() ? "" : "?") + query);
}

} // namespace Gatehouse
