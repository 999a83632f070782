#pragma once

#include "models/result.h"
#include "models/revocation/revocationcounts.h"
#include "models/revocation/revocationtarget.h"

#include <QByteArray>

namespace Gatehouse {

class Connection;

/// What a revocation would end, looked up and not changed. "Ends" means: goes from active to inactive.
struct RevocationSurvey
{
    /// The part of one user at one application.
    struct Share
    {
        Id application = 0;
        Id user = 0;
        QString applicationName; ///< empty: no application
        QString userEmail; ///< empty: no user
        RevocationCounts counts;
    };
    /// One token that ends.
    struct Sample
    {
        Id token = 0;
        QString applicationName;
        QString userEmail;
        QString scopes;
        Timestamp issuedAt = 0;
        bool access = false; ///< its access token ends
        bool refresh = false; ///< its refresh token ends
    };
    static constexpr int SampleSize = 20;

    RevocationCounts counts;
    QList<Share> shares; ///< the largest first
    QList<Sample> sample; ///< the newest
    QByteArray fingerprint; ///< of the set of what ends: differs when the set does
};

/// Both look in one read transaction's worth of time at what is active at `now`. Any connection, in its thread.
Result<RevocationSurvey> surveyOf(Connection &connection, const RevocationTargets &targets, Timestamp now);
/// The counts alone.
Result<RevocationCounts> countsOf(Connection &connection, const RevocationTargets &targets, Timestamp now);

/// A SELECT of the rows `t` of oauth_access_tokens that end, with `columns`; `ACCESS` and `REFRESH` in it stand for whether
/// that half ends. For whoever lists them.
QString endingTokensSql(const RevocationTargets &targets, Timestamp now, const QString &columns);

} // namespace Gatehouse
