#pragma once

#include "models/records/changeset.h"
#include "models/result.h"

#include <QObject>

#include <functional>
#include <vector>

namespace Gatehouse {

class Connection;

/// The one place that writes. All changes made in one turn of the event loop share a transaction that is committed, and
/// on the disk, before anybody is told that they happened. Lives in the thread of its connection.
class Writer : public QObject
{
    Q_OBJECT

public:
    explicit Writer(Connection &connection, QObject *parent = nullptr);
    ~Writer() override;

    /// Opens the turn's transaction unless it is open, and sees to its commit. Every store calls it before it writes.
    /// Error::Unavailable when another process keeps the database locked, or when this turn is lost already.
    Result<void> begin();
    /// Whether something is written and not yet committed.
    bool isPending() const { return m_open; }
    /// Calls `done` after the commit of this turn with true, or with false when it failed and nothing was kept.
    /// With nothing pending it calls at once.
    void whenSettled(std::function<void(bool durable)> done);
    /// Commits now. Answers whether all that was pending is durable.
    bool flush();

    /// What this turn changed; announced after the commit.
    ChangeSet &changes() { return m_changes; }

Q_SIGNALS:
    /// Once per commit, with what it changed.
    void committed(const Gatehouse::ChangeSet &changes);
    /// Something that was written, all of the turn or one Transaction of it, was undone: what was read from it is wrong.
    void rolledBack();

private:
    /// Everything in this thread waits along, reading requests too. So who has waited in vain hardly waits again until the
    /// lock was free once.
    static constexpr int Patience = 500; ///< milliseconds
    static constexpr int PatienceAfterFailure = 10;

    Result<void> lock();
    void setPatience(int milliseconds);
    bool commit();

    Connection &m_connection;
    ChangeSet m_changes;
    std::vector<std::function<void(bool)>> m_waiting;
    int m_patience = 0;
    bool m_open = false;
};

/// A part of the turn's transaction that is kept or undone alone (a savepoint): what one request writes in several
/// statements is all there or not at all. Undone unless committed. May be nested.
class Transaction
{
public:
    explicit Transaction(Writer &writer, Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Whether it could be opened; commit() repeats the error.
    const Result<void> &opened() const { return m_opened; }
    Result<void> commit();

private:
    Writer &m_writer;
    Connection &m_connection;
    Result<void> m_opened;
    bool m_done = false;
};

} // namespace Gatehouse
