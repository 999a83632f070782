#pragma once

#include "server/administration/revocationorder.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace Gatehouse {

/// What was previewed, to be carried out as it was shown. Kept in memory for ten minutes.
class RevocationPlans
{
public:
    struct Plan
    {
        RevocationOrder order;
        QByteArray fingerprint;
        Timestamp expiresAt = 0;
    };
    static constexpr Seconds Lifetime = 600;

    /// Answers the plan's id.
    QString keep(const RevocationOrder &order, const QByteArray &fingerprint, Timestamp now);
    std::optional<Plan> find(const QString &id, Timestamp now) const;
    void forget(const QString &id) { m_plans.remove(id); }

private:
    static constexpr qsizetype Most = 1000;

    void makeRoom(Timestamp now);

    QHash<QString, Plan> m_plans;
};

} // namespace Gatehouse
