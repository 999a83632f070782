#pragma once

#include "models/result.h"
#include "models/revocation/revocationtarget.h"

namespace Gatehouse {

class Connection;

/// What a person picked to be revoked in the window.
struct RevocationPick
{
    enum class Kind { Tokens, Grants, Consents, Application, User, Domain };

    Kind kind = Kind::Tokens;
    QList<Id> ids; ///< rows; of an application, user or domain one

    friend bool operator==(const RevocationPick &, const RevocationPick &) = default;
};

/// How far it may go.
enum class RevocationReach {
    AccessTokens, ///< the access tokens alone (NONE)
    RefreshTokensToo, ///< with their family's refresh tokens (RELATED_TOKENS of an access token)
    Family, ///< all that was refreshed from the same start (RELATED_TOKENS of a refresh token)
    Code, ///< the codes alone
    CodeAndIssued, ///< with what they were redeemed for
    Everything, ///< all tokens and codes of an application, user, domain or consent
    Consent, ///< with the consents and all that stands on them (RELATED_CONSENT)
    ConsentAlone, ///< the consents; tokens live on
};

/// One way to revoke the pick.
struct RevocationChoice
{
    RevocationReach reach = RevocationReach::Family;
    RevocationTargets targets;
};

/// The ways there are, from the narrowest on; empty when the rows are not there. Reads which families and consents the rows
/// belong to. Any connection, in its thread.
Result<QList<RevocationChoice>> choicesFor(Connection &connection, const RevocationPick &pick);

/// The way that is proposed first.
RevocationReach proposedReach(RevocationPick::Kind kind);

/// The audit trail's word for it.
QString levelOf(RevocationReach reach);

} // namespace Gatehouse
