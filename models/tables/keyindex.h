#pragma once

#include "models/records/types.h"

#include <QList>

namespace Gatehouse {

/// The keys of the rows that a big table shows, in ascending order, kept as runs of consecutive numbers: a million rows that
/// were issued one after the other are one run. Exact: each row's key is known without reading the row. A value; copies are cheap.
class KeyIndex
{
public:
    /// Positions [first, first + count).
    struct Span
    {
        int first;
        int count;
        friend bool operator==(const Span &, const Span &) = default;
    };

    KeyIndex() = default;
    static KeyIndex ofAscending(const QList<Id> &keys);
    static KeyIndex ofDescending(const QList<Id> &keys);

    int size() const { return m_runs.isEmpty() ? 0 : m_runs.constLast().start + m_runs.constLast().count; }
    bool isEmpty() const { return m_runs.isEmpty(); }
    /// What it costs: 16 bytes each.
    qsizetype runCount() const { return m_runs.size(); }
    Id at(int position) const;
    /// -1: not there.
    int positionOf(Id key) const;
    bool contains(Id key) const { return positionOf(key) >= 0; }
    Id first() const { return m_runs.isEmpty() ? 0 : m_runs.constFirst().key; }
    Id last() const { return m_runs.isEmpty() ? 0 : m_runs.constLast().key + m_runs.constLast().count - 1; }

    /// Adds a key greater than all others.
    void append(Id key);

    KeyIndex united(const KeyIndex &other) const;
    KeyIndex subtracted(const KeyIndex &other) const;
    /// The keys at these positions.
    KeyIndex mid(Span span) const;
    QList<Id> toList() const; ///< ascending
    /// Where the keys of `subset` are, neighbours joined, ascending.
    QList<Span> spansOf(const KeyIndex &subset) const;

    friend bool operator==(const KeyIndex &left, const KeyIndex &right) { return left.m_runs == right.m_runs; }

private:
    struct Run
    {
        Id key; ///< the lowest
        int count;
        int start; ///< position of the lowest
        Id end() const { return key + count; }
        friend bool operator==(const Run &, const Run &) = default;
    };

    void appendRun(Id key, int count);
    /// The first run that ends after `key`.
    QList<Run>::const_iterator runAfter(Id key) const;

    QList<Run> m_runs;
};

} // namespace Gatehouse
