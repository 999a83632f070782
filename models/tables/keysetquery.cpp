#include "models/tables/keysetquery.h"

#include "models/tables/domaincondition.h"

#include <QSqlRecord>
#include <QStringList>

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr std::size_t MaxPrepared = 16; // one filter needs three; old filters' are thrown away

QString andFilter(const FilterSql &filter)
{
    return filter.condition.isEmpty() ? QString() : QString(u" AND " % filter.condition);
}

} // namespace

KeysetQuery::KeysetQuery(const QSqlDatabase &database, const KeysetSource &source)
    : m_database(database)
    , m_source(source)
{ }

QList<QVariantList> KeysetQuery::rows(const QList<Id> &keys)
{
    QSqlQuery &query = prepared(u"SELECT t.id, " % m_source.columns % u' ' % m_source.from % u" WHERE t.id IN "
                                % keyList() % u" ORDER BY t.id");
    bindKeys(query, keys);
    QList<QVariantList> rows;
    rows.reserve(keys.size());
    query.exec();
    const int columns = query.record().count();
    while (query.next()) {
        QVariantList row;
        row.reserve(columns);
        for (int i = 0; i < columns; ++i)
            row.append(query.value(i));
        rows.append(std::move(row));
    }
    query.finish();
    return rows;
}

KeysetQuery::News KeysetQuery::newsAfter(Id known, const FilterSql &filter, int limit)
{
    const bool isFiltered = !filter.condition.isEmpty();
    QSqlQuery &query
        = prepared(isFiltered ? QString(u"SELECT t.id, " % filter.condition % u' ' % m_source.from
                                        % u" WHERE t.id > ? ORDER BY t.id LIMIT ?")
                              : QString(u"SELECT id FROM " % m_source.table % u" WHERE id > ? ORDER BY id LIMIT ?"));
    int position = 0;
    for (const QVariant &value : filter.values)
        query.bindValue(position++, value);
    query.bindValue(position++, known);
    query.bindValue(position, limit);
    News news;
    news.newest = known;
    query.exec();
    while (query.next()) {
        news.newest = query.value(0).toLongLong();
        ++news.count;
        if (!isFiltered || query.value(1).toBool())
            news.matching.append(news.newest);
    }
    query.finish();
    return news;
}

QList<Id> KeysetQuery::matching(const QList<Id> &keys, const FilterSql &filter)
{
    QList<Id> found;
    QSqlQuery &query = prepared(u"SELECT t.id " % m_source.from % u" WHERE t.id IN " % keyList() % andFilter(filter)
                                % u" ORDER BY t.id");
    for (qsizetype at = 0; at < keys.size(); at += MaxKeys) {
        bindKeys(query, keys.mid(at, MaxKeys));
        int position = MaxKeys;
        for (const QVariant &value : filter.values)
            query.bindValue(position++, value);
        query.exec();
        while (query.next())
            found.append(query.value(0).toLongLong());
        query.finish();
    }
    std::sort(found.begin(), found.end());
    return found;
}

qint64 KeysetQuery::countBetween(Id from, Id to, Id domain)
{
    QSqlQuery &query
        = prepared(u"SELECT count(*) FROM " % m_source.table % u" WHERE id > ? AND id <= ?" % inDomain(domain));
    query.bindValue(0, from);
    query.bindValue(1, to);
    const qint64 count = query.exec() && query.next() ? query.value(0).toLongLong() : 0;
    query.finish();
    return count;
}

QSqlQuery &KeysetQuery::prepared(const QString &sql)
{
    const auto known = m_queries.find(sql);
    if (known != m_queries.end())
        return known->second;
    if (m_queries.size() >= MaxPrepared)
        m_queries.clear();
    QSqlQuery &query = m_queries.try_emplace(sql, m_database).first->second;
    query.setForwardOnly(true);
    query.prepare(sql);
    return query;
}

QString KeysetQuery::keyList() const
{
    return u'(' % QStringList(MaxKeys, QStringLiteral("?")).join(u',') % u')';
}

/// A list of fixed length keeps one prepared statement; what is not needed repeats the last key.
void KeysetQuery::bindKeys(QSqlQuery &query, const QList<Id> &keys)
{
    Q_ASSERT(!keys.isEmpty() && keys.size() <= MaxKeys);
    for (int i = 0; i < MaxKeys; ++i)
        query.bindValue(i, keys.at(qMin(qsizetype(i), keys.size() - 1)));
}

} // namespace Gatehouse
