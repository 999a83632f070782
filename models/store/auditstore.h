#pragma once

#include "models/records/auditevent.h"
#include "models/result.h"

namespace Gatehouse {

class Connection;
class Writer;

/// audit_events.
class AuditStore
{
public:
    AuditStore(Connection &connection, Writer &writer);

    Result<void> append(const AuditEvent &event);

private:
    Connection &m_connection;
    Writer &m_writer;
};

} // namespace Gatehouse
