#include "models/upkeep/purge.h"

#include "models/store/store.h"

#include <QSqlQuery>

#include <algorithm>

namespace Gatehouse {

namespace {

QString idList(const QList<Id> &ids)
{
    QStringList numbers;
    for (const Id id : ids)
        numbers.append(QString::number(id));
    return u'(' % numbers.join(u',') % u')';
}

} // namespace

Purge::Purge(Store &store, const PurgeLimits &limits)
    : m_store(store)
    , m_rules(PurgeSql::rules(limits))
{ }

Result<bool> Purge::step()
{
    m_timer.start();
    m_inSlice = 0;
    while (m_rule < m_rules.size()) {
        const PurgeRule &rule = m_rules.at(m_rule);
        const Result<Id> end = boundary(rule);
        if (!end)
            return end.error();
        if (*end == 0) {
            enterNext();
            continue;
        }
        const Result<QList<Id>> rows = find(rule, *end);
        if (!rows)
            return rows.error();
        if (const Result<void> removed = remove(rule, *rows, *end); !removed)
            return removed.error();
        showProgress(rule);
        return true;
    }
    m_state.percent = 100;
    return false;
}

/// The last row that this slice looks at; 0: there are no more.
Result<Id> Purge::boundary(const PurgeRule &rule) const
{
    const Result<Id> some = single(u"SELECT id FROM " % rule.name % u" WHERE id > " % QString::number(m_last)
                                   % u" ORDER BY id LIMIT 1 OFFSET " % QString::number(int(m_looked) - 1));
    if (!some || *some != 0)
        return some;
    return single(u"SELECT max(id) FROM " % rule.name % u" WHERE id > " % QString::number(m_last));
}

Result<QList<Id>> Purge::find(const PurgeRule &rule, Id last)
{
    QList<Id> rows;
    const Result<void> done
        = m_store.connection().read(u"SELECT r.id FROM " % rule.name % u" r WHERE r.id > " % QString::number(m_last)
                                        % u" AND r.id <= " % QString::number(last) % u" AND " % rule.condition
                                        % u" ORDER BY r.id LIMIT " % QString::number(int(m_deleted)),
                                    [&rows](const QSqlQuery &row) { rows.append(row.value(0).toLongLong()); });
    if (!done)
        return done.error();
    return rows;
}

/// Deletes as many as the slice may; the next goes on behind the last of them, or behind `end` when that were all.
Result<void> Purge::remove(const PurgeRule &rule, const QList<Id> &rows, Id end)
{
    const int atOnce = rule.kind == PurgeKind::Families ? 1 : AtOnce;
    for (qsizetype at = 0; at < rows.size(); at += atOnce) {
        if (at > 0 && isFull())
            return {};
        const QList<Id> some = rows.mid(at, atOnce);
        if (rule.kind == PurgeKind::Families) {
            const Result<bool> isEmpty = emptyFamily(some.constFirst());
            if (!isEmpty)
                return isEmpty.error();
            if (!*isEmpty)
                return {};
        }
        const Result<qint64> removed = removeRows(rule.name, rule.table, some);
        if (!removed)
            return removed.error();
        m_state.removed[rule.kind] += *removed;
        m_last = some.constLast();
    }
    m_last = rows.size() < qsizetype(m_deleted) ? end : rows.constLast();
    return {};
}

/// Deletes pairs of the family as far as the slice goes; whether none is left.
Result<bool> Purge::emptyFamily(Id family)
{
    for (;;) {
        QList<Id> pairs;
        const Result<void> found = m_store.connection().read(
            u"SELECT id FROM oauth_access_tokens WHERE family_id = " % QString::number(family) % u" ORDER BY id LIMIT "
                % QString::number(AtOnce),
            [&pairs](const QSqlQuery &row) { pairs.append(row.value(0).toLongLong()); });
        if (!found)
            return found.error();
        if (pairs.isEmpty())
            return true;
        const Result<qint64> removed = removeRows(QStringLiteral("oauth_access_tokens"), Table::AccessTokens, pairs);
        if (!removed)
            return removed.error();
        m_state.removed[PurgeKind::Pairs] += *removed;
        if (isFull())
            return false;
    }
}

Result<qint64> Purge::removeRows(const QString &table, std::optional<Table> announced, const QList<Id> &rows)
{
    if (const Result<void> begun = m_store.writer().begin(); !begun)
        return begun.error();
    const Result<qint64> removed
        = m_store.connection().change(u"DELETE FROM " % table % u" WHERE id IN " % idList(rows));
    if (!removed)
        return removed;
    m_inSlice += *removed;
    if (announced) {
        for (const Id row : rows)
            m_store.writer().changes().noteUpdated(*announced, row);
    }
    return removed;
}

void Purge::enterNext()
{
    ++m_rule;
    m_last = 0;
    m_newest = 0;
}

void Purge::showProgress(const PurgeRule &rule)
{
    if (m_newest == 0) {
        m_first = m_last;
        const Result<Id> newest = single(u"SELECT max(id) FROM " % rule.name);
        m_newest = newest ? *newest : m_last;
    }
    const double share = double(m_last - m_first) / double(std::max<Id>(1, m_newest - m_first));
    m_state.percent = int(100 * (double(m_rule) + std::clamp(share, 0.0, 1.0)) / double(m_rules.size()));
}

void Purge::noteDuration(double milliseconds)
{
    const double factor = std::clamp(WantedSlice / std::max(milliseconds, 0.1), 0.25, 1.5);
    m_deleted = std::clamp(m_deleted * factor, double(AtOnce), double(MostDeleted));
    m_looked = std::clamp(m_looked * factor, double(AtOnce), double(MostLooked));
}

Result<Id> Purge::single(const QString &sql) const
{
    Id number = 0;
    const Result<void> done
        = m_store.connection().read(sql, [&number](const QSqlQuery &row) { number = row.value(0).toLongLong(); });
    if (!done)
        return done.error();
    return number;
}

} // namespace Gatehouse
