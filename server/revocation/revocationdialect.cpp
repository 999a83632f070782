#include "server/revocation/revocationdialect.h"

#include "models/jsonwriter.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

QString RevocationDialect::kindName(bool isRefreshToken)
{
    return isRefreshToken ? QStringLiteral("refresh") : QStringLiteral("access");
}

RevocationLevel RevocationDialect::levelOf(const Policy &policy, bool isRefreshToken) const
{
    const QString other = policy.revocationLevelOf(name(), kindName(isRefreshToken));
    return levelNamed(other).value_or(defaultLevel(isRefreshToken));
}

QString RevocationDialect::hint(const Context &context) const
{
    const QString hint = context.parameters.value(u"token_type_hint");
    return hint.isEmpty() ? context.parameters.value(u"token_type") : hint;
}

Response plainRefusal(const Context &context, int status, const OAuthError &error)
{
    JsonWriter body;
    body.add("error", QString::fromLatin1(error.code))
        .add("error_description", errorDescription(context.policy(), error));
    Response response = Response::json(status, std::move(body));
    if (status == 401)
        response.setHeader("WWW-Authenticate", "Basic realm=\"" + context.policy().realm.toUtf8() + '"');
    if (error.retryAfter > 0)
        response.setHeader("Retry-After", QByteArray::number(error.retryAfter));
    return response;
}

} // namespace Gatehouse
