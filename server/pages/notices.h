#pragma once

#include "models/records/types.h"
#include "server/pages/pagetexts.h"

#include <QCache>
#include <QString>

#include <optional>

namespace Gatehouse {

class Visitor;

/// What a browser is told on the page after the one that changed something: once, and soon. Kept in memory only, since a
/// notice may carry the secret that is shown this one time. Bounded. Not thread-safe.
class Notices
{
public:
    GATEHOUSE_PAGE_TEXTS(Gatehouse::Notices)

    enum class Event { Created, Updated, Deleted, Revoked };

    struct Notice
    {
        Event event = Event::Updated;
        Id application = 0;
        QString secret = {}; ///< made just now; empty: none was
        Timestamp at = 0;
    };

    void leave(const Visitor &visitor, const Notice &notice);
    /// Takes it away. Nothing when there is none, or when it is old.
    std::optional<Notice> take(const Visitor &visitor, Timestamp now);

    /// The notice in words.
    static QString text(const std::optional<Notice> &notice, const Language &language);

private:
    static constexpr int MaxBrowsers = 1000;

    QCache<QString, Notice> m_notices {MaxBrowsers};
};

} // namespace Gatehouse
