#include "server/pages/homepage.h"

#include "server/pages/pagerenderer.h"

namespace Gatehouse {

Response HomePage::render(PageRenderer &renderer, const Language &language) const
{
    const PageTexts tr = textsIn(language);
    const QVariantMap values {
        {QStringLiteral("heading"), tr("Gatehouse")},
        {QStringLiteral("about"),
         tr("This is an OAuth 2 authorization server. Applications send you here to sign in and to "
            "decide what they may do for you.")},
        {QStringLiteral("issuerLabel"), tr("Issuer")},
        {QStringLiteral("issuer"), issuer},
        {QStringLiteral("metadataLabel"), tr("Server metadata")},
        {QStringLiteral("metadataUrl"), QStringLiteral("/.well-known/oauth-authorization-server")},
        {QStringLiteral("signedIn"), signedIn.isEmpty() ? QString() : tr("You are signed in as %1.").arg(signedIn)},
        {QStringLiteral("authorizations"), tr("Applications with access to your account")},
        {QStringLiteral("isAdministrator"), isAdministrator},
        {QStringLiteral("applications"), tr("Applications of this server")},
        {QStringLiteral("formToken"), formToken},
        {QStringLiteral("signOut"), tr("Sign Out")},
        {QStringLiteral("signIn"), tr("Sign In")},
    };
    return renderer.page(language, 200, "home", tr("Authorization server"), values, {true});
}

Response SignedOutPage::render(PageRenderer &renderer, const Language &language) const
{
    const PageTexts tr = textsIn(language);
    const QVariantMap values {
        {QStringLiteral("heading"), tr("You are signed out")},
        {QStringLiteral("text"), tr("Applications keep the access that you gave them.")},
        {QStringLiteral("signIn"), tr("Sign In Again")},
    };
    return renderer.page(language, 200, "signedout", tr("Signed out"), values);
}

} // namespace Gatehouse
