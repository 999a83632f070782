#include "server/endpoints/applications/applicationregistration.h"

#include "models/registration/applicationchanges.h"
#include "models/secrets/passwordhash.h"
#include "models/secrets/random.h"
#include "models/store/applicationstore.h"
#include "server/atomically.h"
#include "server/audittrail.h"

namespace Gatehouse {

Application blankApplication(const Context &context)
{
    Application application;
    application.domainId = context.domain.id;
    application.uid = randomToken(context.policy().tokenAlphabet);
    return application;
}

QList<ApplicationRules::Problem> ApplicationRegistration::problemsOf(const Application &application) const
{
    return ApplicationRules::forPages(m_context.policy(), application).problemsOf(application);
}

Outcome<RegisteredApplication> ApplicationRegistration::create(Application application)
{
    const QString secret = giveSecret(application);
    return atomically(m_context, [&]() -> Outcome<RegisteredApplication> {
        const Result<Application> created = m_context.store.applications().create(application);
        if (!created)
            return storeFault(created.error());
        if (const Result<void> noted = note("application.created", created->id); !noted)
            return storeFault(noted.error());
        return RegisteredApplication {*created, secret};
    });
}

Outcome<RegisteredApplication> ApplicationRegistration::update(Application application)
{
    const QString secret = giveSecret(application);
    application.updatedAt = m_context.now;
    return atomically(m_context, [&]() -> Outcome<RegisteredApplication> {
        ApplicationStore &applications = m_context.store.applications();
        if (const Result<void> updated = ApplicationChanges(m_context.store, origin()).update(application); !updated)
            return storeFault(updated.error());
        if (const Result<void> given
            = secret.isEmpty() ? Result<void>() : applications.setSecret(application.id, application.secret);
            !given)
            return storeFault(given.error());
        if (const Result<void> noted = note("application.changed", application.id); !noted)
            return storeFault(noted.error());
        return RegisteredApplication {application, secret};
    });
}

Outcome<bool> ApplicationRegistration::remove(const Application &application)
{
    return atomically(m_context, [&]() -> Outcome<bool> {
        if (const Result<void> removed = ApplicationChanges(m_context.store, origin()).remove(application.id); !removed)
            return storeFault(removed.error());
        if (const Result<void> noted = note("application.deleted", application.id); !noted)
            return storeFault(noted.error());
        return true;
    });
}

/// Doorkeeper gives public clients a secret too, which nobody has to know. Empty: none was needed.
QString ApplicationRegistration::giveSecret(Application &application) const
{
    const bool needsOne = application.confidential || speaksDoorkeeper(m_context);
    if (!needsOne || !application.secret.isEmpty())
        return {};
    const Policy &policy = m_context.policy();
    const QString secret = randomToken(policy.tokenAlphabet);
    application.secret = policy.plainStorage ? storedSecretReadable(secret) : storedSecretForGenerated(secret);
    return secret;
}

RevocationAudit ApplicationRegistration::origin() const
{
    RevocationAudit origin;
    origin.dialect = QStringLiteral("doorkeeper");
    origin.actorKind = QStringLiteral("admin");
    origin.sourceIp = m_context.request.peer.toString();
    origin.exchangeId = m_context.exchange.id;
    if (m_context.actor.startsWith(u"user:"))
        origin.user = m_context.actor.mid(5);
    return origin;
}

Result<void> ApplicationRegistration::note(const char *action, Id application)
{
    return AuditTrail(m_context).note(action, "application", application);
}

} // namespace Gatehouse
