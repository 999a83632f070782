#pragma once

#include "models/upkeep/backup.h"
#include "models/upkeep/restore.h"
#include "models/upkeep/worker.h"

#include <QObject>

namespace Gatehouse {

/// Backs up and restores in a thread of its own, one database at a time.
class BackupWork : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool isRunning() const { return m_worker.isRunning(); }
    /// Not while one is running.
    void start(const DatabaseUrl &source, const QString &file);
    /// Restore, as the other is Backup.
    void restore(const Restore &restore);
    /// finished() follows.
    void cancel() { m_worker.cancel(); }

Q_SIGNALS:
    void progressed(int percent);
    /// True: it is done; false: it was cancelled.
    void finished(const Gatehouse::Result<bool> &outcome);

private:
    template<class Work> void run(const QString &name, Work work);

    Worker m_worker;
};

} // namespace Gatehouse
