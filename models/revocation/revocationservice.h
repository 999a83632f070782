#pragma once

#include "models/result.h"
#include "models/revocation/revocationaudit.h"
#include "models/revocation/revocationsurvey.h"
#include "models/revocation/revocationtarget.h"

#include <functional>

namespace Gatehouse {

class Store;

/// The one place that revokes: HTTP in all its dialects, the administration API and the window come here (revocation.md
/// section 5). Lives for one call, in the store's thread.
class RevocationService
{
public:
    /// Hears how many rows are marked of how many. Answers whether to go on; false undoes all of it.
    using Progress = std::function<bool(qint64 done, qint64 total)>;

    /// What came of it.
    struct Done
    {
        Id event = 0; ///< of the audit trail
        bool cancelled = false; ///< by Progress; nothing is changed
        bool drifted = false; ///< what would end is not what the plan said; nothing is changed
        RevocationCounts counts; ///< what ended; when drifted what would
    };

    explicit RevocationService(Store &store)
        : m_store(store)
    { }

    /// What the targets would end. Changes nothing.
    Result<RevocationSurvey> survey(const RevocationTargets &targets);

    /// Ends the targets and writes `audit`, which needs no outcome, counts or ids: all in one transaction or, after an Error,
    /// nothing. `fingerprint`: of the survey that must still hold; empty: none. Durable when the turn's commit is
    /// (Writer::whenSettled).
    Result<Done> revoke(const RevocationTargets &targets, RevocationAudit audit, const QByteArray &fingerprint = {},
                        const Progress &progress = {});

    /// Writes what was refused, or failed, into the audit trail. Answers the event.
    Result<Id> note(const RevocationAudit &audit);

private:
    Result<Done> carryOut(const RevocationTargets &targets, RevocationAudit &audit, const Progress &progress);

    Store &m_store;
};

} // namespace Gatehouse
