#include "models/tables/rowpages.h"

#include "models/tables/keysetquery.h"

#include <algorithm>

namespace Gatehouse {

RowPages::RowPages(KeysetQuery &query, FactsOf factsOf)
    : m_query(query)
    , m_factsOf(std::move(factsOf))
{
    static_assert(PageRows <= KeysetQuery::MaxKeys);
}

const KeysetRow *RowPages::row(const KeyIndex &keys, int position)
{
    const Page *page = m_pages.object(position / PageRows);
    if (!page)
        page = read(keys, position / PageRows);
    const Id key = keys.at(position);
    const auto row = std::lower_bound(page->cbegin(), page->cend(), key,
                                      [](const KeysetRow &candidate, Id wanted) { return candidate.id() < wanted; });
    return row != page->cend() && row->id() == key ? &*row : nullptr;
}

void RowPages::drop(KeyIndex::Span span)
{
    const int first = span.first / PageRows;
    const int last = (span.first + span.count - 1) / PageRows;
    const QList<int> numbers = m_pages.keys();
    for (int number : numbers) {
        if (number >= first && number <= last)
            m_pages.remove(number);
    }
}

RowPages::Page *RowPages::read(const KeyIndex &keys, int number)
{
    const int first = number * PageRows;
    const int end = qMin(first + PageRows, keys.size());
    QList<Id> wanted;
    wanted.reserve(end - first);
    for (int position = first; position < end; ++position)
        wanted.append(keys.at(position));
    auto page = std::make_unique<Page>();
    page->reserve(wanted.size());
    for (QVariantList &values : m_query.rows(wanted)) {
        const ActivityFacts facts = m_factsOf(values);
        page->append({std::move(values), facts});
    }
    Page *kept = page.get();
    m_pages.insert(number, page.release());
    return kept;
}

QList<KeyIndex::Span> RowPages::expired(Timestamp before, Timestamp now) const
{
    QList<KeyIndex::Span> spans;
    const auto expires
        = [before, now](const KeysetRow &row) { return row.facts.expiresAt > before && row.facts.expiresAt <= now; };
    const QList<int> numbers = m_pages.keys();
    for (int number : numbers) {
        const Page *page = m_pages.object(number);
        if (std::any_of(page->cbegin(), page->cend(), expires))
            spans.append({number * PageRows, int(page->size())});
    }
    return spans;
}

} // namespace Gatehouse
