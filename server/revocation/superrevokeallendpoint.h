#pragma once

#include "server/revocation/superclientendpoint.h"

namespace Gatehouse {

/// POST ROOT/oauth2/revoke/super/all: all that one client holds of the user; the consent stays.
class SuperRevokeAllEndpoint final : public SuperClientEndpoint
{
public:
    using SuperClientEndpoint::SuperClientEndpoint;
    const char *name() const override { return "revoke_super_all"; }

protected:
    Response answer(RevocationRun &run, const Application &superClient, const User &user) override;
};

} // namespace Gatehouse
