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

#include <sys/resource.h>
#include <unistd.h>

namespace Gatehouse {

namespace {

constexpr int MinCountPause = 500; // milliseconds between two counts
constexpr int CountSlices = 64;
constexpr int ExpiryInterval = 1000; // milliseconds: tokens expire without anybody's saying so
constexpr int Niceness = 10; ///< of the counting thread: the server's are first, where there are few processors

/// Qt's priorities of threads mean nothing to Linux.
void standBack()
{
    const auto thread = id_t(::gettid());
    ::setpriority(PRIO_PROCESS, thread, ::getpriority(PRIO_PROCESS, thread) + Niceness);
}

} // namespace

struct LiveCounts::Tally
{
    Counts counts;
    Timestamp at = 0;
    Timestamp nextExpiry = 0; ///< when the first of the active tokens expires; 0: none does

    /// Whether time alone has made it untrue, in whichever direction it has gone.
    bool isOutdated(Timestamp now) const { return now < at || (nextExpiry != 0 && nextExpiry <= now); }
};

/// Lives in the counting thread, with a connection of its own.
class LiveCounts::Worker : public QObject
{
public:
    explicit Worker(const DatabaseUrl &url)
        : m_url(url)
    { }

    std::optional<Tally> count(Timestamp now, Id domain)
    {
        if (!connect())
            return std::nullopt;
        m_hasFailed = false;
        Tally tally;
        tally.at = now;
        Counts &counts = tally.counts;
        counts.applications = rowsOf("oauth_applications", domain);
        counts.users = rowsOf("users", domain);
        counts.grants = rowsOf("oauth_access_grants", domain);
        counts.tokens = rowsOf("oauth_access_tokens", domain);
        countActiveTokens(now, domain, tally);
        return m_isEnding || m_hasFailed ? std::nullopt : std::optional(tally);
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
    void countActiveTokens(Timestamp now, Id domain, Tally &tally)
    {
        const QString sql = u"SELECT count(*), coalesce(min(t.expires_at), 0) " % activityJoins() % u" WHERE "
            % activeTokenCondition() % u" AND t.id > ? AND t.id <= ?" % inDomain(domain, "t.domain_id");
        const Id newest = single(QStringLiteral("SELECT max(id) FROM oauth_access_tokens"));
        Id from = single(QStringLiteral("SELECT min(id) FROM oauth_access_tokens")) - 1;
        const Id step = (newest - from) / CountSlices + 1;
        for (; from < newest && !m_isEnding; from += step) {
            const QSqlQuery row = firstRow(sql, {now, from, from + step});
            tally.counts.activeTokens += number(row, 0);
            const Timestamp expiry = number(row, 1);
            if (expiry != 0 && (tally.nextExpiry == 0 || expiry < tally.nextExpiry))
                tally.nextExpiry = expiry;
        }
    }

    qint64 single(const QString &sql) { return number(firstRow(sql), 0); }

    QSqlQuery firstRow(const QString &sql, const QVariantList &values = {})
    {
        QSqlQuery query(m_connection->handle());
        query.setForwardOnly(true);
        query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec() || !query.next())
            m_hasFailed = true;
        return query;
    }

    static qint64 number(const QSqlQuery &row, int column)
    {
        return row.isValid() ? row.value(column).toLongLong() : 0;
    }

    DatabaseUrl m_url;
    std::unique_ptr<Connection> m_connection;
    bool m_hasFailed = false;
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
    void take(const std::optional<Tally> &tally);

    LiveCounts &q;
    const Clock &clock;
    Worker counter;
    QThread thread;
    Tally current;
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
    connect(&d->thread, &QThread::started, &d->counter, &standBack, Qt::DirectConnection);
    connect(&d->thread, &QThread::finished, &d->counter, &Worker::disconnect, Qt::DirectConnection);
    d->thread.setObjectName(QStringLiteral("livecounts"));
    d->thread.start();
    d->pause.setSingleShot(true);
    connect(&d->pause, &QTimer::timeout, this, [this] { d->count(); });
    connect(&d->expiry, &QTimer::timeout, this, [this] {
        if (d->current.isOutdated(d->clock.now()))
            d->countSoon();
    });
    d->expiry.start(ExpiryInterval);
    d->pause.start(0); // once our owner hears of changes
}

LiveCounts::~LiveCounts()
{
    d->counter.end();
    d->thread.quit();
    d->thread.wait();
}

Counts LiveCounts::counts() const
{
    return d->current.counts;
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
    pause.stop();
    isCounting = true;
    elapsed.start();
    QMetaObject::invokeMethod(
        &counter,
        [this, now = clock.now(), of = domain] {
            const std::optional<Tally> tally = counter.count(now, of);
            QMetaObject::invokeMethod(
                &q, [this, tally] { take(tally); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void LiveCounts::Private::take(const std::optional<Tally> &tally)
{
    isCounting = false;
    duration = int(elapsed.elapsed());
    if (tally) {
        const Counts before = std::exchange(current, *tally).counts;
        if (current.counts != before)
            Q_EMIT q.countsChanged(current.counts);
    }
    if (isStale || !tally)
        countSoon();
}

} // namespace Gatehouse
