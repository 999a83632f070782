#include "models/lineage/lineagerow.h"

#include "models/audit/auditdetails.h"

#include <algorithm>

namespace Gatehouse {

ActivityFacts LineageRow::facts()
{
    ActivityFacts facts;
    facts.applicationEnabled = flag();
    facts.userEnabled = flag();
    facts.consentRevokedAt = number();
    for (int each = 0; each < 4; ++each)
        facts.notBefore = std::max(facts.notBefore, number());
    return facts;
}

std::optional<LineageRequest> LineageRow::request()
{
    LineageRequest request;
    request.id = number();
    request.method = text();
    request.path = text();
    request.status = int(number());
    request.peer = text();
    return request.id ? std::optional(request) : std::nullopt;
}

std::optional<LineageEvent> LineageRow::event()
{
    LineageEvent event;
    event.id = number();
    event.at = number();
    event.actor = text();
    event.application = text();
    event.action = text();
    event.outcome = text();
    event.level = AuditDetails(text()).text("level");
    event.reason = text();
    return event.id ? std::optional(event) : std::nullopt;
}

} // namespace Gatehouse
