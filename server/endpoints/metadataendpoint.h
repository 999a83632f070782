#pragma once

#include "models/records/types.h"
#include "server/endpoints/endpoint.h"

#include <QHash>

namespace Gatehouse {

/// GET /.well-known/oauth-authorization-server, RFC 8414: what the policy has switched on, and nothing else.
class MetadataEndpoint final : public Endpoint
{
public:
    const char *name() const override { return "metadata"; }
    bool sharesAcrossOrigins() const override { return true; }
    Response handle(Context &context) override;

private:
    struct Written
    {
        quint64 revision = 0; ///< of the domain
        QByteArray text;
    };
    static constexpr qsizetype MostKept = 1000;

    QHash<Id, Written> m_written; ///< by domain
};

} // namespace Gatehouse
