#include "server/endpoints/authorizeendpoint.h"

#include "models/records/accessgrant.h"
#include "models/records/consent.h"
#include "models/secrets/random.h"
#include "models/store/consentstore.h"
#include "models/store/grantstore.h"
#include "models/store/store.h"
#include "models/store/tokenstore.h"
#include "server/checks/hostheader.h"
#include "server/checks/owner.h"
#include "server/checks/redirecturi.h"
#include "server/checks/requestshape.h"
#include "server/checks/scope.h"
#include "server/endpoints/authorizationanswer.h"
#include "server/endpoints/authorizationrequest.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/endpoints/representation.h"
#include "server/pages/consentpage.h"
#include "server/pages/csrf.h"
#include "server/pages/errorpage.h"
#include "server/pages/pagerenderer.h"
#include "server/pages/returnpath.h"
#include "server/pages/visitor.h"
#include "server/tokens/tokenissuer.h"

#include <algorithm>

namespace Gatehouse {

namespace {

bool isDenial(const Context &context)
{
    return context.request.method == Method::Delete
        || (context.request.method == Method::Post
            && context.parameters.value(u"_method").compare(u"delete", Qt::CaseInsensitive) == 0);
}

/// The request as an address of ours that can be opened again after signing in.
QByteArray requestPath(const Context &context)
{
    AnswerFields sent = authorizationParameters(context);
    sent.removeIf([](const auto &field) { return field.second.isEmpty(); });
    return withQuery(QStringLiteral("/oauth/authorize"), sent);
}

bool covers(const Consent &consent, const QString &scopes)
{
    const QStringList given = scopeList(consent.scopes);
    const QStringList wanted = scopeList(scopes);
    return std::all_of(wanted.begin(), wanted.end(), [&given](const QString &scope) { return given.contains(scope); });
}

/// Whether the person need not be asked. Public clients are always asked about: anybody can use their name (RFC 8252 8.6).
Result<bool> isSettled(Context &context, const AuthorizationRequest &request, const User &owner)
{
    const Application &application = request.target.application;
    if (!application.confidential)
        return false;
    if (application.trusted)
        return true;
    if (!context.policy().rememberConsent)
        return false;
    if (context.policy().consentNeedsToken)
        return context.store.tokens().hasUnrevoked(application.id, owner.id, request.scopes);
    const Result<std::optional<Consent>> consent = context.store.consents().find(owner.id, application.id);
    if (!consent)
        return consent.error();
    return consent->has_value() && covers(**consent, request.scopes);
}

AccessGrant grantFor(const Context &context, const AuthorizationRequest &request, const Consent &consent)
{
    AccessGrant grant;
    grant.domainId = context.domain.id;
    grant.applicationId = consent.applicationId;
    grant.resourceOwnerId = consent.resourceOwnerId;
    grant.consentId = consent.id;
    grant.exchangeId = context.exchange.id;
    grant.sessionId = context.sessionId;
    grant.redirectUri = request.target.redirectUriSent ? request.target.redirectUri : QString();
    grant.scopes = request.scopes;
    grant.codeChallenge = request.challenge.challenge;
    grant.codeChallengeMethod = request.challenge.method;
    grant.createdAt = context.now;
    grant.expiresIn = context.policy().codeLifetime;
    grant.expiresAt = context.now + grant.expiresIn * 1000;
    return grant;
}

/// The page that shows the code, at Doorkeeper's address or at the wiki's.
QByteArray codePagePath(const Context &context, const QString &code)
{
    return (context.policy().codeInPath ? "/oauth/authorize/" : "/oauth/authorize/native?code=") + code.toLatin1();
}

} // namespace

Response AuthorizeEndpoint::handle(Context &context)
{
    const Result<Visitor> visitor = Visitor::of(context);
    if (!visitor)
        return refuse(context, m_renderer, storeFault(visitor.error()));
    Response response = handleFor(context, *visitor);
    visitor->remember(context, response);
    return response;
}

Response AuthorizeEndpoint::handleFor(Context &context, const Visitor &visitor)
{
    if (const std::optional<OAuthError> fault = parameterFault(context))
        return refuse(context, m_renderer, *fault);
    if (isDecision(context) && !isOwnForm(context, visitor))
        return refuseForeignForm(context, m_renderer);
    const Outcome<AuthorizationTarget> target = authorizationTarget(context);
    if (!target)
        return refuse(context, m_renderer, target.refusal().error);
    const Result<std::optional<User>> owner = ownerOf(context, visitor);
    if (!owner)
        return refuse(context, m_renderer, storeFault(owner.error()));
    // Before anything is sent to the application: its requests must not bounce people around unseen (RFC 9700 4.11.2).
    if (!context.check("signed in", "RFC 6749 4.1.1", owner->has_value()))
        return redirectToLogin(context, m_renderer, requestPath(context));
    const Outcome<AuthorizationRequest> request = authorizationRequest(context, *target);
    if (!request)
        return refuseTo(context, m_renderer, *target, request.refusal().error);
    return decide(context, visitor, *request, **owner);
}

Response AuthorizeEndpoint::decide(Context &context, const Visitor &visitor, const AuthorizationRequest &request,
                                   const User &owner)
{
    if (isDenial(context))
        return refuseTo(context, m_renderer, request.target, {"access_denied"});
    if (isDecision(context))
        return approve(context, request, owner);
    return askOrGo(context, visitor, request, owner);
}

Response AuthorizeEndpoint::askOrGo(Context &context, const Visitor &visitor, const AuthorizationRequest &request,
                                    const User &owner)
{
    const Result<bool> settled = isSettled(context, request, owner);
    if (!settled)
        return refuse(context, m_renderer, storeFault(settled.error()));
    return *settled ? approve(context, request, owner) : consentPage(context, visitor, request, owner);
}

Response AuthorizeEndpoint::consentPage(Context &context, const Visitor &visitor, const AuthorizationRequest &request,
                                        const User &owner)
{
    if (context.policy().apiOnly)
        return consentAsJson(context, request);
    ConsentPage page;
    page.formToken = visitor.formToken();
    page.applicationName = request.target.application.name;
    page.confidential = request.target.application.confidential;
    page.signedIn = owner.email;
    page.loginUrl = QString::fromLatin1(loginPath(requestPath(context)));
    page.redirectUri = request.target.redirectUri;
    page.scopes = scopeList(request.scopes);
    page.fields = authorizationParameters(context);
    for (auto &[name, value] : page.fields) {
        if (name == u"scope" && value.isEmpty())
            value = request.scopes;
    }
    return page.render(m_renderer, context.language());
}

Response AuthorizeEndpoint::approve(Context &context, const AuthorizationRequest &request, const User &owner)
{
    Transaction transaction(context.store.writer(), context.store.connection());
    if (!transaction.opened())
        return refuse(context, m_renderer, storeFault(transaction.opened().error()));
    const Result<Consent> consent = context.store.consents().give(
        context.domain.id, owner.id, request.target.application.id, request.scopes, context.now);
    if (!consent)
        return refuse(context, m_renderer, storeFault(consent.error()));
    const bool wantsCode = request.type == ResponseType::Code;
    const Result<Response> answer
        = wantsCode ? giveCode(context, request, *consent) : giveToken(context, request, *consent);
    if (!answer)
        return refuse(context, m_renderer, storeFault(answer.error()));
    const Result<void> kept = transaction.commit();
    return kept ? *answer : refuse(context, m_renderer, storeFault(kept.error()));
}

Result<Response> AuthorizeEndpoint::giveCode(Context &context, const AuthorizationRequest &request,
                                             const Consent &consent)
{
    const QString code = randomToken(context.policy().tokenAlphabet);
    AccessGrant grant = grantFor(context, request, consent);
    grant.token = storedToken(context.policy(), code);
    const Result<AccessGrant> inserted = context.store.grants().insert(std::move(grant));
    if (!inserted)
        return inserted.error();
    context.exchange.grantId = inserted->id;
    if (isOutOfBand(request.target.redirectUri))
        return showOutOfBand(context, m_renderer, codePagePath(context, code), {{QStringLiteral("code"), code}});
    return answerTo(context, m_renderer, request.target, request.mode, {{QStringLiteral("code"), code}});
}

Result<Response> AuthorizeEndpoint::giveToken(Context &context, const AuthorizationRequest &request,
                                              const Consent &consent)
{
    TokenOrder order;
    order.row.applicationId = consent.applicationId;
    order.row.resourceOwnerId = consent.resourceOwnerId;
    order.row.consentId = consent.id;
    order.row.sessionId = context.sessionId;
    order.row.scopes = request.scopes;
    order.row.grantType = QStringLiteral("implicit");
    const Result<IssuedToken> issued = issueToken(context, std::move(order));
    if (!issued)
        return issued.error();
    if (isOutOfBand(request.target.redirectUri))
        return showOutOfBand(context, m_renderer, "/oauth/token/info?access_token=" + issued->accessToken.toLatin1(),
                             {{QStringLiteral("access_token"), issued->accessToken}});
    AnswerFields fields {{QStringLiteral("access_token"), issued->accessToken},
                         {QStringLiteral("token_type"), context.policy().tokenType}};
    if (issued->row.expiresIn > 0)
        fields.append({QStringLiteral("expires_in"), QString::number(issued->row.expiresIn)});
    if (context.policy().implicitScope)
        fields.append({QStringLiteral("scope"), request.scopes});
    return answerTo(context, m_renderer, request.target, request.mode, fields);
}

} // namespace Gatehouse
