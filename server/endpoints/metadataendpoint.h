#pragma once

#include "server/endpoints/endpoint.h"

namespace Gatehouse {

/// GET /.well-known/oauth-authorization-server, RFC 8414: what the policy has switched on, and nothing else.
class MetadataEndpoint final : public Endpoint
{
public:
    const char *name() const override { return "metadata"; }
    bool sharesAcrossOrigins() const override { return true; }
    Response handle(Context &context) override;
};

} // namespace Gatehouse
