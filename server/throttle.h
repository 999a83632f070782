#pragma once

#include "models/records/types.h"

#include <QByteArray>
#include <QCache>
#include <QList>
#include <QString>

namespace Gatehouse {

/// Slows guessing down: counts failures, and only failures, in a sliding window. Somebody who reached a limit waits until
/// his oldest failure leaves the window. Bounded memory; what is counted is kept as a digest. Not thread-safe.
class Throttle
{
public:
    /// What failures are counted of.
    enum class Kind {
        Account, ///< wrong passwords for one login name
        Address, ///< wrong passwords from one address
        Client, ///< wrong secrets for one client from one address
    };

    struct Limits
    {
        int account = 10;
        int address = 25;
        int client = 30;
        Seconds window = 30;
        int remembered = 10000; ///< how many names and addresses are kept; the longest unused are forgotten first
    };

    Throttle();
    explicit Throttle(const Limits &limits);

    /// How long `name` has to wait before it may try again; 0: it may try now.
    Seconds wait(Kind kind, const QString &name, Timestamp now) const;
    void noteFailure(Kind kind, const QString &name, Timestamp now);

private:
    using Failures = QList<Timestamp>;

    int limit(Kind kind) const;

    Limits m_limits;
    QCache<QByteArray, Failures> m_failures;
};

} // namespace Gatehouse
