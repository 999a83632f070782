#pragma once

#include "server/endpoints/applications/administratorendpoint.h"

namespace Gatehouse {

/// /oauth/applications/new: the empty form.
class NewApplicationEndpoint : public AdministratorEndpoint
{
public:
    using AdministratorEndpoint::AdministratorEndpoint;

    const char *name() const override { return "new application"; }

protected:
    Response administer(Context &context, const Visitor &visitor) override;
};

} // namespace Gatehouse
