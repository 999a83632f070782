#include "models/audit/auditexport.h"

#include <QElapsedTimer>
#include <QThread>

namespace Gatehouse {

namespace {

constexpr qint64 ReportInterval = 100; // milliseconds

} // namespace

AuditExport::AuditExport(QObject *parent)
    : QObject(parent)
{ }

AuditExport::~AuditExport()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void AuditExport::start(const AuditExportOrder &order)
{
    Q_ASSERT(!isRunning());
    m_isCancelled = false;
    m_thread.reset(QThread::create([this, order] { work(order); }));
    m_thread->setObjectName(QStringLiteral("auditexport"));
    m_thread->start(QThread::LowPriority);
}

/// In the thread.
void AuditExport::work(const AuditExportOrder &order)
{
    QElapsedTimer sinceReport;
    sinceReport.start();
    const auto progress = [this, &sinceReport](const AuditExportState &state) {
        if (sinceReport.elapsed() >= ReportInterval) {
            sinceReport.start();
            QMetaObject::invokeMethod(
                this, [this, state] { Q_EMIT progressed(state); }, Qt::QueuedConnection);
        }
        return !m_isCancelled;
    };
    const Result<AuditExportState> outcome = AuditExportJob(order).run(progress);
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
