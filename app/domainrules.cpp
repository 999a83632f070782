#include "app/domainrules.h"

#include "app/clientrules.h"
#include "models/store/domainstore.h"
#include "models/store/store.h"

namespace Gatehouse {

Result<void> DomainRules::applyTo(Store &store) const
{
    for (auto rules = m_rules.begin(); rules != m_rules.end(); ++rules) {
        if (const Result<void> applied = apply(store, rules.key(), rules->toObject()); !applied)
            return applied;
    }
    return {};
}

Result<Policy> DomainRules::policyOver(const Policy &stored, const QString &profile, const QJsonObject &switches)
{
    Result<Policy> policy = profile.isEmpty() ? Result<Policy>(stored) : Policy::preset(profile);
    if (!policy)
        return policy;
    const Result<void> applied = policy->apply(switches);
    return applied ? policy : Result<Policy>(applied.error());
}

Result<void> DomainRules::apply(Store &store, const QString &name, const QJsonObject &rules)
{
    const Result<std::optional<IdentityDomain>> found = store.domains().findByName(name);
    if (!found)
        return found.error();
    IdentityDomain domain;
    domain.name = name;
    domain.createdAt = store.clock().now();
    if (*found)
        domain = **found;
    const Result<Policy> policy = policyOver(domain.policy, rules.value(QStringLiteral("profile")).toString(),
                                             rules.value(QStringLiteral("policy")).toObject());
    if (!policy)
        return policy.error();
    domain.policy = *policy;
    domain.issuer = rules.value(QStringLiteral("issuer")).toString(domain.issuer);
    domain.enabled = rules.value(QStringLiteral("enabled")).toBool(domain.enabled);
    if (!*found) {
        const Result<IdentityDomain> created = store.domains().create(domain);
        if (!created)
            return created.error();
        domain = *created;
    } else if (const Result<void> changed = change(store, **found, domain); !changed) {
        return changed;
    }
    return ClientRules(rules.value(QStringLiteral("applications")).toObject()).applyTo(store, domain.id);
}

Result<void> DomainRules::change(Store &store, const IdentityDomain &stored, const IdentityDomain &wanted)
{
    Result<void> done;
    if (!(wanted.policy == stored.policy))
        done = store.domains().setPolicy(stored.id, wanted.policy);
    if (done && wanted.issuer != stored.issuer)
        done = store.domains().setIssuer(stored.id, wanted.issuer);
    if (done && wanted.enabled != stored.enabled)
        done = store.domains().setEnabled(stored.id, wanted.enabled);
    return done;
}

} // namespace Gatehouse
