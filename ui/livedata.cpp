#include "ui/livedata.h"

#include "models/clock.h"
#include "models/store/store.h"
#include "server/servercontroller.h"
#include "ui/revocation/revocationpreview.h"

namespace Gatehouse {

LiveData::LiveData(const Console &console, QObject *parent)
    : LiveTables(console, &console.store, parent)
    , m_clock(console.clock)
    , m_store(console.store)
    , m_consents(console.reader, console.clock)
    , m_audit(console.reader, console.clock)
{
    m_consents.reload();
    m_audit.reload();
    connect(&console.store, &Store::changed, this, &LiveTables::applyChanges);
    connect(&console.store, &Store::changed, &m_consents, &ConsentsModel::applyChanges);
    connect(&console.store, &Store::changed, &m_audit, &AuditModel::applyChanges);
    connect(&console.server, &ServerController::exchangesFinished, this, &LiveData::noteRequests);
    if (console.sample)
        rememberSecret(console.sample->clientId, console.sample->secret);
}

RevocationPane *LiveData::newRevocationPane(RevocationPick::Kind)
{
    return new RevocationPreview(m_store, m_clock);
}

void LiveData::showDomain(Id domain, Id scope)
{
    LiveTables::showDomain(domain, scope);
    m_consents.setDomain(scope);
    m_audit.setDomain(scope);
}

qint64 LiveData::requestsPerMinute() const
{
    return m_rate.perMinute(m_clock.now());
}

void LiveData::rememberSecret(const QString &clientId, const QString &secret)
{
    m_secrets.insert(clientId, secret);
    Q_EMIT secretRemembered(clientId);
}

void LiveData::noteRequests(const QList<Exchange> &exchanges)
{
    m_requests.add(exchanges);
    for (const Exchange &exchange : exchanges) {
        m_rate.add(exchange.at, 1 + exchange.unrecorded);
        if (exchange.status >= 400)
            m_lastRefusal = exchange;
    }
    Q_EMIT requestsFinished();
}

} // namespace Gatehouse
