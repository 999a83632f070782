#pragma once

#include "models/records/types.h"
#include "models/result.h"
#include "models/store/databaseurl.h"

#include <QCoreApplication>
#include <QList>
#include <QStringList>

#include <functional>

namespace Gatehouse {

class Connection;

/// What came out of a damaged database.
struct SalvageOutcome
{
    struct Table
    {
        QString name; ///< as in the database
        qint64 rows = 0; ///< that can be read, and were saved
        qint64 dependents = 0; ///< of them: left out of the copy, since what they belong to is lost
        bool isWhole = true; ///< false: rows are missing
    };

    QList<Table> tables;
    bool isCancelled = false;
};

/// Reads what can still be read of a damaged database, and saves it in a new one that only its owner can read. The damaged
/// file is opened for reading only. What belongs to a lost row is left out: a token whose withdrawn consent is lost must not
/// come to life. Works in the calling thread.
class Salvage
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Salvage)

public:
    /// Asked now and then, with how many rows were read so far; false cancels.
    using Progress = std::function<bool(qint64 rows)>;

    explicit Salvage(const DatabaseUrl &damaged);

    /// Only looks what can be read. Error::Damaged when that is nothing.
    Result<SalvageOutcome> survey(const Progress &progress);
    /// The file appears when it is whole and on the disk; cancelled, nothing is left. Error::Unavailable when it cannot be
    /// written, Error::Invalid when it is the damaged one.
    Result<SalvageOutcome> save(const QString &file, Timestamp now, const Progress &progress);

private:
    struct Columns
    {
        QString table;
        QStringList names;
    };

    Result<std::unique_ptr<Connection>> openDamaged();
    Result<QList<Columns>> tablesOf(Connection &connection) const;
    Result<SalvageOutcome> copy(Connection &from, Connection &to);
    Result<bool> copyTable(const Columns &columns, Connection &from, Connection &to, SalvageOutcome::Table &table);
    Result<void> leaveOutDependents(Connection &copy, SalvageOutcome &outcome) const;
    void keepSequences(Connection &from, Connection &to) const;
    bool goesOn();

    const DatabaseUrl m_damaged;
    int m_version = 0; ///< the damaged one's schema
    qint64 m_rows = 0;
    Progress m_progress;
};

} // namespace Gatehouse
