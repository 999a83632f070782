#pragma once

#include "models/result.h"

#include <QCoreApplication>

#include <functional>

struct sqlite3;
struct sqlite3_backup;

namespace Gatehouse {

class Connection;

/// Copies all pages of a database over those of another, by the engine's backup interface: one moment of the one, and for
/// those who read the other one transaction.
class PageCopy
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::PageCopy)

public:
    /// Asked after every part; false cancels.
    using Progress = std::function<bool(int percent)>;

    /// Neither connection has a transaction open.
    PageCopy(Connection &from, sqlite3 *to);
    PageCopy(Connection &from, Connection &to);
    /// Undoes what run() has not finished.
    ~PageCopy();
    PageCopy(const PageCopy &) = delete;
    PageCopy &operator=(const PageCopy &) = delete;

    /// From now on nobody else writes the target, while all go on reading it and the source may still be changed.
    Result<void> lock();
    /// Once. False: it was cancelled, and nothing was changed. The Error's message is the engine's word for what failed; Error::Damaged
    /// where that is the content of a file.
    Result<bool> run(const Progress &progress);

private:
    Result<void> begin();
    Result<bool> copy(const Progress &progress);
    int finish();

    Connection &m_source;
    sqlite3 *const m_from;
    sqlite3 *const m_to;
    sqlite3_backup *m_backup = nullptr;
};

} // namespace Gatehouse
