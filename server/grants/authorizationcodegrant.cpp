#include "server/grants/authorizationcodegrant.h"

#include "models/activity.h"
#include "models/records/auditevent.h"
#include "models/store/grantstore.h"
#include "models/store/store.h"
#include "models/store/tokenstore.h"
#include "models/store/userstore.h"
#include "server/atomically.h"
#include "server/audittrail.h"
#include "server/checks/pkce.h"
#include "server/checks/redirecturi.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

#include <algorithm>

namespace Gatehouse {

namespace {

using Objection = std::optional<OAuthError>;

/// What the code's own request demands of this one: redirect_uri (RFC 6749 section 4.1.3) and code_verifier (RFC 7636
/// section 4.5) wherever the authorization request had their counterparts.
Objection missingAnything(Context &context, const std::optional<AccessGrant> &grant)
{
    const bool isChallenged = grant && !grant->codeChallenge.isEmpty();
    const bool hasVerifier = !context.parameters.value(u"code_verifier").isEmpty();
    if (!context.check("code_verifier sent", "RFC 7636 4.5", hasVerifier || !isChallenged))
        return missingParameter(context.policy(), "code_verifier");
    const bool needsUri = !grant || !grant->redirectUri.isEmpty();
    const bool hasUri = !context.parameters.value(u"redirect_uri").isEmpty();
    if (!context.check("redirect_uri sent", "RFC 6749 4.1.3", hasUri || !needsUri))
        return missingParameter(context.policy(), "redirect_uri");
    return std::nullopt;
}

Outcome<Activity> activityOfCode(Context &context, const Application &application, const AccessGrant &grant)
{
    const Result<std::optional<User>> owner = context.store.users().find(grant.resourceOwnerId);
    if (!owner)
        return storeFault(owner.error());
    ActivityFacts facts;
    facts.issuedAt = grant.createdAt;
    facts.expiresAt = grant.expiresAt;
    facts.revokedAt = grant.revokedAt;
    facts.userEnabled = *owner && (*owner)->enabled;
    facts.notBefore = std::max({context.domain.notBefore, application.notBefore, *owner ? (*owner)->notBefore : 0});
    return activityOf(facts, context.now);
}

bool isSameRedirect(const Context &context, const AccessGrant &grant)
{
    const QString uri = context.parameters.value(u"redirect_uri");
    if (grant.redirectUri.isEmpty() || uri == grant.redirectUri)
        return true;
    Application asRegistered;
    asRegistered.redirectUri = grant.redirectUri;
    return context.policy().redirectMatch == Policy::RedirectMatch::Doorkeeper
        && isRegisteredRedirect(Policy::RedirectMatch::Doorkeeper, asRegistered, uri);
}

/// RFC 7636 section 4.6. A verifier for a code without a challenge is a downgrade attempt (RFC 9700 section 4.8.2).
bool isVerified(const Context &context, const AccessGrant &grant)
{
    const QString verifier = context.parameters.value(u"code_verifier");
    if (grant.codeChallenge.isEmpty())
        return verifier.isEmpty();
    return (!context.policy().pkceLengths || isWellFormedVerifier(verifier)) && verifierFits(grant, verifier);
}

/// RFC 6749 section 4.1.2: the second use of a code ends everything that the first one gave. Yields how many pairs.
Outcome<qint64> endWhatItGave(Context &context, const AccessGrant &grant)
{
    const Result<void> noted = context.store.grants().noteReplay(grant.id, context.now);
    if (!noted)
        return storeFault(noted.error());
    const Result<qint64> ended = context.policy().codeReplayRevokes
        ? context.store.tokens().revokeIssuedFrom(grant.id, context.now)
        : Result<qint64>(0);
    if (!ended)
        return storeFault(ended.error());
    const Result<void> told
        = AuditTrail(context).note("grant.replayed", "grant", grant.id, {{QStringLiteral("pairs"), *ended}});
    if (!told)
        return storeFault(told.error());
    return *ended;
}

Refusal refuseReplay(Context &context, const AccessGrant &grant)
{
    const Outcome<qint64> ended = atomically(context, [&] { return endWhatItGave(context, grant); });
    return ended ? Refusal(invalidGrant()) : ended.refusal();
}

} // namespace

QString AuthorizationCodeGrant::type() const
{
    return QStringLiteral("authorization_code");
}

Outcome<IssuedToken> AuthorizationCodeGrant::issue(Context &context) const
{
    const QString code = context.parameters.value(u"code");
    if (!context.check("code sent", "RFC 6749 4.1.3", !code.isEmpty()) && context.policy().missingParametersNamed)
        return missingParameter(context.policy(), "code");
    const Result<std::optional<AccessGrant>> grant
        = context.store.grants().findByToken(context.domain.id, storedToken(context.policy(), code));
    if (!grant)
        return storeFault(grant.error());
    if (const Objection missing = missingAnything(context, *grant))
        return *missing;
    const Outcome<Application> application = client(context);
    if (!application)
        return application.refusal();
    if (!context.check("code known", "RFC 6749 5.2", grant->has_value()))
        return invalidGrant();
    return redeem(context, *application, **grant);
}

Outcome<IssuedToken> AuthorizationCodeGrant::redeem(Context &context, const Application &application,
                                                    const AccessGrant &grant) const
{
    context.exchange.grantId = grant.id;
    if (!context.check("code of this client", "RFC 6749 4.1.3", grant.applicationId == application.id))
        return invalidGrant();
    const Outcome<Activity> activity = activityOfCode(context, application, grant);
    if (!activity)
        return activity.refusal();
    if (!context.check("code unused", "RFC 6749 4.1.2", *activity != Activity::Revoked))
        return refuseReplay(context, grant);
    if (!context.check("code alive", "RFC 6749 4.1.2", *activity == Activity::Active))
        return invalidGrant();
    if (!context.check("redirect_uri", "RFC 6749 4.1.3", isSameRedirect(context, grant), grant.redirectUri,
                       context.parameters.value(u"redirect_uri")))
        return invalidGrant();
    if (!context.check("code_verifier", "RFC 7636 4.6", isVerified(context, grant), grant.codeChallengeMethod))
        return invalidGrant();

    TokenOrder order;
    order.row.applicationId = application.id;
    order.row.resourceOwnerId = grant.resourceOwnerId;
    order.row.scopes = grant.scopes;
    order.row.grantType = type();
    order.row.grantId = grant.id;
    order.row.consentId = grant.consentId;
    order.withRefreshToken = givesRefreshToken(context.policy(), &application);
    return atomically(context, [&]() -> Outcome<IssuedToken> {
        const Result<bool> first = context.store.grants().redeem(grant.id, context.now);
        if (!first)
            return storeFault(first.error());
        if (!context.check("code redeemed once", "RFC 6749 4.1.2", *first))
            return invalidGrant();
        return issued(context, std::move(order));
    });
}

} // namespace Gatehouse
