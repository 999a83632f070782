#include "models/upkeep/backupwork.h"

#include <utility>

namespace Gatehouse {

void BackupWork::start(const DatabaseUrl &source, const QString &file)
{
    m_worker.start(
        QStringLiteral("backup"), this, [this, source, file] { return work(source, file); },
        [this](const Result<bool> &outcome) { Q_EMIT finished(outcome); });
}

/// In the thread.
Result<bool> BackupWork::work(const DatabaseUrl &source, const QString &file)
{
    return Backup(source, file).run([this, last = -1](int percent) mutable {
        if (std::exchange(last, percent) != percent)
            QMetaObject::invokeMethod(
                this, [this, percent] { Q_EMIT progressed(percent); }, Qt::QueuedConnection);
        return !m_worker.isCancelled();
    });
}

} // namespace Gatehouse
