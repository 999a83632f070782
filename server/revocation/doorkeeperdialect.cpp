#include "server/revocation/doorkeeperdialect.h"

#include "models/jsonwriter.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

namespace {

/// Doorkeeper 5 has one answer for whoever may not revoke, without a challenge.
Response forbidden()
{
    JsonWriter answer;
    answer.add("error", QStringLiteral("unauthorized_client"))
        .add("error_description", QStringLiteral("You are not authorized to revoke this token"));
    return Response::json(403, std::move(answer));
}

bool lacksRights(const RevocationDialect::Refused &refused)
{
    return refused.outcome == u"client_auth_failed" || refused.outcome == u"refused_foreign_token";
}

} // namespace

bool DoorkeeperDialect::takesBearer(const Policy &policy) const
{
    return policy.bearerSelfRevoke;
}

bool DoorkeeperDialect::readsLikeDoorkeeper(const Policy &policy) const
{
    return policy.wording == Policy::Wording::Doorkeeper;
}

bool DoorkeeperDialect::takesNothing(const Policy &policy) const
{
    return policy.missingTokenIsUnknown;
}

QString DoorkeeperDialect::hint(const Context &context) const
{
    return context.parameters.value(u"token_type_hint");
}

Response DoorkeeperDialect::succeeded() const
{
    return Response::json(200, QByteArrayLiteral("{}"));
}

Response DoorkeeperDialect::refused(Context &context, const Refused &refused) const
{
    const Policy::DoorkeeperMode mode = context.policy().doorkeeperMode;
    if (lacksRights(refused) && mode != Policy::DoorkeeperMode::Strict) {
        context.noteError(refused.error);
        return mode == Policy::DoorkeeperMode::Legacy ? succeeded() : forbidden();
    }
    return errorResponse(context, refused.error);
}

} // namespace Gatehouse
