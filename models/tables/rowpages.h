#pragma once

#include "models/activity.h"
#include "models/tables/keyindex.h"

#include <QCache>
#include <QVariantList>

#include <functional>

namespace Gatehouse {

class KeysetQuery;

/// One row of a keyset model as its SELECT answers it, key first.
struct KeysetRow
{
    QVariantList values;
    ActivityFacts facts;

    Id id() const { return values.constFirst().toLongLong(); }
};

/// The rows that were looked at last, page by page, read when they are asked for. Pages are counted from the oldest row, so that new
/// rows move none.
class RowPages
{
public:
    static constexpr int PageRows = 64; ///< a screenful: a live table reads the newest page again ten times a second
    static constexpr int MaxPages = 256;

    using FactsOf = std::function<ActivityFacts(const QVariantList &)>;

    RowPages(KeysetQuery &query, FactsOf factsOf);

    /// Null when the row is gone. Good until the next call.
    const KeysetRow *row(const KeyIndex &keys, int position);
    void clear() { m_pages.clear(); }
    /// Forgets the pages of these positions.
    void drop(KeyIndex::Span span);
    /// The spans of the pages in which a row expired after `before` and not after `now`.
    QList<KeyIndex::Span> expired(Timestamp before, Timestamp now) const;

private:
    using Page = QList<KeysetRow>;
    Page *read(const KeyIndex &keys, int number);

    KeysetQuery &m_query;
    FactsOf m_factsOf;
    QCache<int, Page> m_pages {MaxPages};
};

} // namespace Gatehouse
