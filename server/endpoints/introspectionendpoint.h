#pragma once

#include "models/records/application.h"
#include "models/store/tokenstore.h"
#include "server/endpoints/endpoint.h"
#include "server/message/oautherror.h"

#include <optional>

namespace Gatehouse {

/// POST /oauth/introspect, RFC 7662. Who may ask about which token is the policy's introspection rule.
class IntrospectionEndpoint final : public Endpoint
{
public:
    const char *name() const override { return "introspect"; }
    bool isOffered(const Policy &policy) const override;
    Response handle(Context &context) override;

private:
    /// Who asks: an application, or under the rule SameClient the bearer of one of its tokens.
    struct Caller
    {
        std::optional<Application> application;
        std::optional<TokenLookup> bearer;
    };

    Outcome<Response> describe(Context &context) const;
    Outcome<Caller> caller(Context &context) const;
    Outcome<Caller> confidentialCaller(Context &context) const;
    Outcome<Caller> bearerCaller(Context &context) const;
    Outcome<bool> mayAsk(Context &context, const Caller &caller, const std::optional<TokenLookup> &target) const;
};

} // namespace Gatehouse
