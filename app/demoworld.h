#pragma once

#include "models/records/application.h"
#include "models/records/user.h"
#include "models/result.h"

#include <QList>

namespace Gatehouse {

class Store;

/// The sample users and applications of resources/demo/seed.json, compiled in. Their passwords and secrets are public.
class DemoWorld
{
public:
    /// Reads the compiled-in file.
    static DemoWorld load();

    /// Adds the users and applications that are not there yet, in their order; loading twice is harmless. Called in the
    /// store's thread. Hashes in parallel, so the first time takes some 50 ms.
    Result<void> addTo(Store &store) const;

    /// In clear text: `passwordDigest` and `secret` are as a person types them.
    const QList<User> &users() const { return m_users; }
    const QList<Application> &applications() const { return m_applications; }

private:
    Result<void> addUsers(Store &store) const;
    Result<void> addApplications(Store &store) const;

    QList<User> m_users;
    QList<Application> m_applications;
};

} // namespace Gatehouse
