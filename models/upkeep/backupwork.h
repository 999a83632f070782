#pragma once

#include "models/upkeep/backup.h"
#include "models/upkeep/worker.h"

#include <QObject>

namespace Gatehouse {

/// Backs up in a thread of its own, one database at a time.
class BackupWork : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool isRunning() const { return m_worker.isRunning(); }
    /// Not while one is running.
    void start(const DatabaseUrl &source, const QString &file);
    /// finished() follows.
    void cancel() { m_worker.cancel(); }

Q_SIGNALS:
    void progressed(int percent);
    /// True: the backup is there; false: it was cancelled.
    void finished(const Gatehouse::Result<bool> &outcome);

private:
    Result<bool> work(const DatabaseUrl &source, const QString &file);

    Worker m_worker;
};

} // namespace Gatehouse
