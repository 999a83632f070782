#include "models/upkeep/restore.h"

#include "models/clock.h"
#include "models/jsonwriter.h"
#include "models/records/auditevent.h"
#include "models/store/auditstore.h"
#include "models/store/databasefile.h"
#include "models/store/databaseheader.h"
#include "models/store/domainstore.h"
#include "models/store/migrations.h"
#include "models/store/store.h"
#include "models/upkeep/engine.h"
#include "models/upkeep/numbering.h"
#include "models/upkeep/pagecopy.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QThread>

#include <utility>

namespace Gatehouse {

namespace {

/// Through links: what stands beside the file that a link names is not its log.
DatabaseUrl fileUrl(const QString &file)
{
    const QFileInfo info(file);
    DatabaseUrl url;
    url.path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    return url;
}

/// "gatehouse-before-restore-" beside "gatehouse.db".
QString keptBeginning(const DatabaseUrl &database)
{
    return QFileInfo(database.path).completeBaseName() + QStringLiteral("-before-restore-");
}

/// "gatehouse-before-restore-20261122-201500.db" beside "gatehouse.db", and not one that is there.
QString keptBeside(const DatabaseUrl &database, Timestamp now)
{
    const QDir folder = QFileInfo(database.path).dir();
    const QString moment = QDateTime::fromMSecsSinceEpoch(now).toUTC().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    QString name = keptBeginning(database) + moment;
    for (int i = 2; folder.exists(name + QStringLiteral(".db")); ++i)
        name = QStringLiteral("%1%2-%3").arg(keptBeginning(database), moment).arg(i);
    return folder.filePath(name + QStringLiteral(".db"));
}

/// The folder beside the database where the backup's content is made ready, without the part that makes it unique.
QString workBeginning(const DatabaseUrl &database)
{
    return QStringLiteral(".%1-restoring-").arg(QFileInfo(database.path).completeBaseName());
}

constexpr QLatin1String CopyName("copy.db");

/// Of a file that was to be kept: what a Backup leaves behind when it is cut off.
bool isUnfinished(const DatabaseUrl &database, const QString &name)
{
    static const QRegularExpression rest(
        QRegularExpression::anchoredPattern(QStringLiteral(R"(\d{8}-\d{6}(-\d+)?\.db\.part(-wal|-shm|-journal)?)")));
    const QString beginning = keptBeginning(database);
    return name.startsWith(beginning) && rest.match(name.mid(beginning.size())).hasMatch();
}

constexpr int MostTries = 250;
constexpr unsigned long BetweenTries = 20; // milliseconds

/// Brings the log into the file, or the next request's commit would have to. Who reads what was there before holds that up.
void emptyLog(Connection &connection)
{
    bool isDone = false;
    for (int i = 0; i < MostTries && !isDone; ++i) {
        if (i > 0)
            QThread::msleep(BetweenTries);
        const Result<void> tried
            = connection.read(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"),
                              [&isDone](const QSqlQuery &row) { isDone = row.value(1) == row.value(2); });
        isDone = isDone || !tried;
    }
}

/// The share of each of the three parts of the work.
Backup::Progress third(const Backup::Progress &progress, int part)
{
    return [&progress, part](int percent) { return progress((part * 100 + percent) / 3); };
}

Result<qint64> pageSize(Connection &connection)
{
    Statement query = connection.prepare("PRAGMA page_size");
    if (const Result<void> done = query.exec(); !done)
        return done.error();
    return query.next() ? query.number(0) : 0;
}

} // namespace

Restore::Restore(const DatabaseUrl &database, const QString &backup, const Clock &clock, ContentRules rules)
    : m_database(database)
    , m_backup(fileUrl(backup))
    , m_clock(clock)
    , m_rules(std::move(rules))
    , m_kept(keptBeside(database, clock.now()))
{ }

Result<bool> Restore::run(const Backup::Progress &progress) const
{
    if (const Result<void> good = check(); !good)
        return good.error().kind == Error::Kind::Damaged ? damaged() : good.error();
    QLockFile alone(m_database.path + QStringLiteral("-restoring"));
    alone.setStaleLockTime(0);
    if (!alone.tryLock() && alone.error() == QLockFile::LockFailedError)
        return cannotRestore(tr("Another program restores a backup to it. Wait until that is done, then try again."));
    removeLeftovers();
    const QDir beside = QFileInfo(m_database.path).dir();
    const QTemporaryDir folder(beside.filePath(workBeginning(m_database) + QStringLiteral("XXXXXX")));
    if (!folder.isValid())
        return cannotRestore(folder.errorString());
    DatabaseUrl copy;
    copy.path = folder.filePath(CopyName);
    const Result<bool> made = makeCopy(copy, progress);
    if (!made && made.error().kind == Error::Kind::Damaged)
        return damaged();
    return made && *made ? replace(copy, progress) : made;
}

/// What was left behind when the machine or the program went down: it holds all that the database holds. Not what was chosen.
void Restore::removeLeftovers() const
{
    const QDir beside = QFileInfo(m_database.path).dir();
    const QStringList entries = beside.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        const QString path = beside.canonicalPath() + u'/' + entry;
        if (isUnfinished(m_database, entry) && path != m_backup.path)
            QFile::remove(path);
        if (!entry.startsWith(workBeginning(m_database)) || m_backup.path.startsWith(path + u'/'))
            continue;
        // Only what is ours: a folder that holds anything else stays.
        QDir work(beside.filePath(entry));
        const QStringList files = work.entryList({CopyName + u'*'}, QDir::Files | QDir::Hidden);
        for (const QString &file : files)
            work.remove(file);
        beside.rmdir(entry);
    }
}

/// Of the file as it is, before anything is made.
Result<void> Restore::check() const
{
    if (!QFileInfo(m_backup.path).isFile())
        return Error {Error::Kind::NotFound, tr("%1 is not a file. Choose a backup.").arg(m_backup.path)};
    if (QFileInfo(m_backup.path).canonicalFilePath() == QFileInfo(m_database.path).canonicalFilePath())
        return Error {Error::Kind::Invalid, tr("%1 is the database itself. Choose a backup of it.").arg(m_backup.path)};
    for (const char *log : {"-wal", "-journal"}) {
        if (QFileInfo(m_backup.path + QLatin1String(log)).size() > 0)
            return Error {Error::Kind::Invalid,
                          tr("%1 is in use, or was not closed. Open it with Gatehouse once and end that, or choose "
                             "another backup.")
                              .arg(m_backup.path)};
    }
    if (const Result<void> ours = DatabaseFile(m_backup).check(Migrations::newest()); !ours)
        return ours;
    const Result<DatabaseHeader> header = DatabaseHeader::read(m_backup);
    if (!header)
        return header.error();
    if (header->empty)
        return Error {Error::Kind::Invalid, tr("There is nothing in %1. Choose another backup.").arg(m_backup.path)};
    return {};
}

/// Error::Damaged: the backup is.
Result<bool> Restore::makeCopy(const DatabaseUrl &copy, const Backup::Progress &progress) const
{
    const Result<bool> copied = Backup(m_backup, copy.path, Connection::Access::Inspect).run(third(progress, 0));
    return copied && *copied ? makeReady(copy, progress) : copied;
}

/// Brings the schema up to date, looks through all of it for damage and applies the rules.
Result<bool> Restore::makeReady(const DatabaseUrl &copy, const Backup::Progress &progress) const
{
    {
        const auto connection = Connection::open(copy, Connection::Access::Write);
        if (!connection)
            return connection.error();
        Interruption interruption(**connection, progress, 33);
        QString found;
        Result<void> done = Migrations::run(**connection, m_clock.now());
        if (done)
            done = (*connection)->read(QStringLiteral("PRAGMA quick_check(1)"), [&found](const QSqlQuery &row) {
                found = row.value(0).toString();
            });
        if (interruption.hasHappened())
            return false;
        if (!done)
            return done.error();
        if (found != QStringLiteral("ok"))
            return Error {Error::Kind::Damaged, found};
    }
    const Result<std::unique_ptr<Store>> store = Store::open(copy, m_clock);
    if (!store)
        return store.error();
    if (!m_rules)
        return true;
    if (const Result<void> numbered = goOnCounting((*store)->connection()); !numbered)
        return cannotRestore(numbered.error().message);
    if (const Result<void> applied = m_rules(**store); !applied)
        return cannotRestore(applied.error().message % u' '
                             % tr("If the backup lacks what the configuration file names, take that out of the file, "
                                  "start Gatehouse again and restore then."));
    return (*store)->writer().flush() ? Result<bool>(true) : cannotRestore(tr("The disk did not take it."));
}

Result<bool> Restore::replace(const DatabaseUrl &copy, const Backup::Progress &progress) const
{
    const auto source = Connection::open(copy, Connection::Access::Read);
    if (!source)
        return cannotRestore(source.error().message);
    const auto target = Connection::open(m_database, Connection::Access::Write);
    if (!target)
        return cannotRestore(target.error().message);
    const Result<qint64> theirs = pageSize(**source);
    const Result<qint64> ours = pageSize(**target);
    if (theirs && ours && *theirs != *ours)
        return Error {Error::Kind::Invalid,
                      tr("%1 has pages of %2 bytes, the database has pages of %3, and nothing was changed. Start "
                         "Gatehouse with it instead.")
                          .arg(m_backup.path)
                          .arg(*theirs)
                          .arg(*ours)};
    const Result<bool> done = copyBack(**source, **target, progress);
    if (done && *done)
        emptyLog(**target);
    return done;
}

/// From the lock on nothing is acknowledged that the kept file would not hold.
Result<bool> Restore::copyBack(Connection &source, Connection &target, const Backup::Progress &progress) const
{
    PageCopy pages(source, target);
    if (const Result<void> locked = pages.lock(); !locked)
        return cannotRestore(locked.error().message);
    const Result<bool> kept = Backup(m_database, m_kept).run(third(progress, 1));
    if (!kept)
        return cannotRestore(kept.error().message);
    if (!*kept)
        return false;
    auto forgetKept = qScopeGuard([this] { QFile::remove(m_kept); });
    if (const Result<void> finished = finishCopy(source.url()); !finished)
        return cannotRestore(finished.error().message);
    const Result<bool> replaced = pages.run(third(progress, 2));
    if (!replaced)
        return cannotRestore(replaced.error().message);
    if (*replaced)
        forgetKept.dismiss();
    return replaced;
}

/// What depends on the last that the database held.
Result<void> Restore::finishCopy(const DatabaseUrl &copy) const
{
    const Result<std::unique_ptr<Store>> store = Store::open(copy, m_clock);
    if (!store)
        return store.error();
    const Result<void> numbered = goOnCounting((*store)->connection());
    return numbered ? note(**store) : numbered;
}

Result<void> Restore::goOnCounting(Connection &copy) const
{
    const auto live = Connection::open(m_database, Connection::Access::Read);
    return live ? continueNumbering(**live, copy) : live.error();
}

Result<void> Restore::note(Store &store) const
{
    AuditEvent event;
    event.domainId = DomainStore::DefaultId;
    event.at = m_clock.now();
    event.actor = QStringLiteral("console");
    event.action = QStringLiteral("database.restored");
    event.subject = QStringLiteral("domain:%1").arg(event.domainId);
    event.details = QString::fromUtf8(JsonWriter()
                                          .add("backup", QFileInfo(m_backup.path).fileName())
                                          .add("kept", QFileInfo(m_kept).fileName())
                                          .take());
    if (const Result<Id> appended = store.audit().append(event); !appended)
        return appended.error();
    return store.writer().flush() ? Result<void>() : Error {Error::Kind::Unavailable, tr("The disk did not take it.")};
}

Error Restore::damaged() const
{
    return {Error::Kind::Invalid,
            tr("%1 is damaged, and nothing was changed. Start Gatehouse with it to save what can be read.")
                .arg(m_backup.path)};
}

Error Restore::cannotRestore(const QString &cause) const
{
    return {Error::Kind::Unavailable, tr("The backup was not restored, and nothing was changed: %1").arg(cause)};
}

} // namespace Gatehouse
