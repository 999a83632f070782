#include "server/serverworker.h"

#include "models/records/auditevent.h"
#include "models/store/auditstore.h"
#include "models/store/domainstore.h"
#include "models/store/store.h"
#include "server/authserver.h"
#include "server/deployment.h"
#include "server/http/httphost.h"
#include "server/requestrunner.h"
#include "server/throttle.h"
#include "server/tls/tlsidentity.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr int Patience = 1000;
constexpr int AnnouncementInterval = 100; // milliseconds

} // namespace

ServerWorker::ServerWorker(Store &store)
    : m_store(store)
    , m_end(this)
    , m_announcement(this)
    , m_throttleNews(this)
{
    m_end.setSingleShot(true);
    m_throttleNews.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &ServerWorker::finishStop);
    connect(&m_announcement, &QTimer::timeout, this, [this] { announce(); });
    connect(&m_throttleNews, &QTimer::timeout, this, &ServerWorker::announceThrottled);
}

ServerWorker::~ServerWorker()
{
    tearDown();
}

void ServerWorker::start(const ServerSettings &settings, const std::optional<KeyVault> &vault)
{
    m_runner = std::make_unique<RequestRunner>([this](const Request &request) { return m_server->handle(request); },
                                               m_store.writer());
    m_host = std::make_unique<HttpHost>(*m_runner);
    connect(m_host.get(), &HttpHost::drained, &m_end, [this] { m_end.start(0); });
    if (settings.tls.isOn()) {
        const Result<TlsIdentity> identity = TlsIdentity::of(settings.tls, vault);
        if (!identity) {
            tearDown();
            Q_EMIT failed(identity.error());
            return;
        }
        m_host->encrypt(identity->configuration());
    }
    const Result<quint16> port = m_host->listen(settings.address, settings.port);
    if (!port) {
        tearDown();
        Q_EMIT failed(port.error());
        return;
    }
    const Deployment deployment = deploymentOf(settings, *port);
    m_server = std::make_unique<AuthServer>(m_store, deployment);
    m_server->setExchangeListener([this](const Exchange &exchange) { note(exchange); });
    m_server->throttle().setListener([this] {
        if (!m_throttleNews.isActive())
            m_throttleNews.start(AnnouncementInterval);
    });
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
    announce(m_exchanges.size());
    Q_EMIT stopped();
}

/// The commit comes first: it sends the answers that wait for it.
void ServerWorker::tearDown()
{
    m_store.writer().flush();
    m_host.reset();
    m_runner.reset();
    m_server.reset();
    announceThrottled();
}

void ServerWorker::unblock(const QByteArray &key)
{
    const std::optional<Throttled> known
        = m_server ? m_server->throttle().letGo(key, m_store.clock().now()) : std::nullopt;
    if (!known)
        return;
    AuditEvent event;
    event.domainId = DomainStore::DefaultId;
    event.at = m_store.clock().now();
    event.actor = QStringLiteral("console");
    event.action = QStringLiteral("throttle.lifted");
    event.subject = QStringLiteral("domain:%1").arg(event.domainId);
    const char *what = known->kind == Throttled::Kind::Account ? "user"
        : known->kind == Throttled::Kind::Address              ? "source_ip"
                                                               : "client_id";
    event.details = QString::fromUtf8(
        QJsonDocument(QJsonObject {{QLatin1String(what), known->name}}).toJson(QJsonDocument::Compact));
    (void)m_store.audit().append(event);
}

void ServerWorker::announceThrottled()
{
    m_throttleNews.stop();
    Q_EMIT throttledChanged(m_server ? m_server->throttle().throttled(m_store.clock().now()) : QList<Throttled>());
}

void ServerWorker::note(const Exchange &exchange)
{
    m_exchanges.append(exchange);
    if (!m_announcement.isActive())
        m_announcement.start(AnnouncementInterval);
}

/// The oldest. More than a window can take at once wait for the next time: ExchangeRecorder lets few come for long.
void ServerWorker::announce(qsizetype most)
{
    const QList<Exchange> some = m_exchanges.first(std::min(most, m_exchanges.size()));
    m_exchanges.remove(0, some.size());
    if (m_exchanges.isEmpty())
        m_announcement.stop();
    if (!some.isEmpty())
        Q_EMIT exchangesFinished(some);
}

} // namespace Gatehouse
