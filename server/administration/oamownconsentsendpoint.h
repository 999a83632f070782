#pragma once

#include "server/endpoints/endpoint.h"

namespace Gatehouse {

class FailureNotes;
class RevocationDialect;
class RevocationRun;

/// GET and DELETE /oauth2/rest/consent: the consents of whoever is signed in (revocation.md section 1.2).
class OamOwnConsentsEndpoint final : public Endpoint
{
public:
    OamOwnConsentsEndpoint(const RevocationDialect &dialect, FailureNotes &notes)
        : m_dialect(dialect)
        , m_notes(notes)
    { }

    const char *name() const override { return "own_consents"; }
    Response handle(Context &context) override;

private:
    Response answer(RevocationRun &run);

    const RevocationDialect &m_dialect;
    FailureNotes &m_notes;
};

} // namespace Gatehouse
