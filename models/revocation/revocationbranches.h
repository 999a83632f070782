#pragma once

#include "models/result.h"
#include "models/revocation/revocationcounts.h"
#include "models/revocation/revocationtarget.h"

namespace Gatehouse {

class Connection;

/// A consent, a family or a token in the tree of what a revocation ends; a branch without one of them stands for those that
/// have none.
struct RevocationBranch
{
    enum class Kind { Consent, Family, Token };

    Kind kind = Kind::Consent;
    Id id = 0; ///< of the consent, the family or the token; 0: none
    Id application = 0; ///< consents: whose
    Id user = 0;
    QString text; ///< consents: application and user; tokens: the first digits of the stored token
    Timestamp at = 0; ///< tokens: issued
    RevocationCounts counts; ///< of what ends below
};

constexpr int MostBranches = 200; ///< of one parent, the largest or newest

/// The branches below `parents`, from the root on: none, a consent, a consent and a family. Codes are not in the tree.
Result<QList<RevocationBranch>> branchesBelow(Connection &connection, const RevocationTargets &targets, Timestamp now,
                                              const QList<RevocationBranch> &parents);

/// What became of one token that a revocation ended.
struct RevocationProof
{
    Id token = 0;
    QString text; ///< the first digits of the stored token
    bool accessActive = false; ///< as introspection would say
    bool refreshActive = false;
    bool accessMeant = false; ///< the revocation ended its access token
    bool refreshMeant = false; ///< likewise its refresh token
};

/// Asks of each token that the audit event ended whether it is active, by the predicate that introspection asks.
struct RevocationProofs
{
    qint64 asked = 0; ///< access tokens, refresh tokens and codes
    qint64 active = 0;
    QList<RevocationProof> tokens; ///< the newest MostBranches
};
Result<RevocationProofs> proofOf(Connection &connection, Id event, Timestamp now);

} // namespace Gatehouse
