#include "server/revocation/superrevocationendpoint.h"

#include "models/store/store.h"
#include "models/store/tokenstore.h"
#include "server/endpoints/errorresponse.h"
#include "server/revocation/revocationdialect.h"
#include "server/revocation/revocationrun.h"
#include "server/revocation/tokenhandle.h"
#include "server/tokens/tokenissuer.h"

namespace Gatehouse {

Response SuperRevocationEndpoint::answer(RevocationRun &run, const Application &, const User &user)
{
    Context &context = run.context();
    const QString value = context.parameters.value(u"token");
    if (!context.check("token sent", "Kustvakt revoke/super", !value.isEmpty()))
        return run.refuse(missingParameter(context.policy(), "token"), "invalid_request");
    const std::optional<TokenHandle> handle = TokenHandle::of(value);
    const QString stored = storedToken(context.policy(), value);
    const auto found = handle ? context.store.tokens().find(handle->token)
                              : context.store.tokens().findByToken(context.domain.id, stored);
    if (!found)
        return run.failed(found.error());
    const bool isTheirs
        = *found && (*found)->token.resourceOwnerId == user.id && (*found)->token.domainId == context.domain.id;
    if (!context.check("token of this user", "Kustvakt revoke/super", isTheirs))
        return run.accept("unknown_token");
    const TokenLookup &lookup = **found;
    const bool isRefreshToken = handle ? handle->isRefreshToken : lookup.token.token != stored;
    run.audit().tokenRef = u"token:" % QString::number(lookup.token.id);
    run.audit().kind = RevocationDialect::kindName(isRefreshToken);
    const LeveledTargets targets
        = targetsOf(lookup, isRefreshToken, run.dialect().levelOf(context.policy(), isRefreshToken));
    return run.end(targets.targets, levelName(targets.level));
}

} // namespace Gatehouse
