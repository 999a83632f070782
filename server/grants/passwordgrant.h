#pragma once

#include "server/grants/grant.h"

namespace Gatehouse {

/// RFC 6749 section 4.3: a person's password for a token. Off unless a policy or an application has it.
class PasswordGrant final : public Grant
{
public:
    QString type() const override;
    Outcome<IssuedToken> issue(Context &context) const override;
};

} // namespace Gatehouse
