#pragma once

#include "models/lineage/lineage.h"
#include "models/store/connection.h"

namespace Gatehouse {

/// The cells of a row of a lineage from left to right, and the columns that several rows have in common. The tables are named as in
/// activityJoins().
struct LineageRow
{
    const Statement &statement;
    int at = 0;

    qint64 number() { return statement.number(at++); }
    QString text() { return statement.text(at++); }
    bool flag() { return statement.flag(at++); }
    /// By FactColumns: what codes and both halves of a pair share.
    ActivityFacts facts();
    std::optional<LineageRequest> request();
    std::optional<LineageEvent> event();

    static constexpr char FactColumns[] = ", a.enabled IS NOT FALSE, u.enabled IS NOT FALSE, c.revoked_at,"
                                          " d.not_before, a.not_before, u.not_before, c.not_before";
    static constexpr char RequestColumns[] = ", e.id, e.method, e.path, e.status, e.peer";
    static constexpr char RequestJoin[] = " LEFT JOIN exchanges e ON e.id = t.exchange_id";
    static constexpr char EventColumns[]
        = ", v.id, v.occurred_at, v.actor, va.name, v.action, v.outcome, v.details, v.reason";
    static constexpr char EventJoin[] = " LEFT JOIN audit_events v ON v.id = t.revocation_id";
    static constexpr char EventActorJoin[] = " LEFT JOIN oauth_applications va ON v.actor LIKE 'client:%'"
                                             " AND va.domain_id = v.domain_id AND va.uid = substr(v.actor, 8)";
};

} // namespace Gatehouse
