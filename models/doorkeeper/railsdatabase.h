#pragma once

#include "models/doorkeeper/railsrevocation.h"
#include "models/doorkeeper/railsschema.h"
#include "models/records/changeset.h"
#include "models/store/connection.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace Gatehouse {

/// The database of a Rails application with Doorkeeper, opened beside it: read through views that make its tables look like ours, told
/// when the application writes, and written only to revoke.
class RailsDatabase : public QObject, public RevocationDesk
{
    Q_OBJECT

public:
    static Result<std::unique_ptr<RailsDatabase>> open(const DatabaseUrl &url, const RailsSchema &schema,
                                                       const Clock &clock);
    /// Waits for a revocation that is under way.
    ~RailsDatabase() override;

    const RailsSchema &schema() const { return m_schema; }
    /// Of the thread that opened the database.
    Connection &reader() { return *m_reader; }

    void plan(RevocationSubject subject, const QList<Id> &ids, QObject *context, Planned done) override;
    void revoke(RevocationSubject subject, const QList<Id> &ids, QObject *context, Revoked done) override;
    void lookUp(Id token, QObject *context, std::function<void(const Result<RailsLineage> &)> done);

Q_SIGNALS:
    /// Somebody wrote: `everything` of each table.
    void changed(const Gatehouse::ChangeSet &changes);

private:
    RailsDatabase(const RailsSchema &schema, std::unique_ptr<Connection> reader, const Clock &clock);
    void look();

    /// Runs `job()` in the pool and calls `done(result)` in the application's thread.
    template<class Job, class Done> void run(Job job, QObject *context, Done done)
    {
        m_pool.start([this, job = std::move(job), guard = QPointer<QObject>(context), done = std::move(done)] {
            const auto outcome = job();
            QMetaObject::invokeMethod(
                this,
                [outcome, guard, done] {
                    if (guard)
                        done(outcome);
                },
                Qt::QueuedConnection);
        });
    }

    RailsSchema m_schema;
    std::unique_ptr<Connection> m_reader;
    RailsRevocation m_revocation;
    qint64 m_seenChanges;
    QTimer m_watch;
    QThreadPool m_pool; ///< last: its jobs use the others
};

} // namespace Gatehouse
