#pragma once

#include "server/endpoints/applications/administratorendpoint.h"

namespace Gatehouse {

/// /oauth/applications: GET lists the registered applications, POST registers one.
class ApplicationsEndpoint : public AdministratorEndpoint
{
public:
    using AdministratorEndpoint::AdministratorEndpoint;

    const char *name() const override { return "applications"; }

protected:
    Response administer(Context &context, const Visitor &visitor) override;

private:
    Response list(Context &context, const Visitor &visitor);
    Response create(Context &context, const Visitor &visitor);
};

} // namespace Gatehouse
