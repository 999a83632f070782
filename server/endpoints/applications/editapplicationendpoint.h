#pragma once

#include "server/endpoints/applications/administratorendpoint.h"

namespace Gatehouse {

/// /oauth/applications/ID/edit: the form with what is stored.
class EditApplicationEndpoint : public AdministratorEndpoint
{
public:
    using AdministratorEndpoint::AdministratorEndpoint;

    const char *name() const override { return "edit application"; }

protected:
    Response administer(Context &context, const Visitor &visitor) override;
};

} // namespace Gatehouse
