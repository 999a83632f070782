#pragma once

#include "models/records/changeset.h"
#include "models/upkeep/retention.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace Gatehouse {

/// What is purged, in the order of PurgeSql::rules().
enum class PurgeKind { Pairs, Families, Codes, Consents, Sessions, Events };

/// Rows by kind.
struct PurgeCounts
{
    std::array<qint64, 6> rows {};

    qint64 &operator[](PurgeKind kind) { return rows[std::size_t(kind)]; }
    qint64 operator[](PurgeKind kind) const { return rows[std::size_t(kind)]; }
    qint64 total() const;

    friend bool operator==(const PurgeCounts &, const PurgeCounts &) = default;
};

/// The rows of one table that may go.
struct PurgeRule
{
    PurgeKind kind;
    std::optional<Table> table; ///< to whom the change is announced; none for sessions
    QString name; ///< of the table
    QString condition; ///< holds for a row `r` that nothing alive needs
};

/// What may be purged, as SQL. Whatever still lives keeps all that tells of it and guards it: a refresh token family goes
/// as a whole, after the end of its last pair, for a rotated-out refresh token that comes back must be known
/// (RFC 9700 section 4.14.2); so does a code whose tokens live (RFC 6749 section 4.1.2), and the session, the consent and the
/// events of what is there.
namespace PurgeSql {

/// In the order in which they are to be applied, each to its whole table: what a row refers to goes after it.
QList<PurgeRule> rules(const PurgeLimits &limits);

} // namespace PurgeSql

} // namespace Gatehouse
