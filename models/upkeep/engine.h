#pragma once

#include "models/upkeep/pagecopy.h"

struct sqlite3;

namespace Gatehouse {

class Connection;

/// The engine's own handle behind Qt's connection; null when Qt brings an engine that is not the one we are linked with.
sqlite3 *engineHandle(Connection &connection);

/// While it lives, the connection's statements end with an error once `progress(percent)` answers false: what one long statement does
/// can be cancelled. Used in the connection's thread.
class Interruption
{
public:
    Interruption(Connection &connection, const PageCopy::Progress &progress, int percent);
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    bool hasHappened() const { return m_hasHappened; }

private:
    static int ask(void *interruption);

    sqlite3 *const m_engine;
    const PageCopy::Progress &m_progress;
    const int m_percent;
    bool m_hasHappened = false;
};

} // namespace Gatehouse
