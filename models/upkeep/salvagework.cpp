#include "models/upkeep/salvagework.h"

namespace Gatehouse {

void SalvageWork::survey(const DatabaseUrl &damaged)
{
    start([damaged](const Salvage::Progress &progress) { return Salvage(damaged).survey(progress); });
}

void SalvageWork::save(const DatabaseUrl &damaged, const QString &file, Timestamp now)
{
    start([=](const Salvage::Progress &progress) { return Salvage(damaged).save(file, now, progress); });
}

void SalvageWork::start(const Work &work)
{
    const auto progress = [this](qint64 rows) {
        QMetaObject::invokeMethod(
            this, [this, rows] { Q_EMIT progressed(rows); }, Qt::QueuedConnection);
        return !m_worker.isCancelled();
    };
    m_worker.start(
        QStringLiteral("salvage"), this, [work, progress] { return work(progress); },
        [this](const Result<SalvageOutcome> &outcome) { Q_EMIT finished(outcome); });
}

} // namespace Gatehouse
