#include "models/registration/applicationchanges.h"

#include "models/records/application.h"
#include "models/revocation/revocationservice.h"
#include "models/store/applicationstore.h"
#include "models/store/store.h"

namespace Gatehouse {

RevocationAudit ApplicationChanges::fromConsole()
{
    RevocationAudit origin;
    origin.dialect = QStringLiteral("console");
    origin.actorKind = QStringLiteral("admin");
    return origin;
}

RevocationAudit ApplicationChanges::fromConfiguration()
{
    RevocationAudit origin;
    origin.actorKind = QStringLiteral("system");
    return origin;
}

Result<void> ApplicationChanges::update(Application application)
{
    application.superClient = application.superClient && application.confidential;
    Transaction transaction(m_store.writer(), m_store.connection());
    if (!transaction.opened())
        return transaction.opened();
    const auto before = m_store.applications().find(application.id);
    if (!before)
        return before.error();
    if (const Result<void> updated = m_store.applications().update(application); !updated)
        return updated;
    const bool losesRights = *before && (*before)->superClient && !application.superClient;
    if (const Result<void> ended = losesRights
            ? endAll(**before, QStringLiteral("The rights of a super client were taken away."))
            : Result<void>();
        !ended)
        return ended;
    return transaction.commit();
}

Result<void> ApplicationChanges::remove(Id application)
{
    Transaction transaction(m_store.writer(), m_store.connection());
    if (!transaction.opened())
        return transaction.opened();
    const auto before = m_store.applications().find(application);
    if (!before)
        return before.error();
    if (const Result<void> ended
        = *before ? endAll(**before, QStringLiteral("The application was deleted.")) : Result<void>();
        !ended)
        return ended;
    if (const Result<void> removed = m_store.applications().remove(application); !removed)
        return removed;
    return transaction.commit();
}

/// Nothing to end is nothing to tell.
Result<void> ApplicationChanges::endAll(const Application &application, const QString &reason)
{
    RevocationTarget target;
    target.domain = application.domainId;
    target.application = application.id;
    const Result<RevocationSurvey> survey = RevocationService(m_store).survey({target});
    if (!survey)
        return survey.error();
    if (survey->counts.total() == 0)
        return {};
    RevocationAudit audit = m_origin;
    audit.domainId = application.domainId;
    audit.tokenRef = u"application:" % QString::number(application.id);
    audit.level = QStringLiteral("SELECTOR");
    audit.reason = reason;
    const auto done = RevocationService(m_store).revoke({target}, audit);
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace Gatehouse
