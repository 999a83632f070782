#pragma once

#include "models/lineage/lineage.h"

namespace Gatehouse {

class Statement;

/// Both halves of a pair as steps of its lineage.
struct LineagePair
{
    Id parent = 0;
    LineageStep access;
    LineageStep refresh;

    bool hasRefreshToken() const { return !refresh.name.isEmpty(); }

    /// What read() wants first; the facts, request and event of LineageRow follow.
    static constexpr char Columns[] = "t.id, t.parent_id, t.token, t.refresh_token, t.created_at, t.expires_at,"
                                      " t.refresh_expires_at, t.revoked_at, t.access_revoked_at,"
                                      " t.refresh_revoked_at, t.refresh_used_at, f.ended_at";
    static LineagePair read(const Statement &statement, Timestamp now);

private:
    void tellEnds(const std::optional<LineageEvent> &event);
};

} // namespace Gatehouse
