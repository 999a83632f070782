#include "server/checks/codechallenge.h"

#include "server/checks/pkce.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

namespace {

OAuthError badMethod(const Context &context)
{
    if (speaksDoorkeeper(context))
        return {"invalid_code_challenge_method",
                QStringLiteral(
                    QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The code challenge method must be plain or S256."))};
    return {"invalid_request",
            QStringLiteral(QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The code_challenge_method must be %1.")),
            {},
            0,
            0,
            context.policy().pkceMethods.join(u" or ")};
}

/// RFC 7636 4.3: a request without a method means "plain".
QString methodOf(const Context &context)
{
    const QString method = context.parameters.value(u"code_challenge_method");
    return method.isEmpty() && !context.policy().pkceMethodRequired ? QStringLiteral("plain") : method;
}

} // namespace

Outcome<CodeChallenge> codeChallengeOf(Context &context, const Application &application)
{
    const QString challenge = context.parameters.value(u"code_challenge");
    const bool needed = needsChallenge(context.policy(), application);
    if (!context.check("code_challenge", "RFC 7636 4.4.1", !needed || !challenge.isEmpty()))
        return missingParameter(context.policy(), "code_challenge");
    if (challenge.isEmpty())
        return CodeChallenge();
    const QString method = methodOf(context);
    const QStringList &methods = context.policy().pkceMethods;
    if (!context.check("code_challenge_method", "RFC 7636 4.3", methods.contains(method), methods.join(u' '), method))
        return badMethod(context);
    const bool wellFormed = !context.policy().pkceLengths || isWellFormedVerifier(challenge);
    if (!context.check("code_challenge well formed", "RFC 7636 4.2", wellFormed, QStringLiteral("43 to 128 characters"),
                       QString::number(challenge.size())))
        return OAuthError {
            "invalid_request",
            QStringLiteral(QT_TRANSLATE_NOOP("Gatehouse::ErrorPage", "The code_challenge is malformed."))};
    return CodeChallenge {challenge, method};
}

} // namespace Gatehouse
