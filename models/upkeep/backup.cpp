#include "models/upkeep/backup.h"

#include "models/store/connection.h"
#include "models/upkeep/targetfile.h"

#include <QFile>
#include <QScopeGuard>
#include <QSqlDriver>

#include <memory>

#include <sqlite3.h>

namespace Gatehouse {

namespace {

constexpr int PagesAtOnce = 64; // a quarter of a mebibyte: a cancel is heard soon

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

/// The engine's own handle behind Qt's connection; null when Qt brings an engine that is not the one we are linked with.
sqlite3 *handleOf(Connection &connection)
{
    Statement query = connection.prepare("SELECT sqlite_source_id()");
    const bool isOurs = query.exec() && query.next() && query.text(0) == QString::fromLatin1(sqlite3_sourceid());
    const QVariant handle = connection.handle().driver()->handle();
    return isOurs && qstrcmp(handle.typeName(), "sqlite3*") == 0 ? *static_cast<sqlite3 *const *>(handle.constData())
                                                                 : nullptr;
}

Handle openTarget(const QString &file)
{
    sqlite3 *target = nullptr;
    sqlite3_open_v2(QFile::encodeName(file).constData(), &target, SQLITE_OPEN_READWRITE, nullptr);
    return {target, &sqlite3_close};
}

} // namespace

Backup::Backup(const DatabaseUrl &source, const QString &file)
    : m_source(source)
    , m_file(file)
{ }

Result<bool> Backup::run(const Progress &progress)
{
    TargetFile target(m_source, m_file);
    const auto source = Connection::open(m_source, Connection::Access::Read);
    if (!source)
        return source.error();
    if (const Result<void> created = target.create(); !created)
        return created.error();
    const Result<bool> copied = copy(**source, target, progress);
    if (!copied || !*copied)
        return copied;
    const Result<void> done = target.finish();
    return done ? Result<bool>(true) : done.error();
}

Result<bool> Backup::copy(Connection &source, const TargetFile &target, const Progress &progress)
{
    sqlite3 *const from = handleOf(source);
    if (!from)
        return Error {
            Error::Kind::Unavailable,
            tr("Qt's database driver brings an SQLite of its own, so the database cannot be copied while it is "
               "in use. Stop the program and copy the file.")};
    const Handle to = openTarget(target.part());
    // One moment: the copy would begin again whenever somebody else commits.
    if (const Result<void> begun = source.execute("BEGIN"); !begun)
        return begun.error();
    const auto ending = qScopeGuard([&source] { (void)source.execute("ROLLBACK"); });
    if (const Result<void> pinned = source.execute("SELECT count(*) FROM sqlite_master"); !pinned)
        return pinned.error();
    sqlite3_backup *const backup = sqlite3_backup_init(to.get(), "main", from, "main");
    if (!backup)
        return target.cannotWrite(QString::fromUtf8(sqlite3_errmsg(to.get())));
    int state = SQLITE_OK;
    bool goesOn = true;
    while (goesOn && state == SQLITE_OK) {
        state = sqlite3_backup_step(backup, PagesAtOnce);
        const int pages = qMax(1, sqlite3_backup_pagecount(backup));
        goesOn = progress(int(100 - qint64(100) * sqlite3_backup_remaining(backup) / pages));
    }
    sqlite3_backup_finish(backup);
    if (state == SQLITE_DONE)
        return true;
    if (!goesOn)
        return false;
    return target.cannotWrite(QString::fromUtf8(sqlite3_errstr(state)));
}

} // namespace Gatehouse
