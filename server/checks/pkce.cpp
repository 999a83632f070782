#include "server/checks/pkce.h"

#include "models/records/accessgrant.h"
#include "models/records/application.h"
#include "models/records/policy.h"
#include "models/secrets/digest.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Gatehouse {

namespace {

bool isUnreserved(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')
        || QStringView(u"-._~").contains(c);
}

} // namespace

bool needsChallenge(const Policy &policy, const Application &application)
{
    return policy.pkce == Policy::Pkce::Everyone
        || (policy.pkce == Policy::Pkce::PublicClients && !application.confidential);
}

bool isWellFormedVerifier(const QString &text)
{
    return text.size() >= 43 && text.size() <= 128 && std::all_of(text.begin(), text.end(), isUnreserved);
}

QString s256Challenge(const QString &verifier)
{
    const QByteArray hash = QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

bool verifierFits(const AccessGrant &grant, const QString &verifier)
{
    const QString offered = grant.codeChallengeMethod == u"S256" ? s256Challenge(verifier) : verifier;
    return equalInConstantTime(offered.toUtf8(), grant.codeChallenge.toUtf8());
}

} // namespace Gatehouse
