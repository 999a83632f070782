#pragma once

#include "models/store/tokenstore.h"
#include "server/grants/grant.h"

namespace Gatehouse {

/// RFC 6749 section 6 with rotation (RFC 9700 section 4.14.2): a refresh token for the next pair of its family.
class RefreshTokenGrant final : public Grant
{
public:
    QString type() const override;
    Outcome<IssuedToken> issue(Context &context) const override;

private:
    Outcome<IssuedToken> rotate(Context &context, const AccessToken &old, const QString &scopes) const;
};

} // namespace Gatehouse
