#pragma once

#include "server/administration/administrationendpoint.h"

namespace Gatehouse {

/// GET /admin/v1/revocations/ID: the audit record.
class RevocationRecordEndpoint final : public AdministrationEndpoint
{
public:
    using AdministrationEndpoint::AdministrationEndpoint;

    const char *name() const override { return "revocation_record"; }

protected:
    Response administer(RevocationRun &run, const QJsonObject &body) override;
    bool hasBody() const override { return false; }
};

} // namespace Gatehouse
