#include "ui/widgets/policywords.h"

#include <QHash>

namespace Gatehouse {

QString PolicyWords::profile(const QString &name)
{
    const QHash<QString, QString> words {
        {QStringLiteral("standard"), tr("Standard: the RFCs as written")},
        {QStringLiteral("strict"), tr("Strict: OAuth 2.1")},
        {QStringLiteral("doorkeeper"), tr("Doorkeeper 5")},
        {QStringLiteral("wiki"), tr("The older dialect of the Doorkeeper wiki")},
    };
    return words.value(name, name);
}

QString PolicyWords::choice(const QString &word)
{
    const QHash<QString, QString> words {
        {QStringLiteral("optional"), tr("Nobody", "who must send a code challenge")},
        {QStringLiteral("public_clients"), tr("Public clients")},
        {QStringLiteral("everyone"), tr("Every client")},
        {QStringLiteral("once"), tr("At once; using one twice ends its family")},
        {QStringLiteral("until_used"), tr("When the new access token is first used")},
        {QStringLiteral("immediate"), tr("At once")},
        {QStringLiteral("base64url"), tr("43 base64url characters")},
        {QStringLiteral("hex"), tr("64 hexadecimal digits")},
        {QStringLiteral("exact"), tr("Byte for byte, but for a loopback port")},
        {QStringLiteral("doorkeeper"), tr("As Doorkeeper does")},
        {QStringLiteral("rfc"), tr("As the RFCs say")},
        {QStringLiteral("confidential_clients"), tr("Every confidential client")},
        {QStringLiteral("strict"), tr("Errors, as RFC 7009 says")},
        {QStringLiteral("v5"), tr("403, as Doorkeeper 5")},
        {QStringLiteral("legacy"), tr("200 and nothing done, as Doorkeeper 4")},
        {QStringLiteral("same_client"), tr("The client it was issued to")},
    };
    return words.value(word, word);
}

} // namespace Gatehouse
