#include "server/throttle.h"

#include <QCryptographicHash>

#include <memory>

namespace Gatehouse {

namespace {

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

Seconds Throttle::wait(Kind kind, const QString &name, Timestamp now) const
{
    if (m_failures.isEmpty())
        return 0;
    const Failures *failures = m_failures.object(keyOf(kind, name));
    if (!failures || failures->size() < limit(kind))
        return 0;
    // The list holds as many as the limit allows: with the oldest gone from the window, one more may be tried.
    const Timestamp freeAt = failures->first() + m_limits.window * 1000;
    return freeAt > now ? (freeAt - now + 999) / 1000 : 0;
}

void Throttle::noteFailure(Kind kind, const QString &name, Timestamp now)
{
    const QByteArray key = keyOf(kind, name);
    std::unique_ptr<Failures> failures(m_failures.take(key));
    if (!failures)
        failures = std::make_unique<Failures>();
    failures->append(now);
    while (failures->size() > limit(kind))
        failures->removeFirst();
    m_failures.insert(key, failures.release());
}

} // namespace Gatehouse
