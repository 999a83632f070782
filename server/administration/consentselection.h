#pragma once

#include "models/store/consentstore.h"
#include "server/message/response.h"

namespace Gatehouse {

class RevocationRun;
struct Context;

/// The consents of a user that `cid` (repeatable), `clientIdentifier` and `resServerId` name in the query; without any of them
/// all (revocation.md section 1.2).
Result<QList<NamedConsent>> selectedConsents(const Context &context, Id user);

/// They as Oracle lists them, the withdrawn ones too.
Response consentList(const QList<NamedConsent> &consents);

/// Withdraws them, and all that stands on them ends; says so even if none was left to withdraw.
Response withdrawConsents(RevocationRun &run, const QList<NamedConsent> &consents);

} // namespace Gatehouse
