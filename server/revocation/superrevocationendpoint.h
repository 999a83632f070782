#pragma once

#include "server/revocation/superclientendpoint.h"

namespace Gatehouse {

/// POST ROOT/oauth2/revoke/super: one token of the user, by its value or by the handle that the list gives.
class SuperRevocationEndpoint final : public SuperClientEndpoint
{
public:
    using SuperClientEndpoint::SuperClientEndpoint;
    const char *name() const override { return "revoke_super"; }

protected:
    Response answer(RevocationRun &run, const Application &superClient, const User &user) override;
};

} // namespace Gatehouse
