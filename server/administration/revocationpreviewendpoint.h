#pragma once

#include "server/administration/administrationendpoint.h"
#include "server/administration/revocationplans.h"

namespace Gatehouse {

/// POST /admin/v1/revocations/preview: what an order would end. Changes nothing.
class RevocationPreviewEndpoint final : public AdministrationEndpoint
{
public:
    RevocationPreviewEndpoint(FailureNotes &notes, RevocationPlans &plans)
        : AdministrationEndpoint(notes)
        , m_plans(plans)
    { }

    const char *name() const override { return "revocation_preview"; }

protected:
    Response administer(RevocationRun &run, const QJsonObject &body) override;

private:
    RevocationPlans &m_plans;
};

} // namespace Gatehouse
