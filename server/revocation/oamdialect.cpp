#include "server/revocation/oamdialect.h"

#include "models/jsonwriter.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

namespace {

int statusOf(const Policy &policy, const RevocationDialect::Refused &refused)
{
    const bool isUnauthorized = refused.outcome == u"client_auth_failed" || refused.outcome == u"caller_token_invalid";
    const int status = refused.error.status != 0 ? refused.error.status : isUnauthorized ? 401 : 400;
    // Oracle's page lists no other status.
    return policy.oamStrict400 && (status == 401 || status == 403) ? 400 : status;
}

/// Oracle's fields beside those of RFC 6749 section 5.2, so that both kinds of client find theirs.
QByteArray bodyOf(const Context &context, const OAuthError &error)
{
    const QString code = QString::fromLatin1(error.code);
    const QString description = errorDescription(context.policy(), error);
    JsonWriter body;
    body.add("error", code)
        .add("error_description", description)
        .add("errorCode", code)
        .add("errorDesc", description)
        .add("secErrorDesc", QString());
    return body.take();
}

} // namespace

QByteArray OamDialect::bodyWhenLost(const Context &context) const
{
    return bodyOf(context, {"temporarily_unavailable", {}, {}});
}

Response OamDialect::succeeded() const
{
    JsonWriter body;
    body.add("status", QStringLiteral("success"));
    return Response::json(200, std::move(body));
}

Response OamDialect::refused(Context &context, const Refused &refused) const
{
    context.noteError(refused.error);
    const int status = statusOf(context.policy(), refused);
    Response response = plainRefusal(context, status, refused.error);
    response.body = bodyOf(context, refused.error);
    return response;
}

} // namespace Gatehouse
