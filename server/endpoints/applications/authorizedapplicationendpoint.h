#pragma once

#include "server/endpoints/applications/browserendpoint.h"

namespace Gatehouse {

/// /oauth/authorized_applications/ID: DELETE takes back what the resource owner gave that application.
class AuthorizedApplicationEndpoint : public BrowserEndpoint
{
public:
    using BrowserEndpoint::BrowserEndpoint;

    const char *name() const override { return "authorized application"; }

protected:
    Response answer(Context &context, const Visitor &visitor) override;
};

} // namespace Gatehouse
