#include "models/doorkeeper/railsdatabase.h"

#include "models/doorkeeper/railsviews.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace Gatehouse {

namespace {

constexpr int WatchInterval = 300; // milliseconds
constexpr int WatchShare = 20; // of the time: how seldom it looks again where showing the changes takes long

} // namespace

Result<std::unique_ptr<RailsDatabase>> RailsDatabase::open(const DatabaseUrl &url, const RailsSchema &schema,
                                                           const Clock &clock)
{
    DatabaseUrl foreign = url;
    foreign.foreign = true;
    foreign.views = railsViews(schema);
    auto reader = Connection::open(foreign, Connection::Access::Read);
    if (!reader)
        return reader.error();
    return std::unique_ptr<RailsDatabase>(new RailsDatabase(schema, *std::move(reader), clock));
}

RailsDatabase::RailsDatabase(const RailsSchema &schema, std::unique_ptr<Connection> reader, const Clock &clock)
    : m_schema(schema)
    , m_reader(std::move(reader))
    , m_revocation(m_reader->url(), schema.hasLineage(), clock)
    , m_seenChanges(m_reader->foreignChanges())
{
    m_pool.setMaxThreadCount(1);
    m_watch.setSingleShot(true);
    connect(&m_watch, &QTimer::timeout, this, &RailsDatabase::look);
    m_watch.start(WatchInterval);
}

RailsDatabase::~RailsDatabase() = default;

void RailsDatabase::plan(RevocationSubject subject, const QList<Id> &ids, QObject *context, Planned done)
{
    run([revocation = m_revocation, subject, ids] { return revocation.plan(subject, ids); }, context, std::move(done));
}

void RailsDatabase::revoke(RevocationSubject subject, const QList<Id> &ids, QObject *context, Revoked done)
{
    run([revocation = m_revocation, subject, ids] { return revocation.revoke(subject, ids); }, context,
        [this, done = std::move(done)](const Result<qint64> &ended) {
            look();
            done(ended);
        });
}

void RailsDatabase::lookUp(Id token, QObject *context, std::function<void(const Result<RailsLineage> &)> done)
{
    run([revocation = m_revocation, token] { return revocation.lineageOf(token); }, context, std::move(done));
}

/// A busy application writes many times a second, mostly somewhere else.
void RailsDatabase::look()
{
    QElapsedTimer elapsed;
    elapsed.start();
    const qint64 changes = m_reader->foreignChanges();
    if (std::exchange(m_seenChanges, changes) != changes) {
        ChangeSet all;
        all.noteEverything();
        Q_EMIT changed(all);
    }
    m_watch.start(std::max(WatchInterval, WatchShare * int(elapsed.elapsed())));
}

} // namespace Gatehouse
