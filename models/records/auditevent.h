#pragma once

#include "models/records/types.h"

#include <QString>

namespace Gatehouse {

/// Something that was changed, by whom and why, one row of audit_events. Never holds a secret.
struct AuditEvent
{
    Id id = 0;
    Id domainId = 0;
    Timestamp at = 0;
    QString actor; ///< "console", "client:UID", "user:EMAIL", "system"
    QString action; ///< "token.revoked", "application.created", …
    QString subject; ///< "token:42", "application:7"
    QString outcome; ///< revocations: "revoked", "already_inactive", "refused_foreign_token", …; else empty
    QString reason; ///< what the person who did it said
    QString details; ///< JSON object
    Id exchangeId = 0;
};

} // namespace Gatehouse
