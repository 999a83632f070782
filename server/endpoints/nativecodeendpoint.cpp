#include "server/endpoints/nativecodeendpoint.h"

#include "server/checks/owner.h"
#include "server/endpoints/authorizationanswer.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/pages/codepage.h"
#include "server/pages/errorpage.h"
#include "server/pages/pagerenderer.h"
#include "server/pages/returnpath.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

namespace {

constexpr char Prefix[] = "/oauth/authorize/";

/// The last part of the path, decoded; "native" means that the code stands in the query.
QString nameInPath(const Context &context)
{
    QByteArray name = context.request.path.mid(qstrlen(Prefix));
    if (name.endsWith('/'))
        name.chop(1);
    return QString::fromUtf8(QByteArray::fromPercentEncoding(name));
}

} // namespace

Response NativeCodeEndpoint::handle(Context &context)
{
    const Result<Visitor> visitor = Visitor::of(context);
    if (!visitor)
        return refuse(context, m_renderer, storeFault(visitor.error()));
    return handleFor(context, *visitor);
}

Response NativeCodeEndpoint::handleFor(Context &context, const Visitor &visitor)
{
    const bool codeInPath = context.policy().codeInPath;
    const QString name = nameInPath(context);
    const bool inQuery = name == u"native";
    if (!inQuery && !codeInPath)
        return ErrorPage::notFound().render(m_renderer, context.language());
    const Result<std::optional<User>> owner = ownerOf(context, visitor);
    if (!owner)
        return refuse(context, m_renderer, storeFault(owner.error()));
    if (!context.policy().codePageForAnybody && !*owner) {
        const QByteArray query = context.request.query;
        return redirectToLogin(context, m_renderer, context.request.path + (query.isEmpty() ? "" : "?") + query);
    }
    return CodePage {inQuery ? context.parameters.value(u"code") : name}.render(m_renderer, context.language());
}

} // namespace Gatehouse
