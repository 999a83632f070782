#pragma once

#include "server/endpoints/endpoint.h"
#include "server/grants/grant.h"

namespace Gatehouse {

/// POST /oauth/token, RFC 6749 section 3.2.
class TokenEndpoint final : public Endpoint
{
public:
    TokenEndpoint();

    const char *name() const override { return "token"; }
    bool sharesAcrossOrigins() const override { return true; }
    Response handle(Context &context) override;

private:
    Outcome<IssuedToken> issue(Context &context) const;
    const Grant *findGrant(const QString &type) const;

    std::vector<std::unique_ptr<Grant>> m_grants;
};

} // namespace Gatehouse
