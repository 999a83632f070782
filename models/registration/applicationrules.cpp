#include "models/registration/applicationrules.h"

#include "models/records/application.h"
#include "models/registration/uriparts.h"

#include <algorithm>

namespace Gatehouse {

namespace {

bool isScopeCharacter(QChar character)
{
    const ushort code = character.unicode();
    return code >= 0x21 && code <= 0x7e && code != '"' && code != '\\';
}

bool isVisibleAscii(QChar character)
{
    return character.unicode() > 0x20 && character.unicode() < 0x7f;
}

/// Line breaks, and what turns the text around it about.
bool isControl(QChar character)
{
    return character.category() == QChar::Other_Control
        || (character.unicode() >= 0x202a && character.unicode() <= 0x202e)
        || (character.unicode() >= 0x2066 && character.unicode() <= 0x2069);
}

bool isExecuted(const QString &scheme)
{
    return scheme == u"javascript" || scheme == u"data" || scheme == u"vbscript";
}

bool isThisComputer(const QString &host)
{
    return host == u"127.0.0.1" || host == u"[::1]" || host.compare(u"localhost", Qt::CaseInsensitive) == 0;
}

/// The addresses that stand for showing the code to the person.
bool isShownToPerson(const QString &uri)
{
    return uri == u"urn:ietf:wg:oauth:2.0:oob" || uri == u"urn:ietf:wg:oauth:2.0:oob:auto";
}

bool mayUse(const Policy &policy, const Application &application, QStringView grantType)
{
    const QStringList own = application.grantTypes.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return own.isEmpty() ? policy.grantTypes.contains(grantType) : own.contains(grantType);
}

} // namespace

ApplicationRules ApplicationRules::forPages(const Policy &policy, const Application &application)
{
    ApplicationRules rules;
    rules.needsHttps = true;
    if (policy.enforceConfiguredScopes)
        rules.knownScopes = policy.scopes();
    rules.needsRedirectUri = policy.implicitFlow || mayUse(policy, application, u"authorization_code");
    return rules;
}

QList<ApplicationRules::Problem> ApplicationRules::problemsOf(const Application &application) const
{
    QList<Problem> problems;
    checkName(application, problems);
    const QString &uid = application.uid;
    if (uid.isEmpty() || !std::all_of(uid.begin(), uid.end(), isVisibleAscii))
        problems.append({Field::ClientId, Fault::Characters, uid});
    checkRedirectUris(application, problems);
    checkScopes(application, problems);
    return problems;
}

void ApplicationRules::checkName(const Application &application, QList<Problem> &problems) const
{
    const QString &name = application.name;
    if (name.trimmed().isEmpty())
        problems.append({Field::Name, Fault::Blank, {}});
    else if (name.size() > MaxNameLength)
        problems.append({Field::Name, Fault::TooLong, {}});
    else if (std::any_of(name.begin(), name.end(), isControl))
        problems.append({Field::Name, Fault::Characters, {}});
}

void ApplicationRules::checkRedirectUris(const Application &application, QList<Problem> &problems) const
{
    const QStringList uris = application.redirectUris();
    if (uris.isEmpty() && needsRedirectUri)
        problems.append({Field::RedirectUri, Fault::Blank, {}});
    for (const QString &uri : uris) {
        for (const Fault fault : faultsOf(uri))
            problems.append({Field::RedirectUri, fault, uri});
    }
}

/// RFC 6749 section 3.3. The first scope that is wrong.
void ApplicationRules::checkScopes(const Application &application, QList<Problem> &problems) const
{
    for (const QString &scope : application.scopeNames()) {
        const bool spelled = std::all_of(scope.begin(), scope.end(), isScopeCharacter);
        if (spelled && (!knownScopes || knownScopes->contains(scope)))
            continue;
        problems.append({Field::Scopes, spelled ? Fault::Unknown : Fault::Characters, scope});
        return;
    }
}

QList<ApplicationRules::Fault> ApplicationRules::faultsOf(const QString &uri) const
{
    if (isShownToPerson(uri))
        return {};
    const std::optional<UriParts> parts = UriParts::of(uri);
    if (!parts)
        return {Fault::NoUri};
    const bool isWeb = parts->scheme == u"http" || parts->scheme == u"https";
    QList<Fault> faults;
    if (isExecuted(parts->scheme))
        faults.append(Fault::Forbidden);
    if (parts->hasFragment)
        faults.append(Fault::Fragment);
    if (!parts->opaque.isEmpty() || parts->scheme == u"localhost")
        faults.append(Fault::NoScheme);
    if (parts->scheme.isEmpty())
        faults.append(Fault::Relative);
    if (needsHttps && parts->scheme == u"http" && !isThisComputer(parts->host))
        faults.append(Fault::Unencrypted);
    if (isWeb && parts->host.isEmpty())
        faults.append(Fault::NoUri);
    return faults;
}

QString ApplicationRules::sentence(const Problem &problem)
{
    return sentence(problem, [](const char *source) { return tr(source); });
}

QString ApplicationRules::sentence(const Problem &problem, const Translate &tr)
{
    switch (problem.field) {
    case Field::Name:
        if (problem.fault == Fault::TooLong)
            return tr("The name is too long: %1 characters are the most.").arg(MaxNameLength);
        return problem.fault == Fault::Blank ? tr("The name is missing.")
                                             : tr("The name holds characters that cannot be seen.");
    case Field::ClientId:
        return tr("The client ID must be visible ASCII characters without blanks.");
    case Field::Scopes:
        if (problem.fault == Fault::Unknown)
            return tr("This server has no scope “%1”.").arg(problem.value);
        return tr("The scope “%1” holds a character that RFC 6749 does not allow.").arg(problem.value);
    case Field::RedirectUri:
        break;
    }
    return redirectUriSentence(problem, tr);
}

QString ApplicationRules::redirectUriSentence(const Problem &problem, const Translate &tr)
{
    switch (problem.fault) {
    case Fault::Blank:
        return tr("A redirect URI is missing: codes and tokens must be sent somewhere.");
    case Fault::Forbidden:
        return tr("The redirect URI “%1” would be executed by a browser.").arg(problem.value);
    case Fault::Fragment:
        return tr("The redirect URI “%1” has a fragment (“#”), which RFC 6749 does not allow.").arg(problem.value);
    case Fault::NoScheme:
        return tr("The redirect URI “%1” must begin with a scheme such as https://.").arg(problem.value);
    case Fault::Unencrypted:
        return tr("The redirect URI “%1” is not encrypted: http is for this computer alone, use https.")
            .arg(problem.value);
    default:
        break;
    }
    return tr("The redirect URI “%1” is not an absolute address such as https://client.example/callback.")
        .arg(problem.value);
}

} // namespace Gatehouse
