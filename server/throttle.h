#pragma once

#include "models/records/throttled.h"

#include <QCache>
#include <QList>

#include <functional>
#include <optional>

namespace Gatehouse {

/// Slows guessing down: counts failures, and only failures, in a sliding window (RFC 6749 10.10). Somebody who reached a
/// limit waits until his oldest failure leaves the window, or is let go. Bounded memory; what is counted is known by its
/// digest. Not thread-safe.
class Throttle
{
public:
    using Kind = Throttled::Kind;

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

    /// Nobody has failed yet: nobody waits.
    bool isEmpty() const { return m_failures.isEmpty(); }
    /// How long `name` has to wait before it may try again; 0: it may try now.
    Seconds wait(Kind kind, const QString &name, Timestamp now) const;
    /// Answers whether the limit is reached with it. `shown`: what a person may see of the name; empty: nothing.
    bool noteFailure(Kind kind, const QString &name, Timestamp now, const QString &shown = {});

    /// Who waits now, 100 at most, those who wait longest first.
    QList<Throttled> throttled(Timestamp now) const;
    /// Forgets the failures of `key`: it may try again at once. Answers who it was, if anybody waited.
    std::optional<Throttled> letGo(const QByteArray &key, Timestamp now);
    /// Called whenever somebody begins to wait, or is let go.
    void setListener(std::function<void()> listener) { m_listener = std::move(listener); }

private:
    struct Failures
    {
        Kind kind = Kind::Account;
        QString shown;
        QList<Timestamp> at; ///< oldest first, as many as the limit at most
    };

    int limit(Kind kind) const;
    Timestamp freeAt(const Failures &failures) const;

    Limits m_limits;
    QCache<QByteArray, Failures> m_failures;
    std::function<void()> m_listener;
};

} // namespace Gatehouse
