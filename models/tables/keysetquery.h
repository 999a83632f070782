#pragma once

#include "models/filter/filtersql.h"
#include "models/tables/keyindex.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <map>

namespace Gatehouse {

/// What a keyset table reads.
struct KeysetSource
{
    QString table;
    QString columns; ///< what a row consists of; comes after t.id
    QString from; ///< FROM clause with all joins; the table's row is `t`
};

/// The few SELECTs of a keyset model, each over a bounded number of rows and finished before the call returns. For one thread.
class KeysetQuery
{
public:
    static constexpr int MaxKeys = 64;

    /// Rows that are newer than what is known.
    struct News
    {
        QList<Id> matching; ///< ascending
        Id newest = 0; ///< the last key looked at
        int count = 0; ///< rows looked at, matching or not
    };

    KeysetQuery(const QSqlDatabase &database, const KeysetSource &source);

    /// The rows with these keys (at most MaxKeys) in ascending order, each with its key first. Rows that are gone are missing.
    QList<QVariantList> rows(const QList<Id> &keys);
    /// Rows with keys above `known`, at most `limit` looked at.
    News newsAfter(Id known, const FilterSql &filter, int limit);
    /// Those of the keys, ascending, whose rows are there and match.
    QList<Id> matching(const QList<Id> &keys, const FilterSql &filter);
    /// Rows of the domain (0: of all) with keys above `from` up to and with `to`.
    qint64 countBetween(Id from, Id to, Id domain);

private:
    QSqlQuery &prepared(const QString &sql);
    QString keyList() const;
    static void bindKeys(QSqlQuery &query, const QList<Id> &keys);

    QSqlDatabase m_database;
    KeysetSource m_source;
    std::map<QString, QSqlQuery> m_queries;
};

} // namespace Gatehouse
