#pragma once

#include "models/result.h"
#include "models/revocation/revocationtarget.h"

#include <functional>

namespace Gatehouse {

class Store;

/// Marks the rows of a target as ended, inside the caller's transaction. What has an end keeps it.
class TargetMarker
{
public:
    /// Hears of so many more rows; false stops.
    using Step = std::function<bool(qint64 rows)>;

    /// `revocation` is the audit event that tells of it.
    TargetMarker(Store &store, Id revocation, Timestamp now, Step step);

    /// False when it was stopped.
    Result<bool> mark(const RevocationTarget &target);

private:
    static constexpr int RowsAtOnce = 5000;

    Result<bool> markTokens(const RevocationTarget &target);
    Result<void> partFromConsents(const RevocationTarget &target);
    Result<bool> atOnce(const QString &table, const QString &assignments, const QString &condition);
    Result<bool> inSlices(const QString &table, const QString &assignments, const QString &condition);

    Store &m_store;
    QString m_mark; ///< "= NOW, revocation_id = ID"
    QString m_now;
    Step m_step;
};

} // namespace Gatehouse
