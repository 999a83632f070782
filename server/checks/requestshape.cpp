#include "server/checks/requestshape.h"

#include "server/endpoints/context.h"

namespace Gatehouse {

namespace {

OAuthError invalidRequest(const QString &description)
{
    return {"invalid_request", description, {}};
}

/// RFC 9110 section 15.5.16. Doorkeeper has nothing to say about it.
OAuthError unsupportedBody(const Context &context)
{
    if (speaksDoorkeeper(context))
        return {{}, {}, {}, 415};
    return {"invalid_request", QStringLiteral("Send the parameters as application/x-www-form-urlencoded."), {}, 415};
}

/// Addresses end up in logs and histories.
bool hasSecretInQuery(const Request &request)
{
    if (request.query.isEmpty())
        return false;
    Parameters query;
    parseForm(request.query, query);
    for (const QStringView name : {u"client_id", u"client_secret", u"password", u"code", u"code_verifier",
                                   u"refresh_token", u"token", u"access_token"}) {
        if (query.has(name))
            return true;
    }
    return false;
}

} // namespace

std::optional<OAuthError> parameterFault(Context &context)
{
    const Parameters &parameters = context.parameters;
    if (!context.check("well-formed", "RFC 6749 3.2", !parameters.isMalformed(), {}, parameters.malformed()))
        return invalidRequest(
            QStringLiteral(QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The request's parameters cannot be read.")));
    const QStringList repeated = parameters.repeated();
    if (!context.check("no repeated parameters", "RFC 6749 3.2", repeated.isEmpty(), {}, repeated.join(u' ')))
        return invalidRequest(QStringLiteral(QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "A parameter is repeated.")));
    return std::nullopt;
}

std::optional<OAuthError> shapeFault(Context &context)
{
    if (auto fault = parameterFault(context))
        return fault;
    if (context.policy().formBodiesOnly
        && !context.check("form body", "RFC 6749 3.2", isForm(context.request), {},
                          QString::fromUtf8(context.request.header("Content-Type"))))
        return unsupportedBody(context);
    const bool mayUseQuery = context.policy().secretsInQuery;
    if (!context.check("no secrets in the address", "RFC 6749 2.3.1",
                       mayUseQuery || !hasSecretInQuery(context.request)))
        return invalidRequest(QStringLiteral(QT_TRANSLATE_NOOP(
            "Gatehouse::ErrorPage", "Send credentials, codes and tokens in the body, not in the address.")));
    return std::nullopt;
}

} // namespace Gatehouse
