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
#include "models/upkeep/pagecopy.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QTemporaryDir>

namespace Gatehouse {

namespace {

DatabaseUrl fileUrl(const QString &file)
{
    DatabaseUrl url;
    url.path = QFileInfo(file).absoluteFilePath();
    return url;
}

/// "gatehouse-before-restore-20261122-201500.db" beside "gatehouse.db".
QString keptBeside(const DatabaseUrl &database, Timestamp now)
{
    const QFileInfo file(database.path);
    const QString moment = QDateTime::fromMSecsSinceEpoch(now).toUTC().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    return file.dir().filePath(QStringLiteral("%1-before-restore-%2.db").arg(file.completeBaseName(), moment));
}

/// The share of each of the three parts of the work.
Backup::Progress third(const Backup::Progress &progress, int part)
{
    return [&progress, part](int percent) { return progress((part * 100 + percent) / 3); };
}

} // namespace

Restore::Restore(const DatabaseUrl &database, const QString &backup, const Clock &clock)
    : m_database(database)
    , m_backup(fileUrl(backup))
    , m_clock(clock)
    , m_kept(keptBeside(database, clock.now()))
{ }

Result<bool> Restore::run(const Backup::Progress &progress) const
{
    if (const Result<void> good = check(); !good)
        return good.error();
    const QTemporaryDir folder(QFileInfo(m_database.path).dir().filePath(QStringLiteral("gatehouse-restore-XXXXXX")));
    if (!folder.isValid())
        return cannotRestore(folder.errorString());
    const DatabaseUrl copy = fileUrl(folder.filePath(QStringLiteral("copy.db")));
    const Result<bool> copied = Backup(m_backup, copy.path, Connection::Access::Inspect).run(third(progress, 0));
    if (!copied || !*copied)
        return copied;
    if (const Result<void> ready = makeReady(copy); !ready)
        return ready.error();
    const Result<bool> kept = Backup(m_database, m_kept).run(third(progress, 1));
    if (!kept || !*kept)
        return kept;
    const Result<bool> replaced = replace(copy, third(progress, 2));
    if (!replaced || !*replaced)
        QFile::remove(m_kept);
    return replaced;
}

/// Of the file as it is, before anything is made.
Result<void> Restore::check() const
{
    if (!QFileInfo(m_backup.path).isFile())
        return Error {Error::Kind::NotFound, tr("%1 is not a file. Choose a backup.").arg(m_backup.path)};
    if (QFileInfo(m_backup.path).canonicalFilePath() == QFileInfo(m_database.path).canonicalFilePath())
        return Error {Error::Kind::Invalid, tr("%1 is the database itself. Choose a backup of it.").arg(m_backup.path)};
    if (QFileInfo(m_backup.path + QStringLiteral("-wal")).size() > 0)
        return Error {Error::Kind::Invalid,
                      tr("%1 is in use, or was not closed. Open it with Gatehouse once and end that, or choose another "
                         "backup.")
                          .arg(m_backup.path)};
    if (const Result<void> ours = DatabaseFile(m_backup).check(Migrations::newest()); !ours)
        return ours;
    const Result<DatabaseHeader> header = DatabaseHeader::read(m_backup);
    if (!header)
        return header.error();
    if (header->empty)
        return Error {Error::Kind::Invalid, tr("There is nothing in %1. Choose another backup.").arg(m_backup.path)};
    return {};
}

/// Brings the schema up to date, looks through all of it for damage and notes what is being done, in the copy.
Result<void> Restore::makeReady(const DatabaseUrl &copy) const
{
    const Result<std::unique_ptr<Store>> store = Store::open(copy, m_clock);
    if (!store)
        return cannotRestore(store.error().message);
    QString found;
    const Result<void> read = (*store)->connection().read(
        QStringLiteral("PRAGMA quick_check(1)"), [&found](const QSqlQuery &row) { found = row.value(0).toString(); });
    if (!read || found != QStringLiteral("ok"))
        return Error {Error::Kind::Invalid,
                      tr("%1 is damaged, and nothing was changed. Start Gatehouse with it to save what can be read.")
                          .arg(m_backup.path)};
    return note(**store);
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
        return cannotRestore(appended.error().message);
    if (!store.writer().flush())
        return cannotRestore(tr("The disk did not take it."));
    return {};
}

Result<bool> Restore::replace(const DatabaseUrl &copy, const Backup::Progress &progress) const
{
    const auto source = Connection::open(copy, Connection::Access::Read);
    if (!source)
        return cannotRestore(source.error().message);
    const auto target = Connection::open(m_database, Connection::Access::Write);
    if (!target)
        return cannotRestore(target.error().message);
    const Result<bool> done = PageCopy(**source, **target).run(progress);
    return done ? done : cannotRestore(done.error().message);
}

Error Restore::cannotRestore(const QString &cause) const
{
    return {Error::Kind::Unavailable, tr("The backup was not restored, and nothing was changed: %1").arg(cause)};
}

} // namespace Gatehouse
