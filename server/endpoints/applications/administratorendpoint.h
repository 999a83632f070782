#pragma once

#include "server/endpoints/applications/browserendpoint.h"

namespace Gatehouse {

/// A route for administrators. Nobody signed in is sent to the login page; who is no administrator is refused.
class AdministratorEndpoint : public BrowserEndpoint
{
public:
    using BrowserEndpoint::BrowserEndpoint;

protected:
    Response answer(Context &context, const Visitor &visitor) final;
    virtual Response administer(Context &context, const Visitor &visitor) = 0;
};

} // namespace Gatehouse
