#include "server/clientauth/clientauthenticator.h"

#include "models/store/applicationstore.h"
#include "models/store/store.h"
#include "server/checks/credentials.h"
#include "server/clientauth/clientclaim.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

namespace {

OAuthError invalidClient()
{
    return {"invalid_client", {}, {}};
}

/// Stands in for a client that does not exist: finding out that nothing fits takes as long.
Application nobody(const QString &uid)
{
    Application application;
    application.uid = uid;
    application.secret = QStringLiteral("sha256:");
    return application;
}

} // namespace

Outcome<Application> ClientAuthenticator::require()
{
    const Outcome<ClientClaim> claim = readClientClaim(m_context);
    if (!claim)
        return claim.refusal();
    const bool isNamed = claim->method != ClientClaim::Method::None;
    if (!m_context.check("client", "RFC 6749 3.2.1", isNamed, QStringLiteral("client_id"), {}))
        return invalidClient();
    return prove(*claim);
}

Outcome<std::optional<Application>> ClientAuthenticator::identify()
{
    const Outcome<ClientClaim> claim = readClientClaim(m_context);
    if (!claim)
        return claim.refusal();
    if (claim->method == ClientClaim::Method::None)
        return std::optional<Application>();
    Outcome<Application> application = prove(*claim);
    if (!application)
        return application.refusal();
    return std::optional<Application>(*std::move(application));
}

Outcome<Application> ClientAuthenticator::prove(const ClientClaim &claim)
{
    if (m_context.recording)
        m_context.exchange.clientId = claim.id.left(200);
    Result<std::optional<Application>> application
        = m_context.store.applications().findByUid(m_context.domain.id, claim.id);
    if (!application)
        return storeFault(application.error());
    const Outcome<bool> proved = isProved(*application, claim);
    if (!proved)
        return proved.refusal();
    if (!*proved)
        return invalidClient();
    m_context.clientId = claim.id;
    return **std::move(application);
}

Outcome<bool> ClientAuthenticator::isProved(const std::optional<Application> &application, const ClientClaim &claim)
{
    if (claim.method == ClientClaim::Method::Public) {
        const bool isPublic = application && !application->confidential && application->enabled;
        return m_context.check("public client", "RFC 6749 2.1", isPublic, {}, claim.id);
    }
    const Outcome<bool> matches = application ? clientSecretMatches(m_context, *application, claim.secret)
                                              : clientSecretMatches(m_context, nobody(claim.id), claim.secret);
    if (!matches)
        return matches.refusal();
    const bool known = m_context.check("client_id", "RFC 6749 2.2", application && application->enabled, {}, claim.id);
    return m_context.check("client_secret", "RFC 6749 2.3.1", *matches) && known;
}

} // namespace Gatehouse
