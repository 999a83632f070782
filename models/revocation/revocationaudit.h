#pragma once

#include "models/records/auditevent.h"
#include "models/revocation/revocationcounts.h"
#include "models/revocation/revocationlevel.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Gatehouse {

/// What the audit trail says of one revocation, done or refused (revocation.md section 5.6). Holds no token.
struct RevocationAudit
{
    Id domainId = 0;
    Timestamp at = 0;
    QString dialect; ///< "doorkeeper", "kustvakt", "oam", "admin", "console"
    QString route; ///< the path; empty: the window
    QString domain; ///< the name that was asked for, also one that is not there
    QString actorKind; ///< "client", "bearer", "super", "admin", "system"
    QString clientId;
    QString user;
    QString authMethod; ///< "client_secret_basic", "client_secret_post", "none", "bearer", "session", "password"
    QString sourceIp;
    QString tokenRef; ///< "token:42", or the first 12 digits of the SHA-256 of an unknown one
    QString kind; ///< "access", "refresh", "code", "id_token", of what was named
    QString hint;
    QString levelRequested;
    QString level; ///< the effective one, or "SELECTOR"
    QString outcome;
    QString reason;
    QString planId;
    RevocationCounts ended;
    QJsonObject targetIds; ///< {"tokens": […], "codes": […], "consents": […]}, some of them
    qint64 targets = 0; ///< how many there were
    int httpStatus = 0;
    qint64 durationMicroseconds = 0;
    Id exchangeId = 0;
    bool separate = false; ///< written after the fact, outside of the transaction that failed

    AuditEvent toEvent() const;
};

/// The action of these events.
inline constexpr char RevocationEventAction[] = "revocation";

} // namespace Gatehouse
