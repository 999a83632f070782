#pragma once

#include "server/endpoints/applications/administratorendpoint.h"

namespace Gatehouse {

struct Application;

/// /oauth/applications/ID: GET shows the application, PATCH and PUT change it, DELETE deletes it.
class ApplicationEndpoint : public AdministratorEndpoint
{
public:
    using AdministratorEndpoint::AdministratorEndpoint;

    const char *name() const override { return "application"; }

protected:
    Response administer(Context &context, const Visitor &visitor) override;

private:
    Response handleOne(Context &context, const Visitor &visitor, const Application &application);
    Response show(Context &context, const Visitor &visitor, const Application &application);
    Response update(Context &context, const Visitor &visitor, const Application &application);
    Response remove(Context &context, const Visitor &visitor, const Application &application);
};

} // namespace Gatehouse
