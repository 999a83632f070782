#pragma once

#include "models/upkeep/backup.h"

#include <QObject>

#include <atomic>
#include <memory>

class QThread;

namespace Gatehouse {

/// Backs up in a thread of its own, one database at a time.
class BackupWork : public QObject
{
    Q_OBJECT

public:
    explicit BackupWork(QObject *parent = nullptr);
    /// Cancels what is running.
    ~BackupWork() override;

    bool isRunning() const { return bool(m_thread); }
    /// Not while one is running.
    void start(const DatabaseUrl &source, const QString &file);
    /// finished() follows.
    void cancel() { m_isCancelled = true; }

Q_SIGNALS:
    void progressed(int percent);
    /// True: the backup is there; false: it was cancelled.
    void finished(const Gatehouse::Result<bool> &outcome);

private:
    void work(const DatabaseUrl &source, const QString &file);

    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_isCancelled = false;
};

} // namespace Gatehouse
