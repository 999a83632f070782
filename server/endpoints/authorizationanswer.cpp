#include "server/endpoints/authorizationanswer.h"

#include "server/checks/redirecturi.h"
#include "server/endpoints/authorizationrequest.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/pages/errorpage.h"
#include "server/pages/pagerenderer.h"
#include "server/pages/returnpath.h"

#include <QJsonObject>

namespace Gatehouse {

namespace {

bool isUnauthorized(const OAuthError &error)
{
    return error.code == "invalid_client" || error.code == "unauthorized_client";
}

/// Of a refusal in JSON.
int statusOfRefusal(const Context &context, const OAuthError &error)
{
    if (error.status != 0)
        return error.status;
    return isDecision(context) && isUnauthorized(error) ? 401
        : isDecision(context)                           ? context.policy().failedGrantStatus
                                                        : 400;
}

Response refuseAsJson(Context &context, const OAuthError &error)
{
    QJsonObject body {{QStringLiteral("error"), QString::fromLatin1(error.code)},
                      {QStringLiteral("error_description"), errorDescription(context.policy(), error)}};
    if (const QString state = context.parameters.value(u"state"); !state.isEmpty())
        body.insert(QStringLiteral("state"), state);
    return Response::json(statusOfRefusal(context, error), body);
}

Response refuseAsPage(Context &context, PageRenderer &renderer, const OAuthError &error)
{
    const int shown = context.policy().authorizeErrorsShown ? 200 : 400;
    ErrorPage page = ErrorPage::authorization(error.status == 0 ? shown : error.status, QString::fromLatin1(error.code),
                                              errorText(context.policy(), error));
    page.argument = error.argument;
    return page.render(renderer, context.language());
}

/// doorkeeper.md section 2: errors of a request are shown, those of a decision are JSON.
bool wantsJson(const Context &context, const OAuthError &error)
{
    const Policy &policy = context.policy();
    return policy.apiOnly || (policy.authorizeErrorsShown && isDecision(context) && error.status == 0);
}

/// What the target cannot or must not be told.
bool staysHere(const Context &context, const AuthorizationTarget &target, const OAuthError &error)
{
    if (error.status >= 500)
        return true;
    if (isOutOfBand(target.redirectUri))
        return !(context.policy().denialsGoOutOfBand && error.code == "access_denied");
    return context.policy().authorizeErrorsShown && (!isDecision(context) || error.code == "unauthorized_client");
}

/// Sends the browser there, or tells the front end to.
Response goTo(const Context &context, PageRenderer &renderer, const QByteArray &location, int status)
{
    if (!context.policy().apiOnly)
        return renderer.redirect(location);
    return Response::json(status,
                          QJsonObject {{QStringLiteral("status"), QStringLiteral("redirect")},
                                       {QStringLiteral("redirect_uri"), QString::fromLatin1(location)}});
}

QByteArray locationOf(const Context &context, const AuthorizationTarget &target, ResponseMode mode, AnswerFields fields)
{
    if (const QString state = context.parameters.value(u"state"); !state.isEmpty())
        fields.append({QStringLiteral("state"), state});
    if (context.policy().issInResponses)
        fields.append({QStringLiteral("iss"), context.issuer()});
    return mode == ResponseMode::Fragment ? withFragment(target.redirectUri, fields)
                                          : withQuery(target.redirectUri, fields);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

bool isDecision(const Context &context)
{
    return context.request.method == Method::Post || context.request.method == Method::Delete;
}

Response answerTo(Context &context, PageRenderer &renderer, const AuthorizationTarget &target, ResponseMode mode,
                  AnswerFields fields)
{
    return goTo(context, renderer, locationOf(context, target, mode, std::move(fields)), 200);
}

Response consentAsJson(Context &context, const AuthorizationRequest &request)
{
    const QJsonObject asked {
        {QStringLiteral("client_id"), request.target.application.uid},
        {QStringLiteral("redirect_uri"), request.target.redirectUri},
        {QStringLiteral("state"), textOrNull(context.parameters.value(u"state"))},
        {QStringLiteral("response_type"), context.parameters.value(u"response_type")},
        {QStringLiteral("scope"), request.scopes},
        {QStringLiteral("client_name"), request.target.application.name},
        {QStringLiteral("status"), QStringLiteral("Pre-authorization")},
    };
    return Response::json(200, asked);
}

Response showOutOfBand(Context &context, PageRenderer &renderer, const QByteArray &path, const AnswerFields &fields)
{
    if (!context.policy().apiOnly)
        return redirectToPath(context, renderer, path);
    QJsonObject shown {{QStringLiteral("action"), QStringLiteral("show")}};
    for (const auto &[name, value] : fields)
        shown.insert(name, value);
    return Response::json(
        200,
        QJsonObject {{QStringLiteral("status"), QStringLiteral("redirect")}, {QStringLiteral("redirect_uri"), shown}});
}

Response refuse(Context &context, PageRenderer &renderer, const OAuthError &error)
{
    context.noteError(error);
    Response response
        = wantsJson(context, error) ? refuseAsJson(context, error) : refuseAsPage(context, renderer, error);
    if (error.retryAfter > 0)
        response.setHeader("Retry-After", QByteArray::number(error.retryAfter));
    return response;
}

Response refuseTo(Context &context, PageRenderer &renderer, const AuthorizationTarget &target, const OAuthError &error)
{
    if (staysHere(context, target, error))
        return refuse(context, renderer, error);
    context.noteError(error);
    const AnswerFields fields {
        {QStringLiteral("error"), QString::fromLatin1(error.code)},
        {QStringLiteral("error_description"), errorDescription(context.policy(), error)},
    };
    return goTo(context, renderer, locationOf(context, target, errorModeOf(context), fields),
                statusOfRefusal(context, error));
}

} // namespace Gatehouse
