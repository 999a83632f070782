#include "server/endpoints/authorizationanswer.h"

#include "server/checks/redirecturi.h"
#include "server/endpoints/authorizationrequest.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/pages/errorpage.h"
#include "server/pages/pagerenderer.h"

#include <QJsonObject>

namespace Gatehouse {

namespace {

/// doorkeeper.md section 2: GET errors are pages with 200, all others JSON.
Response refuseLikeDoorkeeper(Context &context, PageRenderer &renderer, const OAuthError &error)
{
    const QString code = QString::fromLatin1(error.code);
    const QString description = errorDescription(context.policy(), error);
    if (!isDecision(context))
        return ErrorPage::authorization(200, code, description).render(renderer);
    QJsonObject body {{QStringLiteral("error"), code}, {QStringLiteral("error_description"), description}};
    if (const QString state = context.parameters.value(u"state"); !state.isEmpty())
        body.insert(QStringLiteral("state"), state);
    const bool unauthorized = error.code == "invalid_client" || error.code == "unauthorized_client";
    return Response::json(unauthorized ? 401 : context.policy().failedGrantStatus, body);
}

/// What the target cannot or must not be told.
bool staysHere(const Context &context, const AuthorizationTarget &target, const OAuthError &error)
{
    if (isOutOfBand(target.redirectUri) || error.status >= 500)
        return true;
    return speaksDoorkeeper(context) && (!isDecision(context) || error.code == "unauthorized_client");
}

} // namespace

bool isDecision(const Context &context)
{
    return context.request.method == Method::Post || context.request.method == Method::Delete;
}

Response answerTo(Context &context, PageRenderer &renderer, const AuthorizationTarget &target, ResponseMode mode,
                  AnswerFields fields)
{
    if (const QString state = context.parameters.value(u"state"); !state.isEmpty())
        fields.append({QStringLiteral("state"), state});
    if (context.policy().issInResponses)
        fields.append({QStringLiteral("iss"), context.issuer()});
    const bool inFragment = mode == ResponseMode::Fragment;
    return renderer.redirect(inFragment ? withFragment(target.redirectUri, fields)
                                        : withQuery(target.redirectUri, fields));
}

Response refuse(Context &context, PageRenderer &renderer, const OAuthError &error)
{
    context.noteError(error);
    if (speaksDoorkeeper(context) && error.status == 0)
        return refuseLikeDoorkeeper(context, renderer, error);
    const int status = error.status == 0 ? 400 : error.status;
    const QString description = errorDescription(context.policy(), error);
    Response response = ErrorPage::authorization(status, QString::fromLatin1(error.code), description).render(renderer);
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
    return answerTo(context, renderer, target, errorModeOf(context), fields);
}

} // namespace Gatehouse
