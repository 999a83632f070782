#pragma once

#include "models/records/types.h"
#include "models/result.h"
#include "models/revocation/revocationaudit.h"

#include <QString>

namespace Gatehouse {

class Store;
struct Application;

/// Changes and removes applications together with what follows for the tokens they hold: the window, the configuration file
/// and web pages come here (revocation.md section 5.7). All or nothing. To be called in the store's thread.
class ApplicationChanges
{
public:
    /// `origin` says who does it, for the audit trail.
    ApplicationChanges(Store &store, const RevocationAudit &origin)
        : m_store(store)
        , m_origin(origin)
    { }

    static RevocationAudit fromConsole();
    static RevocationAudit fromConfiguration();

    /// Ends all that an application holds, codes too, when its rights as a super client go. Only a confidential one has such
    /// rights.
    Result<void> update(Application application);
    /// Ends all that the application holds, so that the trail tells of it, before its rows go.
    Result<void> remove(Id application);

private:
    Result<void> endAll(const Application &application, const QString &reason);

    Store &m_store;
    RevocationAudit m_origin;
};

} // namespace Gatehouse
