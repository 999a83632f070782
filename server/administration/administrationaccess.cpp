#include "server/administration/administrationaccess.h"

#include "models/revocation/revocationaudit.h"
#include "models/store/domainstore.h"
#include "models/store/store.h"
#include "models/store/userstore.h"
#include "server/checks/administrator.h"
#include "server/checks/bearertoken.h"
#include "server/checks/credentials.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/message/basiccredentials.h"

namespace Gatehouse {

namespace {

OAuthError insufficientScope(RevocationAudit &audit)
{
    audit.outcome = QStringLiteral("refused_not_admin");
    return {"insufficient_scope",
            QStringLiteral("This needs an administrator: an access token with the scope gatehouse:admin, or an e-mail "
                           "address and a password."),
            {},
            403};
}

bool isFromHere(Context &context)
{
    const bool allowed = context.policy().remoteAdministration || isLocalRequest(context.request);
    return context.check("from this machine", "remote_administration", allowed, {}, context.request.peer.toString());
}

/// Administrators live in the default domain, whichever one they look after.
Context defaultDomain(Context &context, const IdentityDomain &domain)
{
    return {context.request,  context.parameters, domain,           context.deployment, context.store,
            context.verified, context.throttle,   context.exchange, context.now,        context.recording};
}

Outcome<QString> byToken(Context &context, RevocationAudit &audit)
{
    audit.authMethod = QStringLiteral("bearer");
    Outcome<std::optional<TokenLookup>> token = usableToken(context, bearerTokenOf(context));
    if (!token)
        return token.refusal();
    if (!*token)
        return insufficientScope(audit);
    const TokenLookup &lookup = **token;
    audit.clientId = lookup.applicationUid;
    audit.user = lookup.userEmail;
    const bool hasScope = lookup.token.scopes.split(u' ').contains(QLatin1String(AdministrationScope));
    const Result<std::optional<User>> user = context.store.users().find(lookup.token.resourceOwnerId);
    if (!user)
        return storeFault(user.error());
    const bool isAdministrator = *user && (*user)->admin && (*user)->enabled;
    if (!context.check("scope", "RFC 6750 3.1", hasScope && isAdministrator, QLatin1String(AdministrationScope),
                       lookup.token.scopes))
        return insufficientScope(audit);
    return lookup.userEmail;
}

Outcome<QString> byPassword(Context &context, RevocationAudit &audit, const OAuthError &otherwise)
{
    audit.authMethod = QStringLiteral("password");
    const auto basic = parseBasicCredentials(context.request.header("Authorization"), BasicEncoding::Plain);
    if (!basic)
        return otherwise;
    audit.user = basic->id.left(200);
    Outcome<std::optional<User>> user = userWithPassword(context, basic->id, basic->secret);
    if (!user) {
        if (user.refusal().error.status == 429)
            audit.outcome = QStringLiteral("rate_limited");
        return user.refusal();
    }
    if (!context.check("administrator", "administration API", *user && (*user)->admin))
        return otherwise;
    return (*user)->email;
}

} // namespace

Outcome<QString> administratorOf(Context &context, RevocationAudit &audit)
{
    audit.actorKind = QStringLiteral("admin");
    const OAuthError refusal = insufficientScope(audit);
    if (!isFromHere(context))
        return refusal;
    const Result<IdentityDomain> domain = context.store.domains().defaultDomain();
    if (!domain)
        return storeFault(domain.error());
    Context inner = defaultDomain(context, *domain);
    const bool isBasic = authorizationValue(context.request.header("Authorization"), "Basic").has_value();
    return isBasic ? byPassword(inner, audit, refusal) : byToken(inner, audit);
}

Outcome<QString> administratorByPassword(Context &context, RevocationAudit &audit)
{
    audit.actorKind = QStringLiteral("admin");
    audit.outcome = QStringLiteral("client_auth_failed");
    const OAuthError refusal {"invalid_client", QStringLiteral("This needs an administrator's name and password."), {}};
    if (!isFromHere(context))
        return refusal;
    const Result<IdentityDomain> domain = context.store.domains().defaultDomain();
    if (!domain)
        return storeFault(domain.error());
    Context inner = defaultDomain(context, *domain);
    return byPassword(inner, audit, refusal);
}

} // namespace Gatehouse
