#include "server/endpoints/errorresponse.h"

#include "server/endpoints/context.h"
#include "server/message/jsonwriter.h"

#include <array>

namespace Gatehouse {

namespace {

struct StandardText
{
    QByteArrayView code;
    const char *rfc;
    const char *doorkeeper;
};

/// Only characters that RFC 6749 section 5.2 allows in error_description, and nothing that a client sent.
constexpr std::array<StandardText, 11> StandardTexts {{
    {"invalid_request", "The request lacks a parameter, repeats one, or is malformed in another way.",
     "The request is missing a required parameter, includes an unsupported parameter value, or is otherwise "
     "malformed."},
    {"invalid_client", "The client is unknown, or its credentials are missing or wrong.",
     "Client authentication failed due to unknown client, no client authentication included, or unsupported "
     "authentication method."},
    {"invalid_grant",
     "The code, refresh token or password is wrong, expired, revoked or used up, or belongs to another client or "
     "redirect URI.",
     "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the "
     "authorization request, or was issued to another client."},
    {"unauthorized_client", "The client may not do this.",
     "The client is not authorized to perform this request using this method."},
    {"unsupported_grant_type", "This server does not offer that grant type.",
     "The authorization grant type is not supported by the authorization server."},
    {"invalid_scope", "A requested scope is unknown, malformed, or more than may be granted.",
     "The requested scope is invalid, unknown, or malformed."},
    {"invalid_token", "The access token is unknown, expired or revoked.", "The access token is invalid"},
    {"access_denied", "The resource owner or the server denied the request.",
     "The resource owner or authorization server denied the request."},
    {"unsupported_response_type", "This server does not offer that response type.",
     "The authorization server does not support this response type."},
    {"temporarily_unavailable", "The server cannot answer just now. Try again shortly.",
     "The authorization server is currently unable to handle the request due to a temporary overloading or "
     "maintenance of the server."},
    {"server_error", "The server met an unexpected condition.",
     "The authorization server encountered an unexpected condition which prevented it from fulfilling the request."},
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
    return {"invalid_request", QStringLiteral("Missing required parameter: %1.").arg(QLatin1String(name)), {}, 0, 0};
}

OAuthError storeFault(const Error &error)
{
    if (error.kind == Error::Kind::Unavailable)
        return {"temporarily_unavailable", {}, error.message, 503, 1};
    return {"server_error", {}, error.message, 500, 0};
}

} // namespace Gatehouse
