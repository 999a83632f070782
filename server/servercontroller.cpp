#include "server/servercontroller.h"

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
    Private(StoreThread &thread, const ServerSettings &wanted)
        : service(thread)
        , settings(wanted)
        , worker(new ServerWorker(thread.store()))
    { }

    void begin(ServerController &controller);
    void end(ServerController &controller);
    void enter(ServerController &controller, State next);

    StoreThread &service;
    ServerSettings settings;
    ServerWorker *worker; ///< belongs to the service thread
    State state = State::Stopped;
    bool isWanted = false; ///< what start() and stop() asked for last
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
    QMetaObject::invokeMethod(
        worker, [worker = worker, settings = settings] { worker->start(settings); }, Qt::QueuedConnection);
    enter(controller, State::Starting);
}

void ServerController::Private::end(ServerController &controller)
{
    QMetaObject::invokeMethod(worker, &ServerWorker::stop, Qt::QueuedConnection);
    enter(controller, State::Stopping);
}

ServerController::ServerController(StoreThread &service, const ServerSettings &settings, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(service, settings))
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
    const auto identity = TlsIdentity::of(settings.tls);
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
