#pragma once

#include "server/grants/grant.h"

namespace Gatehouse {

/// RFC 6749 section 4.4: an application gets a token for itself.
class ClientCredentialsGrant final : public Grant
{
public:
    QString type() const override;
    Outcome<IssuedToken> issue(Context &context) const override;
};

} // namespace Gatehouse
