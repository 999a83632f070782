#pragma once

#include "server/administration/administrationendpoint.h"
#include "server/administration/revocationplans.h"

namespace Gatehouse {

/// POST /admin/v1/revocations: carries out a plan, or an order that wants none.
class RevocationsEndpoint final : public AdministrationEndpoint
{
public:
    RevocationsEndpoint(FailureNotes &notes, RevocationPlans &plans)
        : AdministrationEndpoint(notes)
        , m_plans(plans)
    { }

    const char *name() const override { return "revocations"; }

protected:
    Response administer(RevocationRun &run, const QJsonObject &body) override;

private:
    Response carryOut(RevocationRun &run, const RevocationPlans::Plan &plan, const QJsonObject &body);

    RevocationPlans &m_plans;
};

} // namespace Gatehouse
