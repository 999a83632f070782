#pragma once

#include "server/revocation/superclientendpoint.h"

namespace Gatehouse {

/// POST ROOT/oauth2/token/list: the user's live tokens, but for those of the super client that asks. `token_type` says which
/// kind; `client_id` narrows to one client.
class TokenListEndpoint final : public SuperClientEndpoint
{
public:
    using SuperClientEndpoint::SuperClientEndpoint;
    const char *name() const override { return "token_list"; }

protected:
    Response answer(RevocationRun &run, const Application &superClient, const User &user) override;
};

} // namespace Gatehouse
