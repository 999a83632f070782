#include "models/tables/keyindex.h"

#include <algorithm>

namespace Gatehouse {

KeyIndex KeyIndex::ofAscending(const QList<Id> &keys)
{
    KeyIndex index;
    for (Id key : keys)
        index.append(key);
    return index;
}

KeyIndex KeyIndex::ofDescending(const QList<Id> &keys)
{
    KeyIndex index;
    for (auto key = keys.crbegin(); key != keys.crend(); ++key)
        index.append(*key);
    return index;
}

Id KeyIndex::at(int position) const
{
    Q_ASSERT(position >= 0 && position < size());
    const auto next = std::upper_bound(m_runs.cbegin(), m_runs.cend(), position,
                                       [](int wanted, const Run &run) { return wanted < run.start; });
    const Run &run = *std::prev(next);
    return run.key + (position - run.start);
}

QList<KeyIndex::Run>::const_iterator KeyIndex::runAfter(Id key) const
{
    return std::partition_point(m_runs.cbegin(), m_runs.cend(), [key](const Run &run) { return run.end() <= key; });
}

int KeyIndex::positionOf(Id key) const
{
    const auto run = runAfter(key);
    return run == m_runs.cend() || run->key > key ? -1 : run->start + int(key - run->key);
}

void KeyIndex::append(Id key)
{
    appendRun(key, 1);
}

void KeyIndex::appendRun(Id key, int count)
{
    Q_ASSERT(isEmpty() || key > last());
    if (!m_runs.isEmpty() && m_runs.constLast().end() == key)
        m_runs.last().count += count;
    else
        m_runs.append({key, count, size()});
}

KeyIndex KeyIndex::united(const KeyIndex &other) const
{
    KeyIndex all;
    all.m_runs.reserve(m_runs.size() + other.m_runs.size());
    auto mine = m_runs.cbegin();
    auto theirs = other.m_runs.cbegin();
    Id from = 0; // below it everything is taken
    bool isFirst = true;
    while (mine != m_runs.cend() || theirs != other.m_runs.cend()) {
        const bool takeMine = theirs == other.m_runs.cend() || (mine != m_runs.cend() && mine->key <= theirs->key);
        const Run &run = takeMine ? *mine++ : *theirs++;
        const Id key = isFirst ? run.key : std::max(run.key, from);
        if (key < run.end()) {
            all.appendRun(key, int(run.end() - key));
            from = run.end();
            isFirst = false;
        }
    }
    return all;
}

KeyIndex KeyIndex::subtracted(const KeyIndex &other) const
{
    KeyIndex rest;
    auto hole = other.m_runs.cbegin();
    for (const Run &run : m_runs) {
        Id key = run.key;
        while (hole != other.m_runs.cend() && hole->end() <= key)
            ++hole;
        for (auto next = hole; next != other.m_runs.cend() && next->key < run.end(); ++next) {
            if (next->key > key)
                rest.appendRun(key, int(next->key - key));
            key = std::max(key, next->end());
        }
        if (key < run.end())
            rest.appendRun(key, int(run.end() - key));
    }
    return rest;
}

KeyIndex KeyIndex::mid(Span span) const
{
    KeyIndex part;
    const int end = span.first + span.count;
    for (const Run &run : m_runs) {
        const int from = std::max(run.start, span.first);
        const int to = std::min(run.start + run.count, end);
        if (from < to)
            part.appendRun(run.key + (from - run.start), to - from);
    }
    return part;
}

QList<Id> KeyIndex::toList() const
{
    QList<Id> keys;
    keys.reserve(size());
    for (const Run &run : m_runs) {
        for (Id key = run.key; key < run.end(); ++key)
            keys.append(key);
    }
    return keys;
}

QList<KeyIndex::Span> KeyIndex::spansOf(const KeyIndex &subset) const
{
    QList<Span> spans;
    for (const Run &run : subset.m_runs) {
        const int first = positionOf(run.key);
        Q_ASSERT(first >= 0);
        if (!spans.isEmpty() && spans.constLast().first + spans.constLast().count == first)
            spans.last().count += run.count;
        else
            spans.append({first, run.count});
    }
    return spans;
}

} // namespace Gatehouse
