#pragma once

#include "models/records/changeset.h"
#include "models/store/databaseurl.h"

#include <QObject>

#include <memory>

namespace Gatehouse {

class Clock;

/// How many there are, as shown on the Overview.
struct Counts
{
    qint64 applications = 0;
    qint64 users = 0;
    qint64 grants = 0; ///< codes ever issued and still stored
    qint64 tokens = 0;
    qint64 activeTokens = 0; ///< by the one predicate, now

    friend bool operator==(const Counts &, const Counts &) = default;
};

/// Counts kept true: recounted in a worker thread with a connection of its own when the store announces changes, and when
/// a token has expired; at most one count under way.
class LiveCounts : public QObject
{
    Q_OBJECT

public:
    LiveCounts(const DatabaseUrl &url, const Clock &clock, QObject *parent = nullptr);
    ~LiveCounts() override;

    Counts counts() const;
    /// Counts one identity domain; 0: all.
    void setDomain(Id domain);
    void applyChanges(const ChangeSet &changes);

Q_SIGNALS:
    void countsChanged(const Gatehouse::Counts &counts);

private:
    class Worker;
    struct Tally;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse
