#pragma once

#include "server/endpoints/applications/browserendpoint.h"

namespace Gatehouse {

/// /oauth/authorized_applications: what the resource owner gave access to.
class AuthorizedApplicationsEndpoint : public BrowserEndpoint
{
public:
    using BrowserEndpoint::BrowserEndpoint;

    const char *name() const override { return "authorized applications"; }

protected:
    Response answer(Context &context, const Visitor &visitor) override;
};

} // namespace Gatehouse
