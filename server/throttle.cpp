#include "server/throttle.h"

#include <QCryptographicHash>

#include <algorithm>
#include <memory>

namespace Gatehouse {

namespace {

constexpr qsizetype MostThrottled = 100; // that are told of

QByteArray keyOf(Throttle::Kind kind, const QString &name)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(int(kind)));
    hash.addData(name.toCaseFolded().toUtf8());
    return hash.result();
}

} // namespace

Throttle::Throttle()
    : Throttle(Limits())
{ }

Throttle::Throttle(const Limits &limits)
    : m_limits(limits)
    , m_failures(limits.remembered)
{ }

int Throttle::limit(Kind kind) const
{
    switch (kind) {
    case Kind::Account:
        return m_limits.account;
    case Kind::Address:
        return m_limits.address;
    case Kind::Client:
        break;
    }
    return m_limits.client;
}

/// The list holds as many as the limit allows: with the oldest gone from the window, one more may be tried.
Timestamp Throttle::freeAt(const Failures &failures) const
{
    return failures.at.size() < limit(failures.kind) ? 0 : failures.at.first() + m_limits.window * 1000;
}

Seconds Throttle::wait(Kind kind, const QString &name, Timestamp now) const
{
    const Failures *failures = m_failures.object(keyOf(kind, name));
    const Timestamp free = failures ? freeAt(*failures) : 0;
    return free > now ? (free - now + 999) / 1000 : 0;
}

bool Throttle::noteFailure(Kind kind, const QString &name, Timestamp now, const QString &shown)
{
    const QByteArray key = keyOf(kind, name);
    std::unique_ptr<Failures> failures(m_failures.take(key));
    if (!failures)
        failures = std::make_unique<Failures>(Failures {kind, shown, {}});
    failures->at.append(now);
    while (failures->at.size() > limit(kind))
        failures->at.removeFirst();
    const bool isReached = freeAt(*failures) > now;
    m_failures.insert(key, failures.release());
    if (isReached && m_listener)
        m_listener();
    return isReached;
}

QList<Throttled> Throttle::throttled(Timestamp now) const
{
    QList<Throttled> all;
    const QList<QByteArray> keys = m_failures.keys();
    for (const QByteArray &key : keys) {
        const Failures &failures = *m_failures.object(key);
        if (const Timestamp until = freeAt(failures); until > now)
            all.append({failures.kind, key, failures.shown, until});
    }
    std::sort(all.begin(), all.end(), [](const Throttled &a, const Throttled &b) { return a.until > b.until; });
    if (all.size() > MostThrottled)
        all.resize(MostThrottled);
    return all;
}

std::optional<Throttled> Throttle::letGo(const QByteArray &key, Timestamp now)
{
    const std::unique_ptr<Failures> failures(m_failures.take(key));
    if (!failures || freeAt(*failures) <= now)
        return std::nullopt;
    if (m_listener)
        m_listener();
    return Throttled {failures->kind, key, failures->shown, freeAt(*failures)};
}

} // namespace Gatehouse
