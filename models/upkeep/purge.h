#pragma once

#include "models/result.h"
#include "models/upkeep/purgesql.h"

#include <QElapsedTimer>

namespace Gatehouse {

class Store;

/// How far a purge has come.
struct PurgeState
{
    PurgeCounts removed;
    int percent = 0; ///< of what is looked through
};

/// Removes what nobody needs any more (PurgeSql), slice by slice: each looks through some rows and deletes those that may
/// go, inside the turn's transaction. How many rows follows from how long the last slices took. Lives in the store's thread.
class Purge
{
public:
    /// What a slice may hold the writer for, its commit included, in milliseconds.
    static constexpr int LongestSlice = 20;

    Purge(Store &store, const PurgeLimits &limits);

    /// One slice, to be followed by the turn's commit. False: nothing is left.
    Result<bool> step();
    /// How long the slice took up to and with its commit, in milliseconds; sets the size of the next.
    void noteDuration(double milliseconds);

    const PurgeState &state() const { return m_state; }

private:
    static constexpr int WantedSlice = 6; ///< milliseconds: leaves room for a commit that waits for the disk
    static constexpr int MostLooked = 4096;
    static constexpr int MostDeleted = 512;
    static constexpr int AtOnce = 8; ///< rows deleted between two looks at the clock

    bool isFull() const
    {
        return m_inSlice >= qint64(m_deleted) || m_timer.nsecsElapsed() > WantedSlice * 1'000'000 / 2;
    }
    Result<QList<Id>> find(const PurgeRule &rule, Id last);
    Result<Id> boundary(const PurgeRule &rule) const;
    Result<void> remove(const PurgeRule &rule, const QList<Id> &rows, Id end);
    Result<bool> emptyFamily(Id family);
    Result<qint64> removeRows(const QString &table, std::optional<Table> announced, const QList<Id> &rows);
    void enterNext();
    void showProgress(const PurgeRule &rule);
    Result<Id> single(const QString &sql) const;

    Store &m_store;
    const QList<PurgeRule> m_rules;
    qsizetype m_rule = 0;
    Id m_last = 0; ///< of the rule's table: looked at up to and with it
    Id m_first = 0; ///< about the lowest key of the table
    Id m_newest = 0; ///< the highest; 0: not asked yet
    double m_looked = 256; ///< rows looked at in a slice
    double m_deleted = 16; ///< and deleted, at most
    qint64 m_inSlice = 0; ///< deleted in this one
    QElapsedTimer m_timer;
    PurgeState m_state;
};

} // namespace Gatehouse
