#include "server/revocation/superclientendpoint.h"

#include "models/store/store.h"
#include "models/store/userstore.h"
#include "server/checks/bearertoken.h"
#include "server/endpoints/errorresponse.h"
#include "server/pages/visitor.h"
#include "server/revocation/revocationcaller.h"
#include "server/revocation/revocationparameters.h"
#include "server/revocation/revocationrun.h"

namespace Gatehouse {

namespace {

/// By an access token that the super client itself was given for the user.
Outcome<std::optional<User>> bearersUser(Context &context, const Application &superClient, const QString &bearer)
{
    const Outcome<std::optional<TokenLookup>> token = usableToken(context, bearer);
    if (!token)
        return token.refusal();
    if (!context.check("token of the super client", "Kustvakt revoke/super",
                       *token && (*token)->token.applicationId == superClient.id))
        return std::optional<User>();
    const Result<std::optional<User>> user = context.store.users().find((*token)->token.resourceOwnerId);
    if (!user)
        return storeFault(user.error());
    return *user;
}

/// A foreign page can send the browser's cookie but not the super client's secret, so no form token is asked for.
Outcome<std::optional<User>> presentUser(RevocationRun &run, const Application &superClient)
{
    Context &context = run.context();
    if (const QString bearer = bearerTokenOf(context); !bearer.isEmpty()) {
        run.audit().authMethod = QStringLiteral("bearer");
        return bearersUser(context, superClient, bearer);
    }
    run.audit().authMethod = QStringLiteral("session");
    const Result<Visitor> visitor = Visitor::of(context);
    if (!visitor)
        return storeFault(visitor.error());
    return visitor->user();
}

} // namespace

Response SuperClientEndpoint::handle(Context &context)
{
    if (!hasFormBody(context.request))
        return m_dialect.refused(
            context,
            {QStringLiteral("unsupported_media_type"), {"invalid_request", QStringLiteral("Send a form."), {}, 415}});
    RevocationRun run(context, m_dialect, m_notes);
    if (auto refusal = run.readParameters())
        return *std::move(refusal);
    run.audit().actorKind = QStringLiteral("client");
    run.audit().clientId = run.context().parameters.value(u"super_client_id").left(200);
    bool nothingSent = false;
    const Outcome<Application> client
        = clientInBody(run.context(), u"super_client_id", u"super_client_secret", nothingSent);
    if (!client) {
        const bool isThrottled = client.refusal().error.status == 429;
        return run.refuse(client.refusal(), isThrottled ? "rate_limited" : "client_auth_failed", nothingSent);
    }
    if (!run.context().check("super client", "Kustvakt revoke/super", client->superClient && client->confidential))
        return run.refuse(OAuthError {"unauthorized_client",
                                      QStringLiteral("This client has no rights over what users gave to others."),
                                      {}},
                          "refused_not_super");
    run.audit().actorKind = QStringLiteral("super");
    const Outcome<std::optional<User>> user = presentUser(run, *client);
    if (!user)
        return run.refuse(user.refusal(), "caller_token_invalid");
    if (!run.context().check("user present", "Kustvakt revoke/super", user->has_value()))
        return run.refuse(
            OAuthError {"invalid_token", QStringLiteral("Send an access token of the user, or sign in."), {}},
            "caller_token_invalid");
    run.audit().user = (*user)->email;
    return answer(run, *client, **user);
}

} // namespace Gatehouse
