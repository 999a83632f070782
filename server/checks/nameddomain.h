#pragma once

#include "models/records/domain.h"
#include "server/message/oautherror.h"

namespace Gatehouse {

struct Context;

/// What the header x-oauth-identity-domain-name says, else the query's identityDomain, else the domain in whose paths the
/// request stands; empty at the root paths.
QString namedDomain(const Context &context);

/// The enabled identity domain of that name.
Outcome<IdentityDomain> findNamedDomain(Context &context, const QString &name);

} // namespace Gatehouse
