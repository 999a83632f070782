#include "ui/livetables.h"

#include "models/store/connection.h"
#include "models/store/domainstore.h"

namespace Gatehouse {

LiveTables::LiveTables(const WindowContext &context, Store *store, RevocationDesk &revocation, QObject *parent)
    : QObject(parent)
    , m_tokens(context.reader, context.clock)
    , m_grants(context.reader, context.clock)
    , m_applications(context.reader, store)
    , m_users(context.reader, store)
    , m_counts(context.reader.url(), context.clock)
    , m_domain(DomainStore::DefaultId)
    , m_revocation(revocation)
{
    m_tokens.reload();
    m_grants.reload();
    m_applications.reload();
    m_users.reload();
}

void LiveTables::showDomain(Id domain, Id scope)
{
    m_domain = domain;
    m_tokens.setDomain(scope);
    m_grants.setDomain(scope);
    m_applications.setDomain(scope);
    m_users.setDomain(scope);
    m_counts.setDomain(scope);
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
