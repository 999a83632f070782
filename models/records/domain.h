#pragma once

#include "models/records/policy.h"
#include "models/records/types.h"

#include <QString>
#include <QStringBuilder>

namespace Gatehouse {

/// A tenant: its own issuer, applications, users, keys, lifetimes and policy; one row of identity_domains.
/// "Default" (id 1) lives at the root paths.
struct IdentityDomain
{
    Id id = 0;
    QString name;
    QString issuer; ///< empty: the address the server listens on
    Policy policy;
    bool enabled = true;
    Timestamp notBefore = 0; ///< tokens issued before this are inactive
    Timestamp createdAt = 0;
    quint64 revision = 0; ///< not stored: another one each time the store has read the row; 0: not read by it
};

/// What stands before a domain's paths: "/NAME", or nothing for the default one, which lives at the root.
inline QString pathOf(const IdentityDomain &domain)
{
    return domain.id == 1 ? QString() : QString(u'/' % domain.name);
}

} // namespace Gatehouse
