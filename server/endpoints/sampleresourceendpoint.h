#pragma once

#include "models/store/tokenstore.h"
#include "server/endpoints/endpoint.h"
#include "server/message/oautherror.h"

namespace Gatehouse {

/// GET /api/me and /api/writer, where the policy has them: a protected resource (RFC 6750) to try access tokens on.
class SampleResourceEndpoint final : public Endpoint
{
public:
    /// The resource needs `scope`, or any default scope of the policy when that is empty.
    explicit SampleResourceEndpoint(const QString &scope)
        : m_scope(scope)
    { }

    const char *name() const override { return "sample resource"; }
    bool isOffered(const Policy &policy) const override;
    Response handle(Context &context) override;

private:
    Outcome<TokenLookup> admitted(Context &context) const;
    bool suffices(const Policy &policy, const QStringList &scopes) const;

    const QString m_scope;
};

} // namespace Gatehouse
