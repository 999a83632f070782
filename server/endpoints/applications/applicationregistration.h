#pragma once

#include "models/records/application.h"
#include "models/registration/applicationrules.h"
#include "server/message/oautherror.h"

#include <QList>

namespace Gatehouse {

struct Context;
struct RevocationAudit;

/// An application as it was stored, and its secret when that was made just now.
struct RegisteredApplication
{
    Application application;
    QString secret;
};

/// Registers, changes and deletes applications for a request, each with its note in the audit trail: both or neither.
class ApplicationRegistration
{
public:
    explicit ApplicationRegistration(Context &context)
        : m_context(context)
    { }

    /// What the rules for pages have against it; empty: nothing.
    QList<ApplicationRules::Problem> problemsOf(const Application &application) const;

    /// Gives it a client_id, and a secret where it needs one.
    Outcome<RegisteredApplication> create(Application application);
    /// One that became confidential and has no secret yet is given one.
    Outcome<RegisteredApplication> update(Application application);
    /// Takes its codes and tokens along.
    Outcome<bool> remove(const Application &application);

private:
    QString giveSecret(Application &application) const;
    RevocationAudit origin() const;
    Result<void> note(const char *action, Id application);

    Context &m_context;
};

/// A new application of the domain.
Application blankApplication(const Context &context);

} // namespace Gatehouse
