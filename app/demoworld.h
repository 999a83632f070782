#pragma once

#include "models/records/application.h"
#include "models/records/domain.h"
#include "models/records/user.h"
#include "models/result.h"

#include <QJsonObject>
#include <QList>

namespace Gatehouse {

class Store;

/// The sample users and applications of resources/demo/seed.json, compiled in, also those of a second identity domain. Their
/// passwords and secrets are public.
class DemoWorld
{
public:
    /// Reads the compiled-in file.
    static DemoWorld load();

    /// Adds the users and applications that are not there yet, in their order; loading twice is harmless. Called in the
    /// store's thread. Hashes in parallel, so the first time takes some 50 ms.
    Result<void> addTo(Store &store) const;

    /// Those of the default domain, in clear text: `passwordDigest` and `secret` are as a person types them.
    const QList<User> &users() const { return m_tenants.first().users; }
    const QList<Application> &applications() const { return m_tenants.first().applications; }

private:
    struct Tenant
    {
        IdentityDomain domain; ///< without a name: the default one
        QJsonObject policy;
        QList<User> users;
        QList<Application> applications;
    };

    static Tenant tenantFrom(const QJsonObject &json);
    static Result<IdentityDomain> domainOf(Store &store, const Tenant &tenant);
    static Result<void> addUsers(Store &store, const Tenant &tenant, const IdentityDomain &domain);
    static Result<void> addApplications(Store &store, const Tenant &tenant, const IdentityDomain &domain);

    QList<Tenant> m_tenants; ///< the default domain's first
};

} // namespace Gatehouse
