#pragma once

#include "models/activity.h"
#include "models/records/types.h"

#include <QList>
#include <QString>

#include <optional>

namespace Gatehouse {

/// The request that made something, where requests are recorded.
struct LineageRequest
{
    Id id = 0;
    QString method;
    QString path;
    int status = 0;
    QString peer;

    friend bool operator==(const LineageRequest &, const LineageRequest &) = default;
};

/// What the audit trail says of an end, or of a misuse.
struct LineageEvent
{
    Id id = 0; ///< of the audit event
    Timestamp at = 0;
    QString actor;
    QString application; ///< the name of the one that acted; empty: it was somebody else
    QString action;
    QString outcome;
    QString level; ///< of a revocation
    QString reason;

    friend bool operator==(const LineageEvent &, const LineageEvent &) = default;
};

/// One thing that came from another: the login, the code, and of each pair the refresh token and the access token.
struct LineageStep
{
    enum class Kind { Login, Code, Refresh, Access };

    Kind kind = Kind::Access;
    Id id = 0; ///< of the session, code or pair
    int generation = 0; ///< of a pair: 1 for what the code gave, one more for each refresh
    QString name; ///< token or code as stored; the user of a login
    Timestamp at = 0;
    Timestamp expiresAt = 0; ///< 0: never
    Activity activity = Activity::Active; ///< by the one predicate
    Timestamp usedAt = 0; ///< the code was redeemed, the refresh token rotated out
    Timestamp endedAt = 0; ///< revoked, or signed out
    bool endedAlone = false; ///< the other half of the pair was left
    std::optional<LineageRequest> request;
    std::optional<LineageEvent> end; ///< what ended it

    friend bool operator==(const LineageStep &, const LineageStep &) = default;
};

/// Where a token came from and what came of it, in the order in which it came: a login, a code, pair by pair.
struct Lineage
{
    static constexpr int MaxPairs = 200; ///< the newest; a family that is refreshed for years has more

    QList<LineageStep> steps;
    Id family = 0; ///< 0: there is no refresh token
    Timestamp familyEndedAt = 0;
    QString familyEndReason; ///< "revoked", "reuse", "code_replay"
    std::optional<LineageEvent> familyEnd;
    Timestamp replayedAt = 0; ///< the code came again
    QList<LineageEvent> misuses; ///< refresh tokens and codes that came again
    qint64 omittedPairs = 0; ///< older ones

    friend bool operator==(const Lineage &, const Lineage &) = default;
};

} // namespace Gatehouse
