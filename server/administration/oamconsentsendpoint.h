#pragma once

#include "server/endpoints/endpoint.h"

namespace Gatehouse {

class FailureNotes;
class RevocationDialect;
class RevocationRun;

/// GET and DELETE /oam/services/rest/consent: the consents of one user, for an administrator (revocation.md section 1.2).
class OamConsentsEndpoint final : public Endpoint
{
public:
    OamConsentsEndpoint(const RevocationDialect &dialect, FailureNotes &notes)
        : m_dialect(dialect)
        , m_notes(notes)
    { }

    const char *name() const override { return "consents"; }
    Response handle(Context &context) override;

private:
    Response answer(RevocationRun &run);

    const RevocationDialect &m_dialect;
    FailureNotes &m_notes;
};

} // namespace Gatehouse
