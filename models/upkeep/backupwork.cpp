#include "models/upkeep/backupwork.h"

#include <QThread>

#include <utility>

namespace Gatehouse {

BackupWork::BackupWork(QObject *parent)
    : QObject(parent)
{ }

BackupWork::~BackupWork()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void BackupWork::start(const DatabaseUrl &source, const QString &file)
{
    Q_ASSERT(!isRunning());
    m_isCancelled = false;
    m_thread.reset(QThread::create([this, source, file] { work(source, file); }));
    m_thread->setObjectName(QStringLiteral("backup"));
    m_thread->start(QThread::LowPriority);
}

/// In the thread.
void BackupWork::work(const DatabaseUrl &source, const QString &file)
{
    const auto progress = [this, last = -1](int percent) mutable {
        if (std::exchange(last, percent) != percent)
            QMetaObject::invokeMethod(
                this, [this, percent] { Q_EMIT progressed(percent); }, Qt::QueuedConnection);
        return !m_isCancelled;
    };
    const Result<bool> outcome = Backup(source, file).run(progress);
    QMetaObject::invokeMethod(
        this,
        [this, outcome] {
            m_thread->wait();
            m_thread.reset();
            Q_EMIT finished(outcome);
        },
        Qt::QueuedConnection);
}

} // namespace Gatehouse
