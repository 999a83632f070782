#pragma once

#include "models/audit/auditexportjob.h"

#include <QObject>

#include <atomic>
#include <memory>

class QThread;

namespace Gatehouse {

/// Exports in a thread of its own, one at a time.
class AuditExport : public QObject
{
    Q_OBJECT

public:
    explicit AuditExport(QObject *parent = nullptr);
    /// Cancels what is running.
    ~AuditExport() override;

    bool isRunning() const { return bool(m_thread); }
    /// Not while one is running.
    void start(const AuditExportOrder &order);
    /// finished() follows.
    void cancel() { m_isCancelled = true; }

Q_SIGNALS:
    void progressed(const Gatehouse::AuditExportState &state);
    void finished(const Gatehouse::Result<Gatehouse::AuditExportState> &outcome);

private:
    void work(const AuditExportOrder &order);

    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_isCancelled = false;
};

} // namespace Gatehouse
