#pragma once

#include "models/upkeep/purge.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Gatehouse {

class Connection;
class Store;

/// What came of a purge.
struct PurgeOutcome
{
    PurgeCounts removed;
    bool isCancelled = false;
    QString problem; ///< a sentence; empty: none
    qint64 longestSlice = 0; ///< microseconds that the writer was held at a time, the commit included
};

/// Keeps the database small: purges it by the schedule of its settings, and when it is asked to. Lives in the store's
/// thread and works there in slices, each in a turn of the event loop; requests come in between, and after each slice it
/// rests four times as long.
class Upkeep : public QObject
{
    Q_OBJECT

public:
    /// Looks at the schedule every minute.
    explicit Upkeep(Store &store);
    ~Upkeep() override;

    /// Starts a purge for `actor`, as the audit trail is to name it, unless one is under way. From any thread.
    void purge(const QString &actor);
    /// Stops the purge under way; what it has removed stays removed. From any thread.
    void cancel();

    /// Starts a purge when the schedule says so.
    void lookAtSchedule();

Q_SIGNALS:
    void progressed(const Gatehouse::PurgeState &state);
    void finished(const Gatehouse::PurgeOutcome &outcome);

private:
    void begin(const QString &actor);
    void runSlice();
    void noteSlice(bool goesOn, bool isDurable);
    void finish(const QString &problem = {});
    Result<void> writeEvent(const PurgeCounts &removed);

    Store &m_store;
    QTimer m_schedule;
    QTimer m_pause;
    std::unique_ptr<Purge> m_purge;
    QElapsedTimer m_slice;
    QString m_actor;
    PurgeOutcome m_outcome;
};

/// How many pairs a purge would remove now: for a connection that reads, in any thread.
Result<qint64> purgeablePairs(Connection &reader, const PurgeLimits &limits);

} // namespace Gatehouse
