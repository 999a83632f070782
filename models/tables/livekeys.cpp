#include "models/tables/livekeys.h"

#include "models/clock.h"
#include "models/tables/domaincondition.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Gatehouse {

namespace {

constexpr int MaxNews = 4096; // rows taken in per turn of the event loop
constexpr int MinRefreshPause = 100; // milliseconds between two searches; longer where they take long

} // namespace

LiveKeys::LiveKeys(const KeyIndex &shown, KeysetQuery &query, const DatabaseUrl &url, const Clock &clock,
                   const Source &source)
    : m_shown(shown)
    , m_query(query)
    , m_clock(clock)
    , m_source(source)
    , m_builder(url)
{
    connect(&m_builder, &KeyIndexBuilder::found, this, &LiveKeys::take);
    connect(&m_builder, &KeyIndexBuilder::failed, this, &LiveKeys::fail);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &LiveKeys::build);
}

FilterSql LiveKeys::sqlOf(const Choice &choice) const
{
    FilterSql sql = FilterSql::make(choice.filter, m_source.fields, m_clock.now());
    if (choice.domain != 0)
        sql.condition = (sql.condition.isEmpty() ? QStringLiteral("1") : QString(u'(' % sql.condition % u')'))
            % inDomain(choice.domain, "t.domain_id");
    return sql;
}

void LiveKeys::setDomain(Id domain)
{
    if (domain == m_wanted.domain)
        return;
    m_wanted.domain = domain;
    m_isFilterShown = false;
    if (m_isStarted)
        build();
}

Result<void> LiveKeys::setFilterText(const QString &text)
{
    auto expression = FilterExpression::parse(text, m_source.fields);
    if (!expression)
        return expression.error();
    if (text != m_filterText) {
        m_filterText = text;
        m_wanted.filter = std::move(expression).value();
        m_isFilterShown = false;
        build();
    }
    return {};
}

void LiveKeys::build()
{
    m_refresh.stop();
    m_isStarted = true;
    m_isStale = false;
    m_missed.clear();
    m_buildTime.start();
    setLoading(true);
    m_builder.build({m_source.sql.table, m_source.sql.from, sqlOf(m_wanted), m_wanted.domain, m_source.maxRows});
}

/// The newest rows alone are worth showing only where the wanted rows are not shown yet.
void LiveKeys::take(const FoundKeys &found)
{
    if (!found.isComplete && m_isFilterShown && !m_shown.isEmpty())
        return;
    // Rows above the newest that the worker saw were put in meanwhile. Another filter looks at them as news.
    QList<Id> newer;
    const Id before = std::exchange(m_newest, found.newest);
    while (m_isFilterShown && m_newest < before) {
        const auto news = m_query.newsAfter(m_newest, sqlOf(m_chosen), MaxNews);
        if (news.count == 0)
            break;
        newer.append(news.matching);
        m_newest = news.newest;
    }
    m_chosen = m_wanted;
    m_isFilterShown = true;
    Q_EMIT replaced(found.keys.united(KeyIndex::ofAscending(newer)));
    if (found.isComplete)
        finish(found);
    lookForNews();
}

void LiveKeys::finish(const FoundKeys &found)
{
    m_buildDuration = int(m_buildTime.elapsed());
    setTotal(found.total + m_query.countBetween(found.newest, m_newest, m_chosen.domain));
    setCapped(found.isCapped);
    Q_EMIT updated(m_shown);
    setLoading(false);
    lookAgainAt(std::exchange(m_missed, {}));
    if (m_isStale)
        refreshLater();
    Q_EMIT loaded();
}

void LiveKeys::fail(const QString &sentence)
{
    setLoading(false);
    Q_EMIT failed(sentence);
}

/// Never two searches at a time, and a pause that keeps the worker from eating a processor.
void LiveKeys::refreshLater()
{
    m_isStale = m_isLoading;
    if (!m_isLoading && !m_refresh.isActive())
        m_refresh.start(std::max(MinRefreshPause, 2 * m_buildDuration));
}

void LiveKeys::applyChanges(const ChangeSet &changes)
{
    if (!m_isStarted)
        return;
    const TableChange &own = changes[m_source.table];
    const bool othersChanged
        = std::any_of(m_source.dependsOn.cbegin(), m_source.dependsOn.cend(), [&changes](Table table) {
              return changes[table].everything || !changes[table].updated.isEmpty();
          });
    if (own.inserted || own.everything)
        lookForNews();
    lookAgainAt(own.updated);
    if (own.everything || othersChanged)
        Q_EMIT updated(m_shown);
    if (own.everything || (othersChanged && !m_chosen.filter.isEmpty()))
        refreshLater();
}

void LiveKeys::noteTime()
{
    if (m_isStarted && !m_isLoading && sqlOf(m_chosen).dependsOnTime)
        refreshLater();
}

void LiveKeys::lookForNews()
{
    const auto news = m_query.newsAfter(m_newest, sqlOf(m_chosen), MaxNews);
    const Id domain = m_chosen.domain;
    const qint64 more = domain == 0 ? news.count : m_query.countBetween(m_newest, news.newest, domain);
    m_newest = news.newest;
    setTotal(m_total + more);
    if (!news.matching.isEmpty())
        Q_EMIT inserted(news.matching);
    trim();
    if (news.count == MaxNews)
        QTimer::singleShot(0, this, &LiveKeys::lookForNews);
}

/// Lets the oldest rows go once there are a tenth too many.
void LiveKeys::trim()
{
    const int maxRows = m_source.maxRows;
    if (m_shown.size() <= maxRows + maxRows / 10)
        return;
    Q_EMIT replaced(m_shown.mid({m_shown.size() - maxRows, maxRows}));
    setCapped(true);
}

/// Rows with these keys changed, went away, or match no longer or only now.
void LiveKeys::lookAgainAt(QList<Id> ids)
{
    if (ids.isEmpty())
        return;
    if (m_isLoading)
        m_missed.append(ids);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    QList<Id> present = m_query.matching(ids, sqlOf(m_chosen));
    // Newer ones come with the news; what is older than a capped table shows stays out.
    const Id oldest = m_isCapped ? m_shown.first() : std::numeric_limits<Id>::min();
    present.removeIf([this, oldest](Id id) { return id > m_newest || id < oldest; });
    const KeyIndex matching = KeyIndex::ofAscending(present);
    const KeyIndex gone = KeyIndex::ofAscending(ids).subtracted(matching);
    const int before = m_shown.size();
    Q_EMIT replaced(m_shown.subtracted(gone).united(matching));
    Q_EMIT updated(matching);
    if (m_chosen.filter.isEmpty() && !m_isCapped)
        setTotal(m_total + m_shown.size() - before);
    else
        noteDeleted(gone);
}

/// Rows also leave because they match no longer, or were not shown; the total counts them still.
void LiveKeys::noteDeleted(const KeyIndex &gone)
{
    if (m_query.matching(gone.toList(), {}).size() < gone.size())
        refreshLater();
}

void LiveKeys::setLoading(bool value)
{
    if (std::exchange(m_isLoading, value) != value)
        Q_EMIT loadingChanged(value);
}

void LiveKeys::setTotal(qint64 rows)
{
    if (std::exchange(m_total, rows) != rows)
        Q_EMIT totalChanged(rows);
}

void LiveKeys::setCapped(bool value)
{
    if (std::exchange(m_isCapped, value) != value)
        Q_EMIT cappedChanged(value);
}

} // namespace Gatehouse
