#pragma once

#include "models/records/accessgrant.h"
#include "server/grants/grant.h"

namespace Gatehouse {

/// RFC 6749 section 4.1.3 with RFC 7636: a code for a token, once. A code that is presented again ends what it gave.
class AuthorizationCodeGrant final : public Grant
{
public:
    QString type() const override;
    Outcome<IssuedToken> issue(Context &context) const override;

private:
    Outcome<IssuedToken> redeem(Context &context, const Application &application, const AccessGrant &grant) const;
};

} // namespace Gatehouse
