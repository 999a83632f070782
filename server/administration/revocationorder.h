#pragma once

#include "models/revocation/revocationtarget.h"
#include "server/message/oautherror.h"

#include <QJsonObject>

namespace Gatehouse {

class Store;

/// What a caller of the administration API wants revoked (revocation.md section 5.8).
struct RevocationOrder
{
    Id domainId = 0;
    QString domain;
    RevocationTargets targets;
    bool isAll = false; ///< the whole domain, which needs the domain's name typed
};

/// Reads `{"domain", "selector", "kinds"?, "issued_before"?, "include_consents"?}`. Names that nobody has select nothing; a
/// member that is not known, or of the wrong type, is an error: it would have changed what happens.
Outcome<RevocationOrder> readRevocationOrder(Store &store, const QJsonObject &body);

} // namespace Gatehouse
