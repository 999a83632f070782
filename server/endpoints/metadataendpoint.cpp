#include "server/endpoints/metadataendpoint.h"

#include "models/jsonwriter.h"
#include "models/store/domainstore.h"
#include "server/endpoints/context.h"

namespace Gatehouse {

namespace {

constexpr QLatin1String CodeGrant("authorization_code");
constexpr QLatin1String ImplicitGrant("implicit");

QStringList grantTypes(const Policy &policy)
{
    QStringList types = policy.grantTypes;
    if (policy.implicitFlow)
        types.append(ImplicitGrant);
    return types;
}

QStringList responseTypes(const Policy &policy)
{
    QStringList types;
    if (policy.grantTypes.contains(CodeGrant))
        types.append(QStringLiteral("code"));
    if (policy.implicitFlow)
        types.append(QStringLiteral("token"));
    return types;
}

QStringList confidentialMethods()
{
    return {QStringLiteral("client_secret_basic"), QStringLiteral("client_secret_post")};
}

QStringList allMethods()
{
    return confidentialMethods() + QStringList {QStringLiteral("none")};
}

void addAuthorizationEndpoint(const Context &context, JsonWriter &document)
{
    const Policy &policy = context.policy();
    const QStringList types = responseTypes(policy);
    if (!types.isEmpty())
        document.add("authorization_endpoint", context.issuer() + QStringLiteral("/oauth/authorize"));
    document.add("response_types_supported", types);
    if (types.isEmpty())
        return;
    document.add("response_modes_supported", QStringList {QStringLiteral("query"), QStringLiteral("fragment")});
    if (policy.grantTypes.contains(CodeGrant))
        document.add("code_challenge_methods_supported", policy.pkceMethods);
    document.add("authorization_response_iss_parameter_supported", policy.issInResponses);
}

void addIntrospectionEndpoint(const Context &context, JsonWriter &document)
{
    const Policy &policy = context.policy();
    if (!policy.introspection)
        return;
    const bool isSameClientRule = policy.introspectionRule == Policy::IntrospectionRule::SameClient;
    document.add("introspection_endpoint", context.issuer() + QStringLiteral("/oauth/introspect"))
        .add("introspection_endpoint_auth_methods_supported", isSameClientRule ? allMethods() : confidentialMethods());
}

/// Clients of other domains come by Oracle's route, which names the domain (revocation.md section 5.9).
QString revocationEndpoint(const Context &context)
{
    if (context.domain.id == DomainStore::DefaultId)
        return context.issuer() + QStringLiteral("/oauth/revoke");
    return context.issuer() + QStringLiteral("/oauth2/rest/token/revoke?identityDomain=") + context.domain.name;
}

QByteArray documentOf(const Context &context)
{
    const Policy &policy = context.policy();
    JsonWriter document;
    document.add("issuer", context.issuer());
    addAuthorizationEndpoint(context, document);
    document.add("token_endpoint", context.issuer() + QStringLiteral("/oauth/token"))
        .add("token_endpoint_auth_methods_supported", allMethods())
        .add("grant_types_supported", grantTypes(policy))
        .add("scopes_supported", policy.scopes())
        .add("revocation_endpoint", revocationEndpoint(context))
        .add("revocation_endpoint_auth_methods_supported", allMethods());
    addIntrospectionEndpoint(context, document);
    return document.take();
}

} // namespace

/// Clients ask far more often than an operator changes the policy: the text is kept until the domain is another.
Response MetadataEndpoint::handle(Context &context)
{
    const IdentityDomain &domain = context.domain;
    if (m_written.size() >= MostKept && !m_written.contains(domain.id))
        m_written.clear();
    Written &written = m_written[domain.id];
    if (written.text.isEmpty() || written.revision != domain.revision)
        written = {domain.revision, documentOf(context)};
    return Response::json(200, written.text);
}

} // namespace Gatehouse
