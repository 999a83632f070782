#pragma once

#include "models/records/auditevent.h"
#include "models/result.h"

#include <optional>

namespace Gatehouse {

class Connection;
class Writer;

/// audit_events.
class AuditStore
{
public:
    AuditStore(Connection &connection, Writer &writer);

    /// Answers its id.
    Result<Id> append(const AuditEvent &event);
    /// Writes the outcome and the details of an event whose transaction is still open.
    Result<void> complete(Id id, const AuditEvent &event);
    Result<std::optional<AuditEvent>> find(Id id);

private:
    Connection &m_connection;
    Writer &m_writer;
};

} // namespace Gatehouse
