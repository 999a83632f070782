#pragma once

#include "models/result.h"
#include "models/store/databaseurl.h"
#include "models/upkeep/backup.h"
#include "models/upkeep/contentrules.h"

#include <QCoreApplication>

namespace Gatehouse {

class Clock;
class Connection;
class Store;

/// Puts the content of a backup in the place of that of a database that is in use, in one transaction: all of it or nothing.
/// What was there is kept in a file beside the database, whole to the last change: from before that copy until the end nobody else
/// can write, while all go on reading. Of an older backup the schema is brought up to date on the way; the backup's file is
/// only read. Numbers of rows go on where the database was. Other connections find that everything has changed.
/// Works in the calling thread, through connections of its own.
class Restore
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Restore)

public:
    /// `rules` are applied to the backup's content before it takes the place, in the thread of run(). May be empty.
    Restore(const DatabaseUrl &database, const QString &backup, const Clock &clock, ContentRules rules = {});

    /// Where the content of before is kept.
    QString kept() const { return m_kept; }
    /// False: it was cancelled, and nothing was changed. Error::Invalid or NotFound for a file that cannot be used, Error::TooNew for one of
    /// a newer program, Error::Unavailable when something cannot be written or another program has locked the database.
    Result<bool> run(const Backup::Progress &progress) const;

private:
    Result<void> check() const;
    void removeLeftovers() const;
    Result<bool> makeCopy(const DatabaseUrl &copy, const Backup::Progress &progress) const;
    Result<bool> makeReady(const DatabaseUrl &copy, const Backup::Progress &progress) const;
    Result<bool> replace(const DatabaseUrl &copy, const Backup::Progress &progress) const;
    Result<bool> copyBack(Connection &source, Connection &target, const Backup::Progress &progress) const;
    Result<void> finishCopy(const DatabaseUrl &copy) const;
    Result<void> goOnCounting(Connection &copy) const;
    Result<void> note(Store &store) const;
    Error damaged() const;
    Error cannotRestore(const QString &cause) const;

    const DatabaseUrl m_database;
    const DatabaseUrl m_backup;
    const Clock &m_clock;
    const ContentRules m_rules;
    const QString m_kept;
};

} // namespace Gatehouse
