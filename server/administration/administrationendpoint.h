#pragma once

#include "server/administration/administrationdialect.h"
#include "server/endpoints/endpoint.h"

#include <QJsonObject>

namespace Gatehouse {

class FailureNotes;
class RevocationRun;
struct RevocationOrder;

/// What the routes under /admin/v1/revocations share: an administrator, and a JSON object as the body.
class AdministrationEndpoint : public Endpoint
{
public:
    explicit AdministrationEndpoint(FailureNotes &notes)
        : m_notes(notes)
    { }

    Response handle(Context &context) final;

protected:
    virtual Response administer(RevocationRun &run, const QJsonObject &body) = 0;
    virtual bool hasBody() const { return true; }
    /// Writes into the record which domain is meant.
    static void noteOrder(RevocationRun &run, const RevocationOrder &order);

private:
    const AdministrationDialect m_dialect;
    FailureNotes &m_notes;
};

} // namespace Gatehouse
