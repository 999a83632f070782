#pragma once

#include "models/records/domain.h"
#include "models/revocation/revocationaudit.h"
#include "models/revocation/revocationservice.h"
#include "server/endpoints/context.h"

#include <QElapsedTimer>

#include <optional>

namespace Gatehouse {

class FailureNotes;
class RevocationDialect;
struct RevocationCaller;

/// One request for a revocation on its way through the steps of revocation.md section 5.2, from the domain on; each leaves
/// its mark in the audit record. What comes of it, refusals too, is written into the audit trail.
class RevocationRun
{
public:
    RevocationRun(Context &outer, const RevocationDialect &dialect, FailureNotes &notes);

    /// The parameters, of a body whose type was checked.
    std::optional<Response> readParameters();
    /// The parameters of a request without a body.
    void readQuery();
    /// The identity domain that header or query name, where the dialect has them do so.
    std::optional<Response> findDomain();

    Context &context() { return *m_context; }
    const RevocationDialect &dialect() const { return m_dialect; }
    RevocationAudit &audit() { return m_audit; }

    /// A refusal, with its record. `outcome`: as the audit trail has it; empty: it was set before.
    Response refuse(const Refusal &refusal, const char *outcome = "", bool nothingSent = false);
    /// Nothing is done, and the caller hears what he would hear if it were.
    Response accept(const char *outcome);
    /// Ends the targets and says so.
    Response end(const RevocationTargets &targets, const QString &level);
    /// Ends the targets, where a plan's fingerprint is given only if it still holds. What is done is in the audit trail; an
    /// Error is not yet: see failed().
    Result<RevocationService::Done> apply(const RevocationTargets &targets, const QString &level,
                                          const QByteArray &fingerprint = {});
    /// Writes the record of something that changed nothing. A Response when even that fails.
    std::optional<Response> record(const char *outcome, int status);
    /// 503, and a record of it afterwards.
    Response failed(const Error &error);

private:
    Response refused(const OAuthError &error, bool nothingSent);
    Response succeeded() const;
    Result<Id> note(int status);
    std::optional<Response> adopt(Parameters parameters);
    void stamp(int status);

    Context &m_outer;
    const RevocationDialect &m_dialect;
    FailureNotes &m_notes;
    Parameters m_parameters;
    std::optional<IdentityDomain> m_domain; ///< unless it is the outer one
    std::optional<Context> m_context;
    RevocationAudit m_audit;
    QElapsedTimer m_timer;
};

} // namespace Gatehouse
