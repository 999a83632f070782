#include "server/checks/scope.h"

#include "models/records/application.h"
#include "server/endpoints/context.h"

#include <algorithm>

namespace Gatehouse {

namespace {

bool covers(const QStringList &allowed, const QStringList &wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &scope) { return allowed.contains(scope); });
}

bool areKnown(const Policy &policy, const QStringList &wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &scope) {
        return policy.defaultScopes.contains(scope) || policy.optionalScopes.contains(scope);
    });
}

/// The domain's defaults, as far as the application may have them.
QStringList defaultScopes(const Policy &policy, const QStringList &applicationScopes)
{
    if (applicationScopes.isEmpty())
        return policy.defaultScopes;
    QStringList scopes;
    for (const QString &scope : policy.defaultScopes) {
        if (applicationScopes.contains(scope))
            scopes.append(scope);
    }
    return scopes;
}

OAuthError invalidScope()
{
    return {"invalid_scope", {}, {}};
}

} // namespace

QStringList scopeList(const QString &scopes)
{
    QStringList list;
    for (const QStringView scope : QStringView(scopes).tokenize(u' ', Qt::SkipEmptyParts)) {
        if (!list.contains(scope))
            list.append(scope.toString());
    }
    return list;
}

Outcome<QString> grantedScopes(Context &context, const Application *application, const QString &grantType)
{
    const QString requested = context.parameters.value(u"scope");
    const Policy &policy = context.policy();
    const QStringList ofApplication = application ? scopeList(application->scopes) : QStringList();
    const QStringList asked = scopeList(requested);
    const QStringList wanted = asked.isEmpty() ? defaultScopes(policy, ofApplication) : asked;
    const bool known = !wanted.isEmpty() && areKnown(policy, wanted);
    const QString offered = context.recording ? policy.scopes().join(u' ') : QString();
    if (!context.check("scope", "RFC 6749 3.3", known, offered, requested))
        return invalidScope();
    const bool allowed = ofApplication.isEmpty() || covers(ofApplication, wanted);
    if (!context.check("scope of the application", "RFC 6749 3.3", allowed,
                       application ? application->scopes : QString(), requested))
        return invalidScope();
    const QStringList ofGrantType = policy.scopesOf(grantType);
    if (!context.check("scope of the grant type", "RFC 6749 3.3", ofGrantType.isEmpty() || covers(ofGrantType, wanted),
                       ofGrantType.join(u' '), requested))
        return invalidScope();
    return wanted.join(u' ');
}

Outcome<QString> narrowedScopes(Context &context, const QString &granted, const QString &requested)
{
    const QStringList wanted = scopeList(requested);
    if (wanted.isEmpty())
        return granted;
    if (!context.check("scope", "RFC 6749 6", covers(scopeList(granted), wanted), granted, requested))
        return invalidScope();
    return wanted.join(u' ');
}

} // namespace Gatehouse
