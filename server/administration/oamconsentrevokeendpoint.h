#pragma once

#include "server/endpoints/endpoint.h"
#include "server/revocation/oamdialect.h"

namespace Gatehouse {

class FailureNotes;
class RevocationRun;

/// POST /oam/services/rest/consent/revoke: Oracle's bulk revocation of a user's tokens, optionally at one client and resource
/// server, of one kind, issued before a moment (revocation.md sections 1.2 and 5.8). Consents stay.
class OamConsentRevokeEndpoint final : public Endpoint
{
public:
    OamConsentRevokeEndpoint(const OamDialect &dialect, FailureNotes &notes)
        : m_dialect(dialect)
        , m_notes(notes)
    { }

    const char *name() const override { return "oam_consent_revoke"; }
    Response handle(Context &context) override;

private:
    Response revoke(RevocationRun &run);

    const OamDialect &m_dialect;
    FailureNotes &m_notes;
};

} // namespace Gatehouse
