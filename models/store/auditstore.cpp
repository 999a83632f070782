#include "models/store/auditstore.h"

#include "models/store/rows.h"
#include "models/store/writer.h"

namespace Gatehouse {

AuditStore::AuditStore(Connection &connection, Writer &writer)
    : m_connection(connection)
    , m_writer(writer)
{ }

Result<Id> AuditStore::append(const AuditEvent &event)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare(
        "INSERT INTO audit_events (domain_id, occurred_at, actor, action, subject, outcome, reason, details,"
        " exchange_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const Result<void> done = statement.exec(event.domainId, event.at, event.actor, event.action, event.subject,
                                             event.outcome, event.reason, event.details, nullable(event.exchangeId));
    if (!done)
        return done.error();
    m_writer.changes().noteInserted(Table::AuditEvents);
    return statement.insertedId();
}

Result<void> AuditStore::complete(Id id, const AuditEvent &event)
{
    return m_connection.prepare("UPDATE audit_events SET outcome = ?, details = ? WHERE id = ?")
        .exec(event.outcome, event.details, id);
}

Result<std::optional<AuditEvent>> AuditStore::find(Id id)
{
    Statement query
        = m_connection.prepare("SELECT id, domain_id, occurred_at, actor, action, subject, outcome, reason, details,"
                               " exchange_id FROM audit_events WHERE id = ?");
    return firstRow<AuditEvent>(query, query.exec(id), [](const Statement &row) {
        return AuditEvent {row.number(0), row.number(1), row.number(2), row.text(3), row.text(4),
                           row.text(5),   row.text(6),   row.text(7),   row.text(8), row.number(9)};
    });
}

} // namespace Gatehouse
