#pragma once

#include "models/store/tokenstore.h"
#include "server/endpoints/endpoint.h"
#include "server/message/oautherror.h"

namespace Gatehouse {

/// GET /oauth/token/info, Doorkeeper's: what the bearer's own access token is worth.
class TokenInfoEndpoint final : public Endpoint
{
public:
    const char *name() const override { return "token info"; }
    Response handle(Context &context) override;

private:
    static Outcome<TokenLookup> presented(Context &context);
};

} // namespace Gatehouse
