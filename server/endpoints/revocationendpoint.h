#pragma once

#include "models/records/application.h"
#include "models/store/tokenstore.h"
#include "server/endpoints/endpoint.h"
#include "server/message/oautherror.h"

#include <optional>

namespace Gatehouse {

/// POST /oauth/revoke, RFC 7009. An access token ends with its refresh token, a refresh token with its family.
class RevocationEndpoint final : public Endpoint
{
public:
    const char *name() const override { return "revoke"; }
    Response handle(Context &context) override;

private:
    using Caller = std::optional<Application>;

    Outcome<bool> revoke(Context &context) const;
    Outcome<Caller> caller(Context &context) const;
    Outcome<bool> end(Context &context, const TokenLookup &lookup, bool isRefreshToken) const;
};

} // namespace Gatehouse
