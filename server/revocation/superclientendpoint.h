#pragma once

#include "models/records/application.h"
#include "models/records/user.h"
#include "server/endpoints/endpoint.h"
#include "server/revocation/kustvaktdialect.h"

namespace Gatehouse {

class FailureNotes;
class RevocationRun;

/// What Kustvakt's routes for super clients share (revocation.md sections 1.1 and 5.7): the super client's credentials in the
/// form, and a user, by an access token of the super client or signed in.
class SuperClientEndpoint : public Endpoint
{
public:
    SuperClientEndpoint(const KustvaktDialect &dialect, FailureNotes &notes)
        : m_dialect(dialect)
        , m_notes(notes)
    { }

    Response handle(Context &context) final;

protected:
    virtual Response answer(RevocationRun &run, const Application &superClient, const User &user) = 0;

private:
    const KustvaktDialect &m_dialect;
    FailureNotes &m_notes;
};

} // namespace Gatehouse
