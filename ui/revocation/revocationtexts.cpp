#include "ui/revocation/revocationtexts.h"

#include <QLocale>

namespace Gatehouse {

using Kind = RevocationPick::Kind;
using Reach = RevocationReach;

QString RevocationTexts::title(const RevocationPick &pick, const QString &name)
{
    const int rows = int(pick.ids.size());
    switch (pick.kind) {
    case Kind::Tokens:
        return tr("Revoke %n token(s)?", "", rows);
    case Kind::Grants:
        return tr("Revoke %n grant(s)?", "", rows);
    case Kind::Consents:
        return tr("Withdraw %n consent(s)?", "", rows);
    case Kind::Application:
        return tr("Revoke what %1 holds?").arg(name);
    case Kind::User:
        return tr("Revoke what %1 gave?").arg(name);
    case Kind::Domain:
        break;
    }
    return tr("Revoke everything in the domain %1?").arg(name);
}

QString RevocationTexts::reach(Kind kind, Reach reach)
{
    switch (reach) {
    case Reach::AccessTokens:
        return tr("The &access tokens alone");
    case Reach::RefreshTokensToo:
        return tr("With their &refresh tokens");
    case Reach::Family:
        return tr("Their whole &families");
    case Reach::Code:
        return tr("The &codes alone");
    case Reach::CodeAndIssued:
        return tr("With the &tokens they were exchanged for");
    case Reach::Everything:
        return kind == Kind::Consents ? tr("The &tokens; the consents stand") : tr("All &tokens and codes");
    case Reach::ConsentAlone:
        return tr("The c&onsents alone; tokens live on");
    case Reach::Consent:
        break;
    }
    return kind == Kind::Consents ? tr("The con&sents and all under them") : tr("All under their con&sents");
}

QString RevocationTexts::counts(const RevocationCounts &counts)
{
    QStringList parts;
    if (counts.access > 0)
        parts.append(tr("%n access token(s)", "", int(counts.access)));
    if (counts.refresh > 0)
        parts.append(tr("%n refresh token(s)", "", int(counts.refresh)));
    if (counts.code > 0)
        parts.append(tr("%n code(s)", "", int(counts.code)));
    if (counts.consent > 0)
        parts.append(tr("%n consent(s)", "", int(counts.consent)));
    return parts.isEmpty() ? tr("nothing", "ends") : QLocale().createSeparatedList(parts);
}

QString RevocationTexts::verb(const RevocationCounts &counts)
{
    if (counts.tokens() > 0)
        return tr("Re&voke %n Token(s)", "", int(counts.tokens()));
    return counts.consent > 0 ? tr("&Withdraw %n Consent(s)", "", int(counts.consent)) : tr("Re&voke");
}

QString RevocationTexts::done(const RevocationCounts &ended)
{
    return ended.total() == 0 ? tr("All of it was over already.") : tr("Ended: %1.").arg(counts(ended));
}

} // namespace Gatehouse
