#pragma once

#include "models/revocation/revocationdesk.h"
#include "models/store/databaseurl.h"

#include <QCoreApplication>
#include <QSet>

namespace Gatehouse {

class Clock;
class Connection;

/// What Doorkeeper knows of a token beside its row.
struct RailsLineage
{
    QString clientId; ///< empty: issued without a client
    Timestamp revokedAt = 0;
    Id refreshedFrom
        = 0; ///< the pair whose refresh token it was got with; Doorkeeper forgets it once the new pair is used
    Id refreshedTo = 0;
};

/// Ends tokens and codes of a Rails application as Doorkeeper does: a pair is one row, and its `revoked_at` is all that is written.
/// Each call opens a connection of its own for as long as it takes; may be called in any thread.
class RailsRevocation
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::RailsRevocation)

public:
    /// `database` has the views of its schema.
    RailsRevocation(const DatabaseUrl &database, bool hasLineage, const Clock &clock);

    Result<RevocationPlan> plan(RevocationSubject subject, const QList<Id> &ids) const;
    /// Answers how many ended, all or none. What is over already keeps its time.
    Result<qint64> revoke(RevocationSubject subject, const QList<Id> &ids) const;
    Result<RailsLineage> lineageOf(Id token) const;

private:
    Result<qint64> endAll(Connection &connection, RevocationSubject subject, const QList<Id> &ids) const;
    static Result<void> describe(Connection &reader, RevocationSubject subject, Id id, RevocationPlan &plan);
    Result<qint64> countSurvivors(Connection &reader, const QList<Id> &tokens) const;
    static QSet<Id> neighbours(Connection &reader, const QSet<Id> &tokens);
    static qint64 countAlive(Connection &reader, const QSet<Id> &tokens);
    QString now() const;

    DatabaseUrl m_database;
    bool m_hasLineage;
    const Clock &m_clock;
};

} // namespace Gatehouse
