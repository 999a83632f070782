#include "models/revocation/revocationtarget.h"

#include "models/store/tokenstore.h"

#include <algorithm>

namespace Gatehouse {

namespace {

RevocationTarget tokenTarget(const AccessToken &token, bool access, bool refresh)
{
    RevocationTarget target;
    target.domain = token.domainId;
    target.tokens = {token.id};
    target.access = access;
    target.refresh = refresh;
    target.codes = false;
    return target;
}

/// Of the token's family, or of its row where it has none.
RevocationTarget familyTarget(const AccessToken &token, bool access)
{
    RevocationTarget target = tokenTarget(token, access, true);
    if (token.familyId == 0)
        return target;
    target.tokens.clear();
    target.families = {token.familyId};
    return target;
}

RevocationTarget consentTarget(const AccessToken &token)
{
    RevocationTarget target;
    target.domain = token.domainId;
    target.consents = {token.consentId};
    target.withConsents = true;
    return target;
}

/// Adds the rows of `other` when the two differ in these rows alone.
bool takesIn(RevocationTarget &target, const RevocationTarget &other, QList<Id> RevocationTarget::*rows)
{
    if ((target.*rows).isEmpty() || (other.*rows).isEmpty())
        return false;
    RevocationTarget one = target;
    RevocationTarget another = other;
    (one.*rows).clear();
    (another.*rows).clear();
    if (one != another)
        return false;
    target.*rows += other.*rows;
    return true;
}

bool takesIn(RevocationTarget &target, const RevocationTarget &other)
{
    const auto kinds = {&RevocationTarget::tokens, &RevocationTarget::grants, &RevocationTarget::families,
                        &RevocationTarget::consents};
    return std::any_of(kinds.begin(), kinds.end(), [&](auto rows) { return takesIn(target, other, rows); });
}

} // namespace

RevocationTargets merged(const RevocationTargets &targets)
{
    RevocationTargets few;
    for (const RevocationTarget &each : targets) {
        if (std::none_of(few.begin(), few.end(), [&each](RevocationTarget &known) { return takesIn(known, each); }))
            few.append(each);
    }
    return few;
}

LeveledTargets targetsOf(const TokenLookup &lookup, bool isRefreshToken, RevocationLevel level)
{
    const AccessToken &token = lookup.token;
    if (level == RevocationLevel::RelatedConsent && token.consentId != 0)
        return {level, {consentTarget(token)}};
    const bool related = level != RevocationLevel::None;
    const RevocationLevel effective = related ? RevocationLevel::RelatedTokens : RevocationLevel::None;
    if (isRefreshToken)
        return {effective, {familyTarget(token, related)}};
    if (!related)
        return {effective, {tokenTarget(token, true, false)}};
    return {effective, {tokenTarget(token, true, true), familyTarget(token, false)}};
}

} // namespace Gatehouse
