#include "ui/livetables.h"

#include "models/store/connection.h"

namespace Gatehouse {

LiveTables::LiveTables(const WindowContext &context, Store *store, QObject *parent)
    : QObject(parent)
    , m_tokens(context.reader, context.clock)
    , m_grants(context.reader, context.clock)
    , m_applications(context.reader, store)
    , m_users(context.reader, store)
    , m_counts(context.reader.url(), context.clock)
{
    m_tokens.reload();
    m_grants.reload();
    m_applications.reload();
    m_users.reload();
}

void LiveTables::applyChanges(const ChangeSet &changes)
{
    m_tokens.applyChanges(changes);
    m_grants.applyChanges(changes);
    m_applications.applyChanges(changes);
    m_users.applyChanges(changes);
    m_counts.applyChanges(changes);
}

} // namespace Gatehouse
