#include "server/administration/oamconsentsendpoint.h"

#include "models/store/store.h"
#include "models/store/userstore.h"
#include "server/administration/administrationaccess.h"
#include "server/administration/consentselection.h"
#include "server/endpoints/errorresponse.h"
#include "server/revocation/revocationrun.h"

namespace Gatehouse {

Response OamConsentsEndpoint::handle(Context &context)
{
    RevocationRun run(context, m_dialect, m_notes);
    run.readQuery();
    const Outcome<QString> administrator = administratorByPassword(run.context(), run.audit());
    if (!administrator)
        return run.refuse(administrator.refusal());
    run.audit().user = *administrator;
    run.audit().outcome.clear();
    if (auto refusal = run.findDomain())
        return *std::move(refusal);
    return answer(run);
}

Response OamConsentsEndpoint::answer(RevocationRun &run)
{
    Context &context = run.context();
    const QString name = context.parameters.value(u"userId");
    if (!context.check("userId sent", "Oracle consent", !name.isEmpty()))
        return run.refuse(missingParameter(context.policy(), "userId"), "invalid_request");
    const auto user = context.store.users().findByEmail(context.domain.id, name);
    if (!user)
        return run.failed(user.error());
    QList<NamedConsent> selected;
    if (*user) {
        Result<QList<NamedConsent>> consents = selectedConsents(context, (*user)->id);
        if (!consents)
            return run.failed(consents.error());
        selected = *std::move(consents);
    }
    return context.request.method == Method::Delete ? withdrawConsents(run, selected) : consentList(selected);
}

} // namespace Gatehouse
