#pragma once

#include "models/records/domain.h"
#include "models/result.h"

#include <QJsonObject>

namespace Gatehouse {

class Store;

/// The configuration file's identity domains beside the default one, by name.
class DomainRules
{
public:
    explicit DomainRules(const QJsonObject &rules)
        : m_rules(rules)
    { }

    /// Makes the domains that are not there and sets what the file says of each. Called in the store's thread.
    Result<void> applyTo(Store &store) const;

    /// The policy that `profile` (empty: none) and single switches make of a stored one.
    static Result<Policy> policyOver(const Policy &stored, const QString &profile, const QJsonObject &switches);

private:
    static Result<void> apply(Store &store, const QString &name, const QJsonObject &rules);
    static Result<void> change(Store &store, const IdentityDomain &stored, const IdentityDomain &wanted);

    QJsonObject m_rules;
};

} // namespace Gatehouse
