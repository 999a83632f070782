#include "server/pages/errorpage.h"

#include "server/pages/pagerenderer.h"

namespace Gatehouse {

Response ErrorPage::render(PageRenderer &renderer) const
{
    const QString title = heading.isEmpty() ? tr("An error has occurred") : heading;
    const QVariantMap values {
        {QStringLiteral("heading"), title}, {QStringLiteral("description"), description},
        {QStringLiteral("advice"), advice}, {QStringLiteral("codeLabel"), tr("For the developer:")},
        {QStringLiteral("code"), code},
    };
    return renderer.page(status, "error", title, values);
}

ErrorPage ErrorPage::authorization(int status, const QString &code, const QString &description)
{
    const QString heading = code == u"access_denied" ? tr("Access denied") : QString();
    return {status, heading, description, adviceFor(code), code};
}

ErrorPage ErrorPage::foreignForm()
{
    return {403,
            tr("Nothing was changed"),
            tr("This form is too old, or it was sent from another site."),
            tr("Go back, load the page again, and repeat what you did."),
            {}};
}

ErrorPage ErrorPage::badRequest()
{
    return {400,
            tr("Nothing was changed"),
            tr("The request cannot be understood: something is missing, comes twice, or is malformed."),
            tr("Go back, load the page again, and repeat what you did."),
            {}};
}

ErrorPage ErrorPage::administratorsOnly()
{
    return {403,
            tr("This page is for administrators"),
            tr("The account you are signed in with may not manage applications."),
            tr("Sign in with another account, or ask whoever runs this server to make yours an administrator."),
            {}};
}

ErrorPage ErrorPage::notFound()
{
    return {404,
            tr("There is no such page"),
            tr("This server has nothing at this address."),
            tr("Check the address, or start again in the application that sent you here."),
            {}};
}

QString ErrorPage::adviceFor(const QString &code)
{
    if (code == u"access_denied")
        return tr("The application was not given access. You can close this page.");
    if (code == u"temporarily_unavailable" || code == u"server_error")
        return tr("Try again in a moment.");
    return tr(
        "Nothing was shared. Go back to the application and tell its developer what this page says: its request to "
        "this server has to be changed.");
}

} // namespace Gatehouse
