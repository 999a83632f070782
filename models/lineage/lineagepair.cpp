#include "models/lineage/lineagepair.h"

#include "models/lineage/lineagerow.h"

#include <algorithm>

namespace Gatehouse {

namespace {

/// The earlier of two times of which 0 means never.
Timestamp earlier(Timestamp one, Timestamp other)
{
    return one && other ? std::min(one, other) : std::max(one, other);
}

bool isBefore(Timestamp one, Timestamp other)
{
    return one && (!other || one < other);
}

/// A pair names one event. Where its halves ended at two times, it tells of the one that it is nearer to.
bool tellsOf(const LineageEvent &event, const LineageStep &half, const LineageStep &other)
{
    return half.endedAt && (!other.endedAt || qAbs(half.endedAt - event.at) <= qAbs(other.endedAt - event.at));
}

} // namespace

LineagePair LineagePair::read(const Statement &statement, Timestamp now)
{
    LineageRow row {statement};
    LineagePair pair;
    LineageStep &access = pair.access;
    LineageStep &refresh = pair.refresh;
    refresh.kind = LineageStep::Kind::Refresh;
    access.id = refresh.id = row.number();
    pair.parent = row.number();
    access.name = row.text();
    refresh.name = row.text();
    access.at = refresh.at = row.number();
    access.expiresAt = row.number();
    refresh.expiresAt = row.number();
    const Timestamp ended = row.number();
    access.endedAt = earlier(ended, row.number());
    refresh.endedAt = earlier(ended, row.number());
    refresh.usedAt = row.number();
    const Timestamp familyEnded = row.number();
    ActivityFacts facts = row.facts();
    facts.issuedAt = access.at;
    facts.revokedAt = access.endedAt;
    facts.expiresAt = access.expiresAt;
    access.activity = activityOf(facts, now);
    facts.isRefreshToken = true;
    facts.revokedAt = refresh.endedAt;
    facts.expiresAt = refresh.expiresAt;
    facts.usedAt = refresh.usedAt;
    facts.familyEndedAt = familyEnded;
    refresh.activity = activityOf(facts, now);
    access.request = refresh.request = row.request();
    pair.tellEnds(row.event());
    return pair;
}

void LineagePair::tellEnds(const std::optional<LineageEvent> &event)
{
    access.endedAlone = hasRefreshToken() && isBefore(access.endedAt, refresh.endedAt);
    refresh.endedAlone = isBefore(refresh.endedAt, access.endedAt);
    if (event && tellsOf(*event, access, refresh))
        access.end = event;
    if (event && tellsOf(*event, refresh, access))
        refresh.end = event;
}

} // namespace Gatehouse
