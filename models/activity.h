#pragma once

#include "models/records/types.h"

#include <QString>

namespace Gatehouse {

/// Why a token is alive or not.
enum class Activity {
    Active,
    Revoked,
    Expired,
    RotatedOut, ///< a refresh token that was exchanged for its successor
    FamilyEnded,
    ConsentWithdrawn,
    ApplicationDisabled,
    UserDisabled,
    NotBefore, ///< issued before a not-before of its domain, application, user or consent
};

/// Everything the answer depends on, for one half of a pair (the access token or the refresh token).
struct ActivityFacts
{
    Timestamp issuedAt = 0;
    Timestamp expiresAt = 0; ///< 0: never
    Timestamp revokedAt = 0; ///< the pair or this half, whichever came first
    Timestamp usedAt = 0; ///< refresh tokens: rotated out
    bool isRefreshToken = false;
    Timestamp familyEndedAt = 0;
    Timestamp consentRevokedAt = 0;
    bool applicationEnabled = true; ///< true when there is none
    bool userEnabled = true; ///< true when there is none
    Timestamp notBefore = 0; ///< the latest of domain, application, user, consent
};

/// The one predicate that says whether a token is alive (revocation.md section 4). Bearer checks, refresh,
/// introspection, token info, tables and previews all ask here.
Activity activityOf(const ActivityFacts &facts, Timestamp now);

/// The same predicate for access tokens as SQL over the tables of `activityJoins()`, with one bound value: now.
/// Held equal to activityOf() by a test over all combinations.
QString activeTokenCondition();
/// Likewise for refresh tokens, with one bound value: now.
QString activeRefreshTokenCondition();
/// Likewise for codes, whose rows stand in for `t`, with one bound value: now.
QString activeGrantCondition();
/// FROM clause, with the word FROM, of every table the condition names. The token's row is `t`, its domain `d`, application `a`,
/// user `u`, consent `c`, family `f`.
QString activityJoins();

} // namespace Gatehouse
