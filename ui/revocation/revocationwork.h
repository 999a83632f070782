#pragma once

#include "models/revocation/revocationservice.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace Gatehouse {

class Store;

/// One revocation under way on behalf of the window: done in the store's thread in one transaction, with progress, and
/// cancelled until it commits.
class RevocationWork : public QObject
{
    Q_OBJECT

public:
    RevocationWork(Store &store, QObject *parent);
    /// Cancels what is under way.
    ~RevocationWork() override;

    void start(const RevocationTargets &targets, const RevocationAudit &audit, const QByteArray &fingerprint);
    void cancel() { m_cancelled->store(true); }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void finished(const Gatehouse::RevocationService::Done &done);
    void failed(const QString &sentence);

private:
    Store &m_store;
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

} // namespace Gatehouse
