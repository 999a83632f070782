#include "server/authserver.h"

#include "models/jsonwriter.h"
#include "models/secrets/passwordhash.h"
#include "models/store/domainstore.h"
#include "models/store/store.h"
#include "server/administration/oamconsentrevokeendpoint.h"
#include "server/administration/oamconsentsendpoint.h"
#include "server/administration/oamownconsentsendpoint.h"
#include "server/administration/revocationplans.h"
#include "server/administration/revocationpreviewendpoint.h"
#include "server/administration/revocationrecordendpoint.h"
#include "server/administration/revocationsendpoint.h"
#include "server/checks/hostheader.h"
#include "server/crossorigin.h"
#include "server/domainpath.h"
#include "server/endpoints/applications/applicationendpoint.h"
#include "server/endpoints/applications/applicationsendpoint.h"
#include "server/endpoints/applications/authorizedapplicationendpoint.h"
#include "server/endpoints/applications/authorizedapplicationsendpoint.h"
#include "server/endpoints/applications/editapplicationendpoint.h"
#include "server/endpoints/applications/newapplicationendpoint.h"
#include "server/endpoints/authorizeendpoint.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/endpoints/homeendpoint.h"
#include "server/endpoints/introspectionendpoint.h"
#include "server/endpoints/loginendpoint.h"
#include "server/endpoints/logoutendpoint.h"
#include "server/endpoints/metadataendpoint.h"
#include "server/endpoints/nameddomainendpoint.h"
#include "server/endpoints/nativecodeendpoint.h"
#include "server/endpoints/representation.h"
#include "server/endpoints/sampleresourceendpoint.h"
#include "server/endpoints/stylesheetendpoint.h"
#include "server/endpoints/tokenendpoint.h"
#include "server/endpoints/tokeninfoendpoint.h"
#include "server/exchangerecorder.h"
#include "server/message/methodoverride.h"
#include "server/pages/catalogues.h"
#include "server/pages/errorpage.h"
#include "server/pages/notices.h"
#include "server/pages/pagerenderer.h"
#include "server/revocation/doorkeeperdialect.h"
#include "server/revocation/failurenotes.h"
#include "server/revocation/kustvaktdialect.h"
#include "server/revocation/oamdialect.h"
#include "server/revocation/revocationendpoint.h"
#include "server/revocation/superrevocationendpoint.h"
#include "server/revocation/superrevokeallendpoint.h"
#include "server/revocation/tokenlistendpoint.h"
#include "server/router.h"
#include "server/throttle.h"

#include <optional>
#include <vector>

namespace Gatehouse {

namespace {

Response plainError(int status, const char *code, const char *description)
{
    JsonWriter body;
    body.add("error", QString::fromLatin1(code)).add("error_description", QString::fromLatin1(description));
    return Response::json(status, std::move(body));
}

/// Kustvakt's routes stand under whichever roots are configured.
QByteArray routedPath(const QByteArray &path, const Policy &policy)
{
    const qsizetype service = path.indexOf("/oauth2/");
    if (service <= 0 || !policy.kustvaktRoots.contains(QString::fromLatin1(path.first(service))))
        return path;
    return "{kustvakt}" + path.sliced(service);
}

/// Where a request leads.
struct Place
{
    IdentityDomain domain;
    QByteArray path; ///< within the domain
    const Router::Route *route; ///< null: nothing is there
};

bool wantsPage(const Policy &policy, const Request &request)
{
    const QByteArray accept = request.header("Accept");
    return accept.contains("text/html")
        || (policy.wording == Policy::Wording::Doorkeeper && !accept.contains("application/json"));
}

} // namespace

Language Deployment::languageFor(const Request &request) const
{
    return catalogues ? catalogues->choose(request.header("Accept-Language")) : Language();
}

struct AuthServer::Private
{
    Private(Store &theStore, const Deployment &theDeployment)
        : store(theStore)
        , deployment(theDeployment)
        , recorder(theStore)
        , failures(theStore)
    {
        addRoutes();
    }

    /// The route table.
    void addRoutes()
    {
        const QString anyDefaultScope;
        const QString writeScope = QStringLiteral("write");
        add<HomeEndpoint>("/", {Method::Get}, pages);
        add<AuthorizeEndpoint>("/oauth/authorize", {Method::Get, Method::Post, Method::Delete}, pages);
        add<NativeCodeEndpoint>("/oauth/authorize/*", {Method::Get}, pages);
        Endpoint &token = add<TokenEndpoint>("/oauth/token", {Method::Post});
        Endpoint &tokenInfo = add<TokenInfoEndpoint>("/oauth/token/info", {Method::Get});
        add<NamedDomainEndpoint>("/oauth2/rest/token", {Method::Post}, token);
        add<NamedDomainEndpoint>("/oauth2/rest/token/info", {Method::Get}, tokenInfo);
        add<IntrospectionEndpoint>("/oauth/introspect", {Method::Post});
        add<RevocationEndpoint>("/oauth/revoke", {Method::Post}, doorkeeper, failures);
        add<RevocationEndpoint>("/oauth/revoke.json", {Method::Post}, doorkeeper, failures);
        add<RevocationEndpoint>("{kustvakt}/oauth2/revoke", {Method::Post}, kustvakt, failures);
        add<RevocationEndpoint>("/oauth2/rest/token/revoke", {Method::Post}, oam, failures);
        add<SuperRevocationEndpoint>("{kustvakt}/oauth2/revoke/super", {Method::Post}, kustvakt, failures);
        add<SuperRevokeAllEndpoint>("{kustvakt}/oauth2/revoke/super/all", {Method::Post}, kustvakt, failures);
        add<TokenListEndpoint>("{kustvakt}/oauth2/token/list", {Method::Post}, kustvakt, failures);
        add<RevocationPreviewEndpoint>("/admin/v1/revocations/preview", {Method::Post}, failures, plans);
        add<RevocationsEndpoint>("/admin/v1/revocations", {Method::Post}, failures, plans);
        add<RevocationRecordEndpoint>("/admin/v1/revocations/*", {Method::Get}, failures);
        add<OamConsentRevokeEndpoint>("/oam/services/rest/consent/revoke", {Method::Post}, oam, failures);
        add<OamConsentsEndpoint>("/oam/services/rest/consent", {Method::Get, Method::Delete}, oam, failures);
        add<OamOwnConsentsEndpoint>("/oauth2/rest/consent", {Method::Get, Method::Delete}, oam, failures);
        add<ApplicationsEndpoint>("/oauth/applications", {Method::Get, Method::Post}, pages, notices);
        add<NewApplicationEndpoint>("/oauth/applications/new", {Method::Get}, pages, notices);
        add<ApplicationEndpoint>("/oauth/applications/*", {Method::Get, Method::Patch, Method::Put, Method::Delete},
                                 pages, notices);
        add<EditApplicationEndpoint>("/oauth/applications/*/edit", {Method::Get}, pages, notices);
        add<AuthorizedApplicationsEndpoint>("/oauth/authorized_applications", {Method::Get}, pages, notices);
        add<AuthorizedApplicationEndpoint>("/oauth/authorized_applications/*", {Method::Delete}, pages, notices);
        add<MetadataEndpoint>("/.well-known/oauth-authorization-server", {Method::Get});
        add<SampleResourceEndpoint>("/api/me", {Method::Get}, anyDefaultScope);
        add<SampleResourceEndpoint>("/api/writer", {Method::Get}, writeScope);
        add<LoginEndpoint>("/login", {Method::Get, Method::Post}, pages);
        add<LogoutEndpoint>("/logout", {Method::Post}, pages);
        add<StylesheetEndpoint>("/assets/*", {Method::Get}, pages);
    }

    template<class T, class... Needs>
    Endpoint &add(const char *path, std::initializer_list<Method> methods, Needs &...needs)
    {
        endpoints.push_back(std::make_unique<T>(needs...));
        router.add(path, methods, *endpoints.back());
        return *endpoints.back();
    }

    Response answer(const Request &request, Exchange &exchange, Timestamp now);
    Result<Place> placeOf(const QByteArray &path);
    const Router::Route *routeIn(const IdentityDomain &domain, const QByteArray &path) const;
    Response dispatch(const Request &request, const Place &place, Exchange &exchange, Timestamp now);
    Response notFound(const Policy &policy, const Request &request);
    Response wrongMethod(const IdentityDomain &domain, const Request &request, const Router::Route &route);

    Store &store;
    const Deployment deployment;
    VerifiedSecrets verified;
    Throttle throttle;
    PageRenderer pages;
    Notices notices;
    ExchangeRecorder recorder;
    FailureNotes failures;
    RevocationPlans plans;
    const DoorkeeperDialect doorkeeper;
    const KustvaktDialect kustvakt;
    const OamDialect oam;
    std::vector<std::unique_ptr<Endpoint>> endpoints;
    Router router;
};

AuthServer::AuthServer(Store &store, const Deployment &deployment)
    : d(std::make_unique<Private>(store, deployment))
{ }

AuthServer::~AuthServer() = default;

void AuthServer::setExchangeListener(std::function<void(const Exchange &)> listener)
{
    d->recorder.setListener(std::move(listener));
}

Throttle &AuthServer::throttle()
{
    return d->throttle;
}

Response AuthServer::handle(const Request &request)
{
    const Timestamp now = d->store.clock().now();
    std::optional<Exchange> exchange;
    if (d->deployment.recordExchanges)
        exchange = d->recorder.begin(request, now);
    if (!exchange) {
        Exchange unrecorded;
        return d->answer(request, unrecorded, now);
    }
    d->store.connection().setTrace(&exchange->statements);
    Response response = d->answer(request, *exchange, now);
    d->store.connection().setTrace(nullptr);
    if (!response.slowCheck)
        d->recorder.finish(*std::move(exchange), response);
    return response;
}

Response AuthServer::Private::answer(const Request &request, Exchange &exchange, Timestamp now)
{
    if (!isServedHost(request, deployment))
        return plainError(421, "misdirected_request", "This server does not answer for the host that was asked for.");
    const Result<Place> place = placeOf(request.path);
    if (!place)
        return plainError(503, "temporarily_unavailable", "The server cannot answer just now. Try again shortly.");
    pages.setBase(pathOf(place->domain));
    const Method method = intendedMethod(request);
    if (method == request.method && place->path == request.path)
        return dispatch(request, *place, exchange, now);
    Request asIntended = request;
    asIntended.method = method;
    asIntended.path = place->path;
    return dispatch(asIntended, *place, exchange, now);
}

const Router::Route *AuthServer::Private::routeIn(const IdentityDomain &domain, const QByteArray &path) const
{
    return router.find(routedPath(path, domain.policy), domain.policy.formatSuffix);
}

/// The default domain's routes come first: no domain's name can hide one.
Result<Place> AuthServer::Private::placeOf(const QByteArray &path)
{
    Result<IdentityDomain> domain = store.domains().defaultDomain();
    if (!domain)
        return domain.error();
    if (const Router::Route *route = routeIn(*domain, path))
        return Place {*std::move(domain), path, route};
    const Result<std::optional<DomainPath>> other = domainInPath(store.domains(), path);
    if (!other)
        return other.error();
    if (!*other)
        return Place {*std::move(domain), path, nullptr};
    return Place {(*other)->domain, (*other)->path, routeIn((*other)->domain, (*other)->path)};
}

Response AuthServer::Private::dispatch(const Request &request, const Place &place, Exchange &exchange, Timestamp now)
{
    const IdentityDomain &domain = place.domain;
    const Policy &policy = domain.policy;
    const Router::Route *route = place.route;
    const bool isRecorded = exchange.id != 0;
    if (isRecorded)
        exchange.path = pathOf(domain)
            + (route ? QString::fromLatin1(route->shownPath(request.path)) : ExchangeRecorder::shownPath(request.path));
    if (!route || !route->endpoint->isOffered(policy))
        return notFound(policy, request);
    exchange.endpoint = QString::fromLatin1(route->endpoint->name());
    if (!route->serves(request.method))
        return wrongMethod(domain, request, *route);
    const Parameters parameters = parametersOf(request);
    if (isRecorded)
        ExchangeRecorder::describe(exchange, parameters);
    Context context {request, parameters, domain, deployment, store, verified, throttle, exchange, now, isRecorded};
    Response response = route->endpoint->handle(context);
    if (route->endpoint->sharesAcrossOrigins() && !response.slowCheck)
        shareWithOrigin(store, domain, request, response);
    return response;
}

Response AuthServer::Private::notFound(const Policy &policy, const Request &request)
{
    if (wantsPage(policy, request))
        return ErrorPage::notFound().render(pages, deployment.languageFor(request));
    return statusJson(policy, 404);
}

Response AuthServer::Private::wrongMethod(const IdentityDomain &domain, const Request &request,
                                          const Router::Route &route)
{
    if (request.method == Method::Options) {
        return preflight(store, domain, request, route.allow(), route.endpoint->sharesAcrossOrigins());
    }
    if (domain.policy.hideWrongMethods)
        return notFound(domain.policy, request);
    Response response = plainError(405, "method_not_allowed", "This address does not serve the method.");
    response.setHeader("Allow", route.allow());
    return response;
}

} // namespace Gatehouse
