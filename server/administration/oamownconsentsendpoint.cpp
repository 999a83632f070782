#include "server/administration/oamownconsentsendpoint.h"

#include "models/store/store.h"
#include "server/administration/consentselection.h"
#include "server/checks/origin.h"
#include "server/endpoints/errorresponse.h"
#include "server/pages/visitor.h"
#include "server/revocation/revocationrun.h"

namespace Gatehouse {

Response OamOwnConsentsEndpoint::handle(Context &context)
{
    RevocationRun run(context, m_dialect, m_notes);
    run.readQuery();
    run.audit().actorKind = QStringLiteral("user");
    run.audit().authMethod = QStringLiteral("session");
    if (auto refusal = run.findDomain())
        return *std::move(refusal);
    return answer(run);
}

Response OamOwnConsentsEndpoint::answer(RevocationRun &run)
{
    Context &context = run.context();
    const bool isDeletion = context.request.method == Method::Delete;
    // The cookie comes along whoever made the request: other pages must not withdraw anything with it.
    if (isDeletion && !isFromOwnPages(context))
        return run.refuse(OAuthError {"access_denied", QStringLiteral("This is not for other sites' pages."), {}, 403},
                          "client_auth_failed");
    const Result<Visitor> visitor = Visitor::of(context);
    if (!visitor)
        return run.failed(visitor.error());
    if (!context.check("signed in", "Oracle consent", visitor->user().has_value()))
        return run.refuse(OAuthError {"login_required", QStringLiteral("Sign in first."), {}, 401},
                          "client_auth_failed");
    run.audit().user = visitor->user()->email;
    const bool isNarrowed = context.parameters.has(u"cid") || context.parameters.has(u"clientIdentifier");
    if (isDeletion && !context.check("cid or clientIdentifier sent", "Oracle consent", isNarrowed))
        return run.refuse(missingParameter(context.policy(), "cid"), "invalid_request");
    const Result<QList<NamedConsent>> consents = selectedConsents(context, visitor->user()->id);
    if (!consents)
        return run.failed(consents.error());
    return isDeletion ? withdrawConsents(run, *consents) : consentList(*consents);
}

} // namespace Gatehouse
