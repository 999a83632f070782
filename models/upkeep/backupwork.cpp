#include "models/upkeep/backupwork.h"

#include <utility>

namespace Gatehouse {

/// `work` is copied into the thread.
template<class Work> void BackupWork::run(const QString &name, Work work)
{
    const Backup::Progress report = [this, last = -1](int percent) mutable {
        if (std::exchange(last, percent) != percent)
            QMetaObject::invokeMethod(
                this, [this, percent] { Q_EMIT progressed(percent); }, Qt::QueuedConnection);
        return !m_worker.isCancelled();
    };
    m_worker.start(
        name, this, [work, report] { return work.run(report); },
        [this](const Result<bool> &outcome) { Q_EMIT finished(outcome); });
}

void BackupWork::start(const DatabaseUrl &source, const QString &file)
{
    run(QStringLiteral("backup"), Backup(source, file));
}

void BackupWork::restore(const Restore &restore)
{
    run(QStringLiteral("restore"), restore);
}

} // namespace Gatehouse
