#include "models/upkeep/pagecopy.h"

#include "models/store/connection.h"
#include "models/upkeep/engine.h"

#include <QScopeGuard>

#include <utility>

#include <sqlite3.h>

namespace Gatehouse {

namespace {

constexpr int PagesAtOnce = 64; // a quarter of a mebibyte: a cancel is heard soon

Error engineError(int state, const char *words)
{
    const int code = state & 0xff;
    const bool isDamage = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    return {isDamage ? Error::Kind::Damaged : Error::Kind::Unavailable, QString::fromUtf8(words)};
}

} // namespace

PageCopy::PageCopy(Connection &from, sqlite3 *to)
    : m_source(from)
    , m_from(engineHandle(from))
    , m_to(to)
{ }

PageCopy::PageCopy(Connection &from, Connection &to)
    : PageCopy(from, engineHandle(to))
{ }

PageCopy::~PageCopy()
{
    finish();
}

Result<void> PageCopy::begin()
{
    if (m_backup)
        return {};
    if (!m_from || !m_to)
        return Error {
            Error::Kind::Unavailable,
            tr("Qt's database driver brings an SQLite of its own, so the database cannot be copied while it is "
               "in use. Stop the program and copy the file.")};
    m_backup = sqlite3_backup_init(m_to, "main", m_from, "main");
    return m_backup ? Result<void>() : engineError(sqlite3_errcode(m_to), sqlite3_errmsg(m_to));
}

Result<void> PageCopy::lock()
{
    if (const Result<void> begun = begin(); !begun)
        return begun;
    const int state = sqlite3_backup_step(m_backup, 0); // copies nothing, but opens the transaction that writes
    return state == SQLITE_OK ? Result<void>() : engineError(state, sqlite3_errstr(state));
}

Result<bool> PageCopy::run(const Progress &progress)
{
    if (const Result<void> begun = begin(); !begun)
        return begun.error();
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
    int state = SQLITE_OK;
    bool goesOn = true;
    while (goesOn && state == SQLITE_OK) {
        state = sqlite3_backup_step(m_backup, PagesAtOnce);
        const int pages = qMax(1, sqlite3_backup_pagecount(m_backup));
        goesOn = progress(int(100 - qint64(100) * sqlite3_backup_remaining(m_backup) / pages));
    }
    const int ended = finish();
    if (state == SQLITE_DONE && ended == SQLITE_OK)
        return true;
    if (!goesOn)
        return false;
    const int failure = ended != SQLITE_OK ? ended : state;
    return engineError(failure, sqlite3_errstr(failure));
}

int PageCopy::finish()
{
    return m_backup ? sqlite3_backup_finish(std::exchange(m_backup, nullptr)) : SQLITE_OK;
}

} // namespace Gatehouse
