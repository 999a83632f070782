#pragma once

#include "models/upkeep/salvage.h"
#include "models/upkeep/worker.h"

#include <QObject>

namespace Gatehouse {

/// Salvages in a thread of its own.
class SalvageWork : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool isRunning() const { return m_worker.isRunning(); }
    /// Looks what can be read; not while something is running.
    void survey(const DatabaseUrl &damaged);
    /// Saves it; likewise.
    void save(const DatabaseUrl &damaged, const QString &file, Timestamp now);
    /// finished() follows.
    void cancel() { m_worker.cancel(); }

Q_SIGNALS:
    /// Rows so far, now and then.
    void progressed(qint64 rows);
    void finished(const Gatehouse::Result<Gatehouse::SalvageOutcome> &outcome);

private:
    using Work = std::function<Result<SalvageOutcome>(const Salvage::Progress &progress)>;
    void start(const Work &work);

    Worker m_worker;
};

} // namespace Gatehouse
