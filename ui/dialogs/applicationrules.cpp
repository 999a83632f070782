#include "ui/dialogs/applicationrules.h"

#include "models/records/application.h"

#include <QUrl>

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

} // namespace

QString ApplicationRules::problemOf(const Application &application)
{
    if (application.name.trimmed().isEmpty())
        return tr("The name is missing.");
    if (application.uid.isEmpty() || !std::all_of(application.uid.begin(), application.uid.end(), isVisibleAscii))
        return tr("The client ID must be visible ASCII characters without blanks.");
    for (const QString &uri : application.redirectUris()) {
        const QString problem = problemOfRedirectUri(uri);
        if (!problem.isEmpty())
            return problem;
    }
    return problemOfScopes(application.scopes);
}

QString ApplicationRules::problemOfRedirectUri(const QString &uri)
{
    const QUrl url(uri, QUrl::StrictMode);
    if (!std::all_of(uri.begin(), uri.end(), isVisibleAscii) || !url.isValid() || url.isRelative())
        return tr("The redirect URI “%1” is not an absolute address such as https://client.example/callback.").arg(uri);
    if (url.hasFragment())
        return tr("The redirect URI “%1” has a fragment (“#”), which RFC 6749 does not allow.").arg(uri);
    const QStringList executed {QStringLiteral("javascript"), QStringLiteral("data"), QStringLiteral("vbscript")};
    if (executed.contains(url.scheme()))
        return tr("The redirect URI “%1” would be executed by a browser.").arg(uri);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (isWeb && url.host().isEmpty())
        return tr("The redirect URI “%1” has no host.").arg(uri);
    return {};
}

QString ApplicationRules::problemOfScopes(const QString &scopes)
{
    for (const QString &scope : scopes.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!std::all_of(scope.begin(), scope.end(), isScopeCharacter))
            return tr("The scope “%1” holds a character that RFC 6749 does not allow.").arg(scope);
    }
    return {};
}

} // namespace Gatehouse
