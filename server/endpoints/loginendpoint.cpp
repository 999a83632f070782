#include "server/endpoints/loginendpoint.h"

#include "models/store/applicationstore.h"
#include "models/store/store.h"
#include "server/checks/credentials.h"
#include "server/checks/redirecturi.h"
#include "server/checks/requestshape.h"
#include "server/endpoints/authorizationanswer.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/pages/csrf.h"
#include "server/pages/errorpage.h"
#include "server/pages/loginpage.h"
#include "server/pages/pagerenderer.h"
#include "server/pages/returnpath.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

namespace {

/// Tells whom the sign-in is for and where it may lead in the end, when it leads back to an authorization request.
void describeTarget(Context &context, const QByteArray &path, LoginPage &page)
{
    const qsizetype question = path.indexOf('?');
    if (!path.startsWith("/oauth/authorize") || question < 0)
        return;
    Parameters asked;
    parseForm(path.mid(question + 1), asked);
    const auto found = context.store.applications().findByUid(context.domain.id, asked.value(u"client_id"));
    if (!found || !*found)
        return;
    page.applicationName = (*found)->name;
    const QString redirectUri = asked.value(u"redirect_uri");
    if (isRegisteredRedirect(context.policy().redirectMatch, **found, redirectUri) && !isOutOfBand(redirectUri))
        page.formTarget = redirectUri;
}

} // namespace

Response LoginEndpoint::handle(Context &context)
{
    Result<Visitor> visitor = Visitor::of(context);
    if (!visitor)
        return refuse(context, m_renderer, storeFault(visitor.error()));
    Response response = handleFor(context, *visitor);
    if (!response.slowCheck)
        visitor->remember(context, response);
    return response;
}

Response LoginEndpoint::handleFor(Context &context, Visitor &visitor)
{
    if (const std::optional<OAuthError> fault = parameterFault(context))
        return refuse(context, m_renderer, *fault);
    if (context.request.method != Method::Post)
        return again(context, visitor, {});
    if (!isOwnForm(context, visitor))
        return ErrorPage::foreignForm().render(m_renderer, context.language());
    return checkPassword(context, visitor);
}

Response LoginEndpoint::checkPassword(Context &context, Visitor &visitor)
{
    LoginPage page;
    page.login = context.parameters.value(u"username");
    const Outcome<std::optional<User>> user
        = userWithPassword(context, page.login, context.parameters.value(u"password"));
    if (user && *user)
        return begin(context, visitor, **user);
    if (!user && user.refusal().slowCheck)
        return Response::waitingFor(*user.refusal().slowCheck);
    if (!user && user.refusal().error.status != 429)
        return refuse(context, m_renderer, user.refusal().error);
    page.notice = user ? LoginPage::Notice::WrongPassword : LoginPage::Notice::TooManyAttempts;
    page.wait = user ? 0 : user.refusal().error.retryAfter;
    return again(context, visitor, page);
}

Response LoginEndpoint::begin(Context &context, Visitor &visitor, const User &user)
{
    const Result<void> signedIn = visitor.signIn(context, user);
    if (!signedIn)
        return refuse(context, m_renderer, storeFault(signedIn.error()));
    return redirectToPath(context, m_renderer, returnPathOf(context));
}

Response LoginEndpoint::again(Context &context, const Visitor &visitor, LoginPage page)
{
    const QByteArray path = returnPathOf(context);
    page.formToken = visitor.formToken();
    page.returnTo = path == "/" ? QString() : QString::fromLatin1(path);
    page.signedIn = visitor.user() ? visitor.user()->email : QString();
    describeTarget(context, path, page);
    return page.render(m_renderer, context.language());
}

} // namespace Gatehouse
