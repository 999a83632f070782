#include "server/revocation/revocationcaller.h"

#include "models/activity.h"
#include "models/revocation/revocationaudit.h"
#include "models/store/applicationstore.h"
#include "models/store/store.h"
#include "server/clientauth/clientauthenticator.h"
#include "server/clientauth/clientclaim.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/message/basiccredentials.h"
#include "server/message/textdecoding.h"
#include "server/revocation/revocationdialect.h"
#include "server/tokens/tokenissuer.h"

namespace Gatehouse {

namespace {

using ClaimMethod = ClientClaim::Method;
using Found = std::variant<RevocationCaller, CallerRefusal>;

const OAuthError InvalidClient {"invalid_client", {}, {}};

QString claimMethodName(ClaimMethod method)
{
    switch (method) {
    case ClaimMethod::Basic:
        return QStringLiteral("client_secret_basic");
    case ClaimMethod::Post:
        return QStringLiteral("client_secret_post");
    case ClaimMethod::Public:
        return QStringLiteral("none");
    case ClaimMethod::None:
        break;
    }
    return {};
}

/// Whether a name came without the secret that goes with it.
Outcome<bool> lacksSecret(Context &context, const ClientClaim &claim)
{
    if (claim.method != ClaimMethod::Public)
        return false;
    const Result<std::optional<Application>> known
        = context.store.applications().findByUid(context.domain.id, claim.id);
    if (!known)
        return storeFault(known.error());
    return *known && (*known)->confidential;
}

CallerRefusal failed(RevocationAudit &audit, const Refusal &refusal, bool nothingSent = false)
{
    if (refusal.error.status == 429)
        audit.outcome = QStringLiteral("rate_limited");
    else if (refusal.error.code == "invalid_request")
        audit.outcome = QStringLiteral("invalid_request");
    else
        audit.outcome = QStringLiteral("client_auth_failed");
    return {refusal, nothingSent};
}

/// The bearer equal to the token needs no life of its own: revoking oneself can be repeated.
Found bearerCaller(Context &context, const QString &bearer, const QString &value, RevocationAudit &audit)
{
    audit.actorKind = QStringLiteral("bearer");
    audit.authMethod = QStringLiteral("bearer");
    if (!context.check("one authentication method", "RFC 6749 2.3", !context.parameters.has(u"client_secret")))
        return failed(audit,
                      OAuthError {"invalid_request", QStringLiteral("The request authenticates in two ways."), {}});
    const QString stored = storedToken(context.policy(), bearer);
    const Result<std::optional<TokenLookup>> found = context.store.tokens().findByToken(context.domain.id, stored);
    if (!found)
        return CallerRefusal {storeFault(found.error())};
    const bool isSelf = *found && bearer == value;
    const bool isAlive
        = *found && (*found)->token.token == stored && activityOf((*found)->access, context.now) == Activity::Active;
    if (!context.check("bearer token alive", "RFC 6750 3.1", isSelf || isAlive)) {
        audit.outcome = QStringLiteral("caller_token_invalid");
        return CallerRefusal {OAuthError {"invalid_token", {}, {}, 401}};
    }
    audit.clientId = (*found)->applicationUid;
    audit.user = (*found)->userEmail;
    context.clientId = (*found)->applicationUid;
    return RevocationCaller {std::nullopt, **found};
}

/// The claim's application, and whether the request held no proof at all.
Outcome<Application> provenClient(Context &context, const ClientClaim &claim, bool &nothingSent)
{
    nothingSent = claim.method == ClaimMethod::None;
    if (!context.check("client", "RFC 6749 2.3", !nothingSent, QStringLiteral("client_id"), {}))
        return InvalidClient;
    const Outcome<bool> lacking = lacksSecret(context, claim);
    if (!lacking)
        return lacking.refusal();
    nothingSent = *lacking;
    return ClientAuthenticator(context).prove(claim);
}

} // namespace

bool RevocationCaller::owns(const AccessToken &token) const
{
    if (bearer)
        return token.applicationId == bearer->token.applicationId
            && token.resourceOwnerId == bearer->token.resourceOwnerId;
    return client && client->id == token.applicationId;
}

Found findCaller(Context &context, const RevocationDialect &dialect, const QString &value, RevocationAudit &audit)
{
    const QByteArray header = context.request.header("Authorization");
    const auto bearer = authorizationValue(header, "Bearer");
    if (bearer && dialect.takesBearer(context.policy()))
        return bearerCaller(context, decodedUtf8(*bearer).value_or(QString()), value, audit);
    audit.actorKind = QStringLiteral("client");
    const Outcome<ClientClaim> claim = readClientClaim(context);
    if (!claim)
        return failed(audit, claim.refusal());
    audit.authMethod = claimMethodName(claim->method);
    audit.clientId = claim->id.left(200);
    if (claim->method == ClaimMethod::None && !context.policy().passwordNeedsClient
        && dialect.readsLikeDoorkeeper(context.policy()))
        return RevocationCaller();
    bool nothingSent = false;
    Outcome<Application> client = provenClient(context, *claim, nothingSent);
    if (!client)
        return failed(audit, client.refusal(), nothingSent);
    return RevocationCaller {*std::move(client), std::nullopt};
}

Outcome<Application> clientInBody(Context &context, QStringView id, QStringView secret, bool &nothingSent)
{
    ClientClaim claim;
    claim.id = context.parameters.value(id);
    claim.secret = context.parameters.value(secret);
    if (!claim.id.isEmpty())
        claim.method = claim.secret.isEmpty() ? ClaimMethod::Public : ClaimMethod::Post;
    return provenClient(context, claim, nothingSent);
}

} // namespace Gatehouse
