#include "server/endpoints/authorizationrequest.h"

#include "models/store/applicationstore.h"
#include "models/store/store.h"
#include "server/checks/redirecturi.h"
#include "server/checks/scope.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

namespace {

Outcome<Application> clientOf(Context &context)
{
    const QString uid = context.parameters.value(u"client_id");
    if (!context.check("client_id", "RFC 6749 4.1.1", !uid.isEmpty()))
        return missingParameter(context.policy(), "client_id");
    const Result<std::optional<Application>> found = context.store.applications().findByUid(context.domain.id, uid);
    if (!found)
        return storeFault(found.error());
    const bool known = *found && (*found)->enabled;
    if (!context.check("client", "RFC 6749 4.1.2.1", known, QStringLiteral("a registered application"), uid))
        return OAuthError {"invalid_client"};
    return **found;
}

OAuthError badRedirectUri(const Context &context)
{
    if (speaksDoorkeeper(context))
        return {"invalid_redirect_uri",
                QStringLiteral(QT_TRANSLATE_NOOP(
                    "Gatehouse::ErrorPage",
                    "The requested redirect uri is malformed or doesn't match client redirect URI."))};
    return {"invalid_request",
            QStringLiteral(
                QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The redirect_uri is not registered for this application."))};
}

/// RFC 6749 3.1.2.3: one registered address need not be named.
bool mayBeLeftOut(const Context &context, const Application &application)
{
    return !context.policy().redirectUriRequired && application.redirectUris().size() == 1;
}

/// A token cannot be shown for copying: it would stand in an address, where RFC 6750 2.3 does not want it.
bool canCarryToken(const Context &context, const AuthorizationTarget &target)
{
    return context.policy().tokenOutOfBand || !isOutOfBand(target.redirectUri);
}

} // namespace

Outcome<AuthorizationTarget> authorizationTarget(Context &context)
{
    const Outcome<Application> application = clientOf(context);
    if (!application)
        return application.refusal();
    AuthorizationTarget target {*application, context.parameters.value(u"redirect_uri")};
    target.redirectUriSent = !target.redirectUri.isEmpty();
    if (!target.redirectUriSent && mayBeLeftOut(context, *application))
        target.redirectUri = application->redirectUris().constFirst();
    const bool registered = isRegisteredRedirect(context.policy().redirectMatch, *application, target.redirectUri);
    if (!context.check("redirect_uri", "RFC 9700 2.1", registered, application->redirectUri, target.redirectUri))
        return badRedirectUri(context);
    return target;
}

Outcome<AuthorizationRequest> authorizationRequest(Context &context, const AuthorizationTarget &target)
{
    const Outcome<ResponseType> type = responseTypeOf(context, target.application);
    if (!type)
        return type.refusal();
    const Outcome<ResponseType> allowed = flowAllowed(context, target.application, *type);
    if (!allowed)
        return allowed.refusal();
    const Outcome<ResponseMode> mode = responseModeOf(context, *type);
    if (!mode)
        return mode.refusal();
    const Outcome<QString> scopes = grantedScopes(context, &target.application, grantTypeOf(*type));
    if (!scopes)
        return scopes.refusal();
    AuthorizationRequest request {target, *type, *mode, *scopes, {}};
    if (*type == ResponseType::Token) {
        if (!context.check("token not out of band", "RFC 6750 2.3", canCarryToken(context, target)))
            return OAuthError {"invalid_request",
                               QStringLiteral(QT_TRANSLATE_NOOP("Gatehouse::ErrorPage",
                                                                "A token needs a redirect_uri it can be sent to."))};
        return request;
    }
    const Outcome<CodeChallenge> challenge = codeChallengeOf(context, target.application);
    if (!challenge)
        return challenge.refusal();
    request.challenge = *challenge;
    return request;
}

ResponseMode errorModeOf(const Context &context)
{
    const bool fragment = context.parameters.value(u"response_type") == u"token"
        || context.parameters.value(u"response_mode") == u"fragment";
    return fragment ? ResponseMode::Fragment : ResponseMode::Query;
}

QList<QPair<QString, QString>> authorizationParameters(const Context &context)
{
    static constexpr const char16_t *always[]
        = {u"client_id",      u"redirect_uri",         u"state", u"response_type", u"scope",
           u"code_challenge", u"code_challenge_method"};
    QList<QPair<QString, QString>> fields;
    for (const char16_t *name : always)
        fields.append({QString::fromUtf16(name), context.parameters.value(name)});
    if (context.parameters.has(u"response_mode"))
        fields.append({QStringLiteral("response_mode"), context.parameters.value(u"response_mode")});
    return fields;
}

} // namespace Gatehouse
