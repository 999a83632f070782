#include "models/store/auditstore.h"

#include "models/store/rows.h"
#include "models/store/writer.h"

namespace Gatehouse {

AuditStore::AuditStore(Connection &connection, Writer &writer)
    : m_connection(connection)
    , m_writer(writer)
{ }

Result<void> AuditStore::append(const AuditEvent &event)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    m_writer.changes().noteInserted(Table::AuditEvents);
    return m_connection
        .prepare("INSERT INTO audit_events (domain_id, occurred_at, actor, action, subject, outcome, reason, details,"
                 " exchange_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .exec(event.domainId, event.at, event.actor, event.action, event.subject, event.outcome, event.reason,
              event.details, nullable(event.exchangeId));
}

} // namespace Gatehouse
