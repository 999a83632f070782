#include "server/pages/consentpage.h"

#include "server/checks/redirecturi.h"
#include "server/pages/pagerenderer.h"
#include "server/pages/scopecatalogue.h"

namespace Gatehouse {

Response ConsentPage::render(PageRenderer &renderer, const Language &language) const
{
    const PageTexts tr = textsIn(language);
    QVariantMap values = texts(tr);
    values.insert({
        {QStringLiteral("formToken"), formToken},
        {QStringLiteral("otherAccountUrl"), loginUrl},
        {QStringLiteral("scopes"), scopeRows(tr)},
        {QStringLiteral("target"), redirectOrigin(redirectUri)},
        {QStringLiteral("fields"), fieldRows()},
    });
    const QString formTarget = isOutOfBand(redirectUri) ? QString() : redirectUri;
    return renderer.page(language, 200, "consent", tr("Authorization required"), values, {true, formTarget});
}

QVariantMap ConsentPage::texts(const PageTexts &tr) const
{
    return {
        {QStringLiteral("eyebrow"), tr("Authorization required")},
        {QStringLiteral("heading"), tr("“%1” asks for access to your account").arg(applicationName)},
        {QStringLiteral("signedIn"), tr("Signed in as %1").arg(signedIn)},
        {QStringLiteral("otherAccount"), tr("Use another account")},
        {QStringLiteral("scopesHeading"), tr("It will be able to")},
        {QStringLiteral("targetHeading"), isOutOfBand(redirectUri) ? tr("Afterwards") : tr("You will be sent back to")},
        {QStringLiteral("targetText"), tr("You will be shown a code to copy into the application.")},
        {QStringLiteral("caution"),
         confidential ? QString()
                      : tr("Any program can use this application's name. Go on only if you have just started it.")},
        {QStringLiteral("approve"), tr("Authorize")},
        {QStringLiteral("deny"), tr("Deny")},
    };
}

QVariantList ConsentPage::scopeRows(const PageTexts &tr) const
{
    QVariantList rows;
    for (const QString &scope : scopes) {
        const QString words = describeScope(scope, tr.language());
        rows.append(QVariantMap {{QStringLiteral("text"), words.isEmpty() ? scope : words},
                                 {QStringLiteral("name"), words.isEmpty() ? QString() : scope}});
    }
    return rows;
}

QVariantList ConsentPage::fieldRows() const
{
    QVariantList rows;
    for (const auto &[name, value] : fields)
        rows.append(QVariantMap {{QStringLiteral("name"), name}, {QStringLiteral("value"), value}});
    return rows;
}

} // namespace Gatehouse
