#include "server/endpoints/errorresponse.h"

#include "models/jsonwriter.h"
#include "server/endpoints/context.h"

#include <array>

namespace Gatehouse {

namespace {

struct StandardText
{
    QByteArrayView code;
    const char *rfc;
    const char *doorkeeper;
};

/// On the wire they stay as they are; pages show them translated.
/// Only characters that RFC 6749 section 5.2 allows in error_description, and nothing that a client sent.
constexpr std::array<StandardText, 11> StandardTexts {{
    {"invalid_request",
     QT_TRANSLATE_NOOP("Gatehouse::ErrorPage",
                       "The request lacks a parameter, repeats one, or is malformed in another way."),
     QT_TRANSLATE_NOOP(
         "Gatehouse::ErrorPage",
         "The request is missing a required parameter, includes an unsupported parameter value, or is otherwise "
         "malformed.")},
    {"invalid_client",
     QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The client is unknown, or its credentials are missing or wrong."),
     QT_TRANSLATE_NOOP(
         "Gatehouse::ErrorPage",
         "Client authentication failed due to unknown client, no client authentication included, or unsupported "
         "authentication method.")},
    {"invalid_grant",
     QT_TRANSLATE_NOOP(
         "Gatehouse::ErrorPage",
         "The code, refresh token or password is wrong, expired, revoked or used up, or belongs to another client or "
         "redirect URI."),
     QT_TRANSLATE_NOOP("Gatehouse::ErrorPage",
                       "The provided authorization grant is invalid, expired, revoked, does not match the redirection "
                       "URI used in the "
                       "authorization request, or was issued to another client.")},
    {"unauthorized_client", QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The client may not do this."),
     QT_TRANSLATE_NOOP("Gatehouse::ErrorPage",
                       "The client is not authorized to perform this request using this method.")},
    {"unsupported_grant_type", QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "This server does not offer that grant type."),
     QT_TRANSLATE_NOOP("Gatehouse::ErrorPage",
                       "The authorization grant type is not supported by the authorization server.")},
    {"invalid_scope",
     QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "A requested scope is unknown, malformed, or more than may be granted."),
     QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The requested scope is invalid, unknown, or malformed.")},
    {"invalid_token", QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The access token is unknown, expired or revoked."),
     QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The access token is invalid")},
    {"access_denied", QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The resource owner or the server denied the request."),
     QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The resource owner or authorization server denied the request.")},
    {"unsupported_response_type",
     QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "This server does not offer that response type."),
     QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The authorization server does not support this response type.")},
    {"temporarily_unavailable",
     QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The server cannot answer just now. Try again shortly."),
     QT_TRANSLATE_NOOP(
         "Gatehouse::ErrorPage",
         "The authorization server is currently unable to handle the request due to a temporary overloading or "
         "maintenance of the server.")},
    {"server_error", QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The server met an unexpected condition."),
     QT_TRANSLATE_NOOP("Gatehouse::ErrorPage",
                       "The authorization server encountered an unexpected condition which prevented it from "
                       "fulfilling the request.")},
}};

bool speaksDoorkeeper(const Policy &policy)
{
    return policy.wording == Policy::Wording::Doorkeeper;
}

int statusOf(const Policy &policy, const OAuthError &error)
{
    if (error.status != 0)
        return error.status;
    const bool isUnauthorized = error.code == "invalid_client" || error.code == "invalid_token";
    if (isUnauthorized || (speaksDoorkeeper(policy) && error.code == "unauthorized_client"))
        return 401;
    return policy.failedGrantStatus;
}

/// A quoted-string; neither a realm nor a description holds quotes or backslashes.
QByteArray quoted(const QString &text)
{
    return '"' + text.toUtf8() + '"';
}

QByteArray bearerChallenge(const Policy &policy, const OAuthError &error)
{
    const QByteArray challenge = "Bearer realm=" + quoted(policy.realm);
    if (error.code.isEmpty())
        return challenge;
    return challenge + ", error=\"" + error.code + "\", error_description=" + quoted(errorDescription(policy, error));
}

/// RFC 6749 section 5.2 and RFC 6750 section 3: a challenge with each 401. Doorkeeper sends one with every error.
void addChallenge(const Policy &policy, const OAuthError &error, Response &response)
{
    if (error.code.isEmpty() && response.status != 401)
        return;
    if (speaksDoorkeeper(policy) || (response.status == 401 && error.code != "invalid_client"))
        response.setHeader("WWW-Authenticate", bearerChallenge(policy, error));
    else if (response.status == 401)
        response.setHeader("WWW-Authenticate", "Basic realm=" + quoted(policy.realm));
}

QByteArray errorBody(const Context &context, const OAuthError &error)
{
    JsonWriter body;
    if (error.code.isEmpty())
        return body.take();
    const Policy &policy = context.policy();
    body.add("error", QString::fromLatin1(error.code)).add("error_description", errorDescription(policy, error));
    if (speaksDoorkeeper(policy) && error.code == "invalid_token")
        body.add("state", QStringLiteral("unauthorized"));
    else if (policy.stateInTokenErrors)
        body.addIfSet("state", context.parameters.value(u"state"));
    return body.take();
}

} // namespace

QString errorDescription(const Policy &policy, const OAuthError &error)
{
    const QString text = errorText(policy, error);
    return error.argument.isEmpty() ? text : text.arg(error.argument);
}

QString errorText(const Policy &policy, const OAuthError &error)
{
    if (!error.description.isEmpty())
        return error.description;
    for (const StandardText &text : StandardTexts) {
        if (text.code == error.code)
            return QString::fromLatin1(speaksDoorkeeper(policy) ? text.doorkeeper : text.rfc);
    }
    return {};
}

Response errorResponse(Context &context, const OAuthError &error)
{
    Response response = Response::json(statusOf(context.policy(), error), errorBody(context, error));
    addChallenge(context.policy(), error, response);
    if (error.retryAfter > 0)
        response.setHeader("Retry-After", QByteArray::number(error.retryAfter));
    context.noteError(error);
    return response;
}

Response refusalResponse(Context &context, const Refusal &refusal)
{
    return refusal.slowCheck ? Response::waitingFor(*refusal.slowCheck) : errorResponse(context, refusal.error);
}

OAuthError missingParameter(const Policy &policy, const char *name)
{
    if (!policy.missingParametersNamed)
        return {"invalid_request", {}, {}, 0, 0};
    const QString text = QStringLiteral(QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "Missing required parameter: %1."));
    return {"invalid_request", text, {}, 0, 0, QString::fromLatin1(name)};
}

OAuthError storeFault(const Error &error)
{
    if (error.kind == Error::Kind::Unavailable)
        return {"temporarily_unavailable", {}, error.message, 503, 1};
    return {"server_error", {}, error.message, 500, 0};
}

} // namespace Gatehouse
