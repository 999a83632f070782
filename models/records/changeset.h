#pragma once

#include "models/records/types.h"

#include <QList>
#include <QMetaType>

#include <array>

namespace Gatehouse {

/// The tables whose changes are announced.
enum class Table {
    Domains,
    Users,
    Applications,
    AccessGrants,
    AccessTokens,
    TokenFamilies,
    Consents,
    AuditEvents,
    Exchanges,
    Settings,
};
inline constexpr std::size_t TableCount = std::size_t(Table::Settings) + 1;

/// What happened to one table since the last announcement.
struct TableChange
{
    bool inserted = false; ///< rows with higher keys than before exist
    bool everything = false; ///< reread all: another process wrote, or too many rows changed to name them
    QList<Id> updated; ///< rows that changed or went away, at most MaxNamed

    static constexpr qsizetype MaxNamed = 1000;
    bool isEmpty() const { return !inserted && !everything && updated.isEmpty(); }
};

/// What committed since the last announcement, table by table. A value; crosses threads by signal.
class ChangeSet
{
public:
    TableChange &operator[](Table table) { return m_tables[std::size_t(table)]; }
    const TableChange &operator[](Table table) const { return m_tables[std::size_t(table)]; }

    void noteInserted(Table table) { (*this)[table].inserted = true; }
    void noteUpdated(Table table, Id id)
    {
        TableChange &change = (*this)[table];
        if (change.updated.size() >= TableChange::MaxNamed)
            noteEverything(table);
        else if (!change.everything)
            change.updated.append(id);
    }
    void noteEverything(Table table)
    {
        TableChange &change = (*this)[table];
        change.everything = true;
        change.updated.clear();
    }
    void noteEverything()
    {
        for (std::size_t i = 0; i < TableCount; ++i)
            noteEverything(Table(i));
    }
    bool isEmpty() const
    {
        for (const TableChange &change : m_tables) {
            if (!change.isEmpty())
                return false;
        }
        return true;
    }
    void merge(const ChangeSet &other)
    {
        for (std::size_t i = 0; i < TableCount; ++i) {
            const TableChange &theirs = other.m_tables[i];
            m_tables[i].inserted |= theirs.inserted;
            if (theirs.everything)
                noteEverything(Table(i));
            for (Id id : theirs.updated)
                noteUpdated(Table(i), id);
        }
    }

private:
    std::array<TableChange, TableCount> m_tables;
};

} // namespace Gatehouse

Q_DECLARE_METATYPE(Gatehouse::ChangeSet)
