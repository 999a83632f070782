#include "models/upkeep/pagecopy.h"

#include "models/store/connection.h"

#include <QScopeGuard>
#include <QSqlDriver>

#include <sqlite3.h>

namespace Gatehouse {

namespace {

constexpr int PagesAtOnce = 64; // a quarter of a mebibyte: a cancel is heard soon

/// The engine's own handle behind Qt's connection; null when Qt brings an engine that is not the one we are linked with.
sqlite3 *handleOf(Connection &connection)
{
    Statement query = connection.prepare("SELECT sqlite_source_id()");
    const bool isOurs = query.exec() && query.next() && query.text(0) == QString::fromLatin1(sqlite3_sourceid());
    const QVariant handle = connection.handle().driver()->handle();
    return isOurs && qstrcmp(handle.typeName(), "sqlite3*") == 0 ? *static_cast<sqlite3 *const *>(handle.constData())
                                                                 : nullptr;
}

} // namespace

PageCopy::PageCopy(Connection &from, sqlite3 *to)
    : m_source(from)
    , m_from(handleOf(from))
    , m_to(to)
{ }

PageCopy::PageCopy(Connection &from, Connection &to)
    : PageCopy(from, handleOf(to))
{ }

Result<bool> PageCopy::run(const Progress &progress)
{
    if (!m_from || !m_to)
        return Error {
            Error::Kind::Unavailable,
            tr("Qt's database driver brings an SQLite of its own, so the database cannot be copied while it is "
               "in use. Stop the program and copy the file.")};
    // One moment: the copy would begin again whenever somebody else commits.
    if (const Result<void> begun = m_source.execute("BEGIN"); !begun)
        return begun.error();
    const auto ending = qScopeGuard([this] { (void)m_source.execute("ROLLBACK"); });
    if (const Result<void> pinned = m_source.execute("SELECT count(*) FROM sqlite_master"); !pinned)
        return pinned.error();
    return copy(progress);
}

Result<bool> PageCopy::copy(const Progress &progress)
{
    sqlite3_backup *const backup = sqlite3_backup_init(m_to, "main", m_from, "main");
    if (!backup)
        return Error {Error::Kind::Unavailable, QString::fromUtf8(sqlite3_errmsg(m_to))};
    int state = SQLITE_OK;
    bool goesOn = true;
    while (goesOn && state == SQLITE_OK) {
        state = sqlite3_backup_step(backup, PagesAtOnce);
        const int pages = qMax(1, sqlite3_backup_pagecount(backup));
        goesOn = progress(int(100 - qint64(100) * sqlite3_backup_remaining(backup) / pages));
    }
    const int ended = sqlite3_backup_finish(backup);
    if (state == SQLITE_DONE && ended == SQLITE_OK)
        return true;
    if (!goesOn)
        return false;
    return Error {Error::Kind::Unavailable, QString::fromUtf8(sqlite3_errstr(ended != SQLITE_OK ? ended : state))};
}

} // namespace Gatehouse
