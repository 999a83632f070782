#include "server/servercontroller.h"

#include "models/secrets/vaultopener.h"
#include "models/store/store.h"
#include "models/store/storethread.h"
#include "server/deployment.h"
#include "server/serverworker.h"
#include "server/tls/localauthority.h"
#include "server/tls/tlsidentity.h"

#include <QTcpServer>

#include <utility>

namespace Gatehouse {

struct ServerController::Private
{
    Private(StoreThread &thread, VaultOpener &opener, const ServerSettings &wanted)
        : service(thread)
        , vault(opener)
        , settings(wanted)
        , worker(new ServerWorker(thread.store()))
    { }

    void begin(ServerController &controller);
    void openVault(ServerController &controller);
    void launch(const std::optional<KeyVault> &opened);
    void end(ServerController &controller);
    void enter(ServerController &controller, State next);

    StoreThread &service;
    VaultOpener &vault;
    ServerSettings settings;
    ServerWorker *worker; ///< belongs to the service thread
    State state = State::Stopped;
    bool isWanted = false; ///< what start() and stop() asked for last
    bool isOpening = false; ///< the vault, before the worker is told
    Error error;
    quint16 port = 0;
    QString issuer;
    qint64 startedAt = 0;
    QList<Throttled> throttled;
};

void ServerController::Private::enter(ServerController &controller, State next)
{
    state = next;
    Q_EMIT controller.stateChanged(next);
}

void ServerController::Private::begin(ServerController &controller)
{
    error = {};
    if (settings.tls.mode == TlsSettings::Mode::Local)
        openVault(controller);
    else
        launch({});
    enter(controller, State::Starting);
}

/// Nothing else needs a key of ours, so nobody else is asked to unlock a keyring.
void ServerController::Private::openVault(ServerController &controller)
{
    isOpening = true;
    vault.open(&controller, [this, &controller](const Result<KeyVault> &opened) {
        isOpening = false;
        if (!opened)
            return controller.noteFailed(opened.error());
        if (!isWanted)
            return enter(controller, State::Stopped);
        launch(*opened);
    });
}

void ServerController::Private::launch(const std::optional<KeyVault> &opened)
{
    QMetaObject::invokeMethod(
        worker, [worker = worker, settings = settings, opened] { worker->start(settings, opened); },
        Qt::QueuedConnection);
}

void ServerController::Private::end(ServerController &controller)
{
    QMetaObject::invokeMethod(worker, &ServerWorker::stop, Qt::QueuedConnection);
    enter(controller, State::Stopping);
}

ServerController::ServerController(StoreThread &service, VaultOpener &vault, const ServerSettings &settings,
                                   QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(service, vault, settings))
{
    d->worker->moveToThread(&service.thread());
    connect(d->worker, &ServerWorker::started, this, &ServerController::noteStarted);
    connect(d->worker, &ServerWorker::failed, this, &ServerController::noteFailed);
    connect(d->worker, &ServerWorker::stopped, this, &ServerController::noteStopped);
    connect(d->worker, &ServerWorker::exchangesFinished, this, &ServerController::exchangesFinished);
    connect(d->worker, &ServerWorker::throttledChanged, this, [this](const QList<Throttled> &throttled) {
        if (std::exchange(d->throttled, throttled) != throttled)
            Q_EMIT throttledChanged();
    });
}

ServerController::~ServerController()
{
    d->worker->disconnect(this);
    QMetaObject::invokeMethod(
        &d->service.store(), [worker = d->worker] { delete worker; }, Qt::BlockingQueuedConnection);
}

ServerController::State ServerController::state() const
{
    return d->state;
}

Error ServerController::error() const
{
    return d->error;
}

QString ServerController::issuer() const
{
    return d->state == State::Running ? d->issuer : issuerOf(d->settings, d->settings.port);
}

quint16 ServerController::port() const
{
    return d->state == State::Running ? d->port : d->settings.port;
}

qint64 ServerController::startedAt() const
{
    return d->state == State::Running ? d->startedAt : 0;
}

const ServerSettings &ServerController::settings() const
{
    return d->settings;
}

VaultOpener &ServerController::vault() const
{
    return d->vault;
}

void ServerController::setSettings(const ServerSettings &settings)
{
    d->settings = settings;
}

void ServerController::start()
{
    d->isWanted = true;
    if (d->state == State::Stopped || d->state == State::Failed)
        d->begin(*this);
}

void ServerController::stop()
{
    d->isWanted = false;
    if (d->state == State::Running)
        d->end(*this);
    else if (d->isOpening)
        d->vault.cancel();
    else if (d->state == State::Failed)
        d->enter(*this, State::Stopped);
}

const QList<Throttled> &ServerController::throttled() const
{
    return d->throttled;
}

void ServerController::unblock(const Throttled &throttled)
{
    QMetaObject::invokeMethod(
        d->worker, [worker = d->worker, key = throttled.key] { worker->unblock(key); }, Qt::QueuedConnection);
}

void ServerController::noteStarted(quint16 port, const QString &issuer)
{
    if (!d->isWanted)
        return d->end(*this);
    d->port = port;
    d->issuer = issuer;
    d->startedAt = d->service.store().clock().now();
    d->enter(*this, State::Running);
}

void ServerController::noteFailed(const Error &error)
{
    if (!d->isWanted)
        return d->enter(*this, State::Stopped);
    d->isWanted = false;
    d->error = error;
    d->enter(*this, State::Failed);
}

void ServerController::noteStopped()
{
    d->state = State::Stopped;
    if (d->isWanted)
        d->begin(*this);
    else
        d->enter(*this, State::Stopped);
}

Result<void> ServerController::check(const ServerSettings &settings)
{
    if (settings.tls.mode != TlsSettings::Mode::Files)
        return {};
    const auto identity = TlsIdentity::read(settings.tls.certificate, settings.tls.key);
    return identity ? Result<void>() : Result<void>(identity.error());
}

QString ServerController::authorityFile()
{
    return LocalAuthority::inStandardFolder().certificateFile();
}

quint16 ServerController::firstFreePort(const QHostAddress &address, quint16 from)
{
    for (int port = qMax<int>(1, from); port <= 65535; ++port) {
        QTcpServer probe;
        if (probe.listen(address, quint16(port)))
            return quint16(port);
    }
    return 0;
}

} // namespace Gatehouse
