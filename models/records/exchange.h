#pragma once

#include "models/records/types.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

namespace Gatehouse {

/// One rule that a request was held against. `expected` and `received` are for the operator and never go on the wire.
struct Check
{
    QString rule; ///< short name, for instance "code_verifier"
    QString reference; ///< RFC and section
    bool passed = false;
    QString expected;
    QString received;
};

/// One SQL statement that was run for a request. Values are bound, so the text holds none.
struct SqlTrace
{
    QString sql;
    qint64 microseconds = 0;
    qint64 rows = 0; ///< read, or changed
};

/// One HTTP request and its answer, as every view of the traffic shows it (design section 5). Holds no secret:
/// values are redacted before they come here.
struct Exchange
{
    Id id = 0; ///< 0: it is not recorded
    qint64 unrecorded = 0; ///< requests since the recorded one before, too many to record. Not kept in the database
    Timestamp at = 0;
    QString peer;
    QByteArray method;
    QString path;
    QList<QPair<QString, QString>> parameters; ///< secrets redacted
    QString endpoint; ///< the endpoint's class, for instance "token"
    QString clientId;
    QString state; ///< ties an authorization flow together
    Id grantId = 0;
    Id familyId = 0;
    QList<Check> checks;
    QList<SqlTrace> statements; ///< what was found in memory needed none; the commit comes later, for many at once
    int status = 0;
    QString redirect; ///< where the answer sends the browser, secrets redacted; empty: nowhere
    QString error; ///< OAuth error code of the answer; empty: none
    qint64 responseBytes = 0;
    qint64 durationMicroseconds = 0;
};

} // namespace Gatehouse

Q_DECLARE_METATYPE(Gatehouse::Exchange)
