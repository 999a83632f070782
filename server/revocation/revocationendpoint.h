#pragma once

#include "server/endpoints/endpoint.h"

#include <memory>

namespace Gatehouse {

class FailureNotes;
class RevocationDialect;
class RevocationRun;

/// Revokes one token (RFC 7009) in one of the dialects.
class RevocationEndpoint final : public Endpoint
{
public:
    RevocationEndpoint(const RevocationDialect &dialect, FailureNotes &notes)
        : m_dialect(dialect)
        , m_notes(notes)
    { }

    const char *name() const override { return "revoke"; }
    bool sharesAcrossOrigins() const override { return true; }
    Response handle(Context &context) override;

private:
    Response revoke(RevocationRun &run) const;

    const RevocationDialect &m_dialect;
    FailureNotes &m_notes;
};

} // namespace Gatehouse
