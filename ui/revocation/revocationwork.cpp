#include "ui/revocation/revocationwork.h"

#include "models/store/store.h"

#include <QPointer>

namespace Gatehouse {

RevocationWork::RevocationWork(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{ }

RevocationWork::~RevocationWork()
{
    cancel();
}

void RevocationWork::start(const RevocationTargets &targets, const RevocationAudit &audit,
                           const QByteArray &fingerprint)
{
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    const auto tell = [guard = QPointer(this)](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, done, total] {
                if (guard)
                    Q_EMIT guard->progressed(done, total);
            },
            Qt::QueuedConnection);
    };
    m_store.run(
        [targets, audit, fingerprint, tell, cancelled = m_cancelled](Store &store) {
            return RevocationService(store).revoke(targets, audit, fingerprint,
                                                   [tell, cancelled](qint64 done, qint64 total) {
                                                       tell(done, total);
                                                       return !cancelled->load();
                                                   });
        },
        this,
        [this](const Result<RevocationService::Done> &done) {
            if (done)
                Q_EMIT finished(*done);
            else
                Q_EMIT failed(done.error().message);
        });
}

} // namespace Gatehouse
