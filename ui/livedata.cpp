#include "ui/livedata.h"

#include "models/clock.h"
#include "models/store/store.h"
#include "server/servercontroller.h"

namespace Gatehouse {

LiveData::LiveData(const Console &console, QObject *parent)
    : QObject(parent)
    , m_clock(console.clock)
    , m_tokens(console.reader, console.clock)
    , m_grants(console.reader, console.clock)
    , m_applications(console.reader, &console.store)
    , m_users(console.reader, &console.store)
    , m_counts(console.reader.url(), console.clock)
{
    connect(&console.store, &Store::changed, this, &LiveData::applyChanges);
    connect(&console.server, &ServerController::exchangesFinished, this, &LiveData::noteRequests);
    if (console.sample)
        rememberSecret(console.sample->clientId, console.sample->secret);
    m_tokens.reload();
    m_grants.reload();
    m_applications.reload();
    m_users.reload();
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

void LiveData::applyChanges(const ChangeSet &changes)
{
    m_tokens.applyChanges(changes);
    m_grants.applyChanges(changes);
    m_applications.applyChanges(changes);
    m_users.applyChanges(changes);
    m_counts.applyChanges(changes);
}

void LiveData::noteRequests(const QList<Exchange> &exchanges)
{
    m_requests.add(exchanges);
    for (const Exchange &exchange : exchanges) {
        m_rate.add(exchange.at, 1);
        if (exchange.status >= 400)
            m_lastRefusal = exchange;
    }
    Q_EMIT requestsFinished();
}

} // namespace Gatehouse
