#pragma once

#include "models/records/types.h"
#include "models/revocation/revocationlevel.h"

#include <QList>
#include <QString>

#include <optional>

namespace Gatehouse {

struct TokenLookup;

/// What is to end: everything in one domain that fits all that is set here (revocation.md section 5.8). What is empty, 0 or not
/// set does not restrict.
struct RevocationTarget
{
    Id domain = 0;
    QList<Id> tokens; ///< rows of oauth_access_tokens
    QList<Id> grants; ///< codes, and what was issued from them
    QList<Id> families;
    QList<Id> consents;
    Id application = 0;
    Id user = 0;
    Id session = 0; ///< what was issued in this browser session
    std::optional<QString> resource; ///< the consent's resource server
    QString scope; ///< one scope token
    Timestamp issuedBefore = 0;

    bool access = true; ///< access tokens
    bool refresh = true; ///< refresh tokens
    bool codes = true; ///< unused codes
    bool withConsents = false; ///< the consents too, and all that stands on them
    bool consentsAlone = false; ///< the consents, from which what stands on them is parted before, and lives on

    friend bool operator==(const RevocationTarget &, const RevocationTarget &) = default;
};

using RevocationTargets = QList<RevocationTarget>;

/// The same with fewer targets: those that name single rows of one kind, and are alike in the rest, become one.
RevocationTargets merged(const RevocationTargets &targets);

/// The targets of revoking one token at a level (revocation.md section 5.4), and the level that this comes to:
/// RelatedConsent on a token without a consent is RelatedTokens.
struct LeveledTargets
{
    RevocationLevel level = RevocationLevel::None;
    RevocationTargets targets;
};
LeveledTargets targetsOf(const TokenLookup &token, bool isRefreshToken, RevocationLevel level);

} // namespace Gatehouse
