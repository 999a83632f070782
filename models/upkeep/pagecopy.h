#pragma once

#include "models/result.h"

#include <QCoreApplication>

#include <functional>

struct sqlite3;

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

    /// False: it was cancelled, and nothing was changed. The Error's message is the engine's word for what failed.
    Result<bool> run(const Progress &progress);

private:
    Result<bool> copy(const Progress &progress);

    Connection &m_source;
    sqlite3 *const m_from;
    sqlite3 *const m_to;
};

} // namespace Gatehouse
