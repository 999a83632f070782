#include "server/administration/revocationplans.h"

#include "models/secrets/random.h"

#include <algorithm>

namespace Gatehouse {

QString RevocationPlans::keep(const RevocationOrder &order, const QByteArray &fingerprint, Timestamp now)
{
    makeRoom(now);
    const QString id = u"plan_" % randomToken(Policy::TokenAlphabet::Base64Url);
    m_plans.insert(id, {order, fingerprint, now + Lifetime * 1000});
    return id;
}

std::optional<RevocationPlans::Plan> RevocationPlans::find(const QString &id, Timestamp now) const
{
    const auto plan = m_plans.constFind(id);
    if (plan == m_plans.constEnd() || plan->expiresAt <= now)
        return std::nullopt;
    return *plan;
}

void RevocationPlans::makeRoom(Timestamp now)
{
    m_plans.removeIf([now](const QHash<QString, Plan>::iterator &each) { return each->expiresAt <= now; });
    if (m_plans.size() < Most)
        return;
    const auto oldest = std::min_element(m_plans.cbegin(), m_plans.cend(), [](const Plan &one, const Plan &other) {
        return one.expiresAt < other.expiresAt;
    });
    m_plans.erase(oldest);
}

} // namespace Gatehouse
