#pragma once

#include "server/endpoints/endpoint.h"

namespace Gatehouse {

/// Oracle's path for another endpoint: the same, in the domain that header or query name (revocation.md section 1.2).
class NamedDomainEndpoint final : public Endpoint
{
public:
    explicit NamedDomainEndpoint(Endpoint &inner)
        : m_inner(inner)
    { }

    const char *name() const override { return m_inner.name(); }
    bool isOffered(const Policy &policy) const override { return m_inner.isOffered(policy); }
    Response handle(Context &context) override;

private:
    Endpoint &m_inner;
};

} // namespace Gatehouse
