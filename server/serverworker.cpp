#include "server/serverworker.h"

#include "models/store/store.h"
#include "server/authserver.h"
#include "server/deployment.h"
#include "server/http/httphost.h"
#include "server/requestrunner.h"

#include <utility>

namespace Gatehouse {

namespace {

constexpr int Patience = 1000;
constexpr int AnnouncementInterval = 100;

} // namespace

ServerWorker::ServerWorker(Store &store)
    : m_store(store)
    , m_end(this)
    , m_announcement(this)
{
    m_end.setSingleShot(true);
    m_announcement.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &ServerWorker::finishStop);
    connect(&m_announcement, &QTimer::timeout, this, &ServerWorker::announce);
}

ServerWorker::~ServerWorker()
{
    tearDown();
}

void ServerWorker::start(const ServerSettings &settings)
{
    m_runner = std::make_unique<RequestRunner>([this](const Request &request) { return m_server->handle(request); },
                                               m_store.writer());
    m_host = std::make_unique<HttpHost>(*m_runner);
    connect(m_host.get(), &HttpHost::drained, &m_end, [this] { m_end.start(0); });
    const Result<quint16> port = m_host->listen(settings.address, settings.port);
    if (!port) {
        tearDown();
        Q_EMIT failed(port.error());
        return;
    }
    const Deployment deployment = deploymentOf(settings, *port);
    m_server = std::make_unique<AuthServer>(m_store, deployment);
    m_server->setExchangeListener([this](const Exchange &exchange) { note(exchange); });
    Q_EMIT started(*port, deployment.issuer);
}

void ServerWorker::stop()
{
    m_end.start(Patience);
    m_host->close();
    if (m_host->connectionCount() == 0)
        m_end.start(0);
}

void ServerWorker::finishStop()
{
    tearDown();
    announce();
    Q_EMIT stopped();
}

/// The commit comes first: it sends the answers that wait for it.
void ServerWorker::tearDown()
{
    m_store.writer().flush();
    m_host.reset();
    m_runner.reset();
    m_server.reset();
}

void ServerWorker::note(const Exchange &exchange)
{
    if (m_exchanges.size() >= MostExchanges)
        m_exchanges.removeFirst();
    m_exchanges.append(exchange);
    if (!m_announcement.isActive())
        m_announcement.start(AnnouncementInterval);
}

void ServerWorker::announce()
{
    if (!m_exchanges.isEmpty())
        Q_EMIT exchangesFinished(std::exchange(m_exchanges, {}));
}

} // namespace Gatehouse
