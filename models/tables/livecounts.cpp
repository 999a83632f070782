#include "models/tables/livecounts.h"

#include "models/activity.h"
#include "models/clock.h"
#include "models/store/connection.h"
#include "models/tables/domaincondition.h"

#include <QElapsedTimer>
#include <QSqlQuery>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <optional>
#include <utility>

namespace Gatehouse {

namespace {

constexpr int MinCountPause = 500; // milliseconds between two counts
constexpr int CountSlices = 64;
constexpr int RecountInterval = 1000; // milliseconds: tokens expire without anybody's saying so

} // namespace

/// Lives in the counting thread, with a connection of its own.
class LiveCounts::Worker : public QObject
{
public:
    explicit Worker(const DatabaseUrl &url)
        : m_url(url)
    { }

    std::optional<Counts> count(Timestamp now, Id domain)
    {
        if (!connect())
            return std::nullopt;
        Counts counts;
        counts.applications = rowsOf("oauth_applications", domain);
        counts.users = rowsOf("users", domain);
        counts.grants = rowsOf("oauth_access_grants", domain);
        counts.tokens = rowsOf("oauth_access_tokens", domain);
        counts.activeTokens = activeTokens(now, domain);
        return m_isEnding ? std::nullopt : std::optional(counts);
    }

    /// From any thread: what is being counted is not wanted any more.
    void end() { m_isEnding = true; }

    void disconnect() { m_connection.reset(); }

private:
    bool connect()
    {
        if (!m_connection) {
            if (auto opened = Connection::open(m_url, Connection::Access::Read))
                m_connection = std::move(opened).value();
        }
        return bool(m_connection);
    }

    qint64 rowsOf(const char *table, Id domain)
    {
        return single(u"SELECT count(*) FROM " % QLatin1String(table) % u" WHERE 1" % inDomain(domain));
    }

    /// In slices, so that it can end in between.
    qint64 activeTokens(Timestamp now, Id domain)
    {
        const QString sql = u"SELECT count(*) " % activityJoins() % u" WHERE " % activeTokenCondition()
            % u" AND t.id > ? AND t.id <= ?" % inDomain(domain, "t.domain_id");
        const Id newest = single(QStringLiteral("SELECT max(id) FROM oauth_access_tokens"));
        Id from = single(QStringLiteral("SELECT min(id) FROM oauth_access_tokens")) - 1;
        const Id step = (newest - from) / CountSlices + 1;
        qint64 sum = 0;
        for (; from < newest && !m_isEnding; from += step)
            sum += single(sql, {now, from, from + step});
        return sum;
    }

    qint64 single(const QString &sql, const QVariantList &values = {})
    {
        QSqlQuery query(m_connection->handle());
        query.setForwardOnly(true);
        query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        return query.exec() && query.next() ? query.value(0).toLongLong() : 0;
    }

    DatabaseUrl m_url;
    std::unique_ptr<Connection> m_connection;
    std::atomic<bool> m_isEnding = false;
};

struct LiveCounts::Private
{
    Private(LiveCounts &counts, const DatabaseUrl &url, const Clock &time)
        : q(counts)
        , clock(time)
        , counter(url)
    { }

    void countSoon();
    void count();
    void take(const std::optional<Counts> &counts);

    LiveCounts &q;
    const Clock &clock;
    Worker counter;
    QThread thread;
    Counts current;
    Id domain = 0;
    bool isCounting = false;
    bool isStale = false; ///< something changed while it counted
    QElapsedTimer elapsed;
    int duration = 0; ///< milliseconds that the last count took
    QTimer pause;
    QTimer expiry;
};

LiveCounts::LiveCounts(const DatabaseUrl &url, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, url, clock))
{
    d->counter.moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, &d->counter, &Worker::disconnect, Qt::DirectConnection);
    d->thread.setObjectName(QStringLiteral("livecounts"));
    d->thread.start(QThread::LowPriority);
    d->pause.setSingleShot(true);
    connect(&d->pause, &QTimer::timeout, this, [this] { d->count(); });
    connect(&d->expiry, &QTimer::timeout, this, [this] {
        if (d->current.activeTokens > 0)
            d->countSoon();
    });
    d->expiry.start(RecountInterval);
    d->count();
}

LiveCounts::~LiveCounts()
{
    d->counter.end();
    d->thread.quit();
    d->thread.wait();
}

Counts LiveCounts::counts() const
{
    return d->current;
}

void LiveCounts::setDomain(Id domain)
{
    if (std::exchange(d->domain, domain) == domain)
        return;
    d->isStale = d->isCounting;
    if (!d->isCounting)
        d->count();
}

void LiveCounts::applyChanges(const ChangeSet &changes)
{
    constexpr Table Counted[] = {Table::Domains,      Table::Users,        Table::Applications,
                                 Table::AccessGrants, Table::AccessTokens, Table::Consents};
    for (Table table : Counted) {
        if (!changes[table].isEmpty())
            return d->countSoon();
    }
}

/// At most two counts a second, and at rest four times as long as at work where a count takes long.
void LiveCounts::Private::countSoon()
{
    isStale = isCounting;
    if (!isCounting && !pause.isActive())
        pause.start(qMax(MinCountPause, 4 * duration));
}

void LiveCounts::Private::count()
{
    isCounting = true;
    elapsed.start();
    QMetaObject::invokeMethod(
        &counter,
        [this, now = clock.now(), of = domain] {
            const std::optional<Counts> counts = counter.count(now, of);
            QMetaObject::invokeMethod(
                &q, [this, counts] { take(counts); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void LiveCounts::Private::take(const std::optional<Counts> &counts)
{
    isCounting = false;
    duration = int(elapsed.elapsed());
    if (counts && *counts != current) {
        current = *counts;
        Q_EMIT q.countsChanged(current);
    }
    if (isStale || !counts)
        countSoon();
}

} // namespace Gatehouse
