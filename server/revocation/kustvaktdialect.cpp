#include "server/revocation/kustvaktdialect.h"

#include "server/endpoints/context.h"

namespace Gatehouse {

namespace {

int statusOf(const RevocationDialect::Refused &refused)
{
    if (refused.error.status != 0)
        return refused.error.status;
    if (refused.outcome == u"client_auth_failed")
        return refused.nothingSent ? 400 : 401;
    const bool lacksRights = refused.outcome == u"refused_foreign_token" || refused.outcome == u"refused_not_super"
        || refused.outcome == u"caller_token_invalid";
    return lacksRights ? 401 : 400;
}

} // namespace

RevocationLevel KustvaktDialect::defaultLevel(bool isRefreshToken) const
{
    return isRefreshToken ? RevocationLevel::RelatedTokens : RevocationLevel::None;
}

/// The upstream server calls the bare word JSON, which it is not.
Response KustvaktDialect::succeeded() const
{
    Response response;
    response.setHeader("Content-Type", "text/plain;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Pragma", "no-cache");
    response.body = QByteArrayLiteral("SUCCESS");
    return response;
}

Response KustvaktDialect::refused(Context &context, const Refused &refused) const
{
    OAuthError error = refused.error;
    if (refused.outcome == u"client_auth_failed" && refused.nothingSent)
        error = {"invalid_request", QStringLiteral("Missing parameter: client_id or client_secret."), {}};
    context.noteError(error);
    return plainRefusal(context, statusOf(refused), error);
}

} // namespace Gatehouse
