#include "server/pages/errorpage.h"

#include "server/pages/pagerenderer.h"

namespace Gatehouse {

Response ErrorPage::render(PageRenderer &renderer, const Language &language) const
{
    const PageTexts tr = textsIn(language);
    const QString title = tr(heading ? heading : QT_TR_NOOP("An error has occurred"));
    const QString text = tr(description.constData());
    const QVariantMap values {
        {QStringLiteral("heading"), title},
        {QStringLiteral("description"), argument.isEmpty() ? text : text.arg(argument)},
        {QStringLiteral("advice"), tr(advice)},
        {QStringLiteral("codeLabel"), tr("For the developer:")},
        {QStringLiteral("code"), code},
    };
    return renderer.page(language, status, "error", title, values);
}

ErrorPage ErrorPage::authorization(int status, const QString &code, const QString &description)
{
    const char *heading = code == u"access_denied" ? QT_TR_NOOP("Access denied") : nullptr;
    return {status, heading, description.toUtf8(), adviceFor(code), code};
}

ErrorPage ErrorPage::foreignForm()
{
    return {403,
            QT_TR_NOOP("Nothing was changed"),
            QT_TR_NOOP("This form is too old, or it was sent from another site."),
            QT_TR_NOOP("Go back, load the page again, and repeat what you did."),
            {}};
}

ErrorPage ErrorPage::badRequest()
{
    return {400,
            QT_TR_NOOP("Nothing was changed"),
            QT_TR_NOOP("The request cannot be understood: something is missing, comes twice, or is malformed."),
            QT_TR_NOOP("Go back, load the page again, and repeat what you did."),
            {}};
}

ErrorPage ErrorPage::administratorsOnly()
{
    return {403,
            QT_TR_NOOP("This page is for administrators"),
            QT_TR_NOOP("The account you are signed in with may not manage applications."),
            QT_TR_NOOP("Sign in with another account, or ask whoever runs this server to make yours an administrator."),
            {}};
}

ErrorPage ErrorPage::notFound()
{
    return {404,
            QT_TR_NOOP("There is no such page"),
            QT_TR_NOOP("This server has nothing at this address."),
            QT_TR_NOOP("Check the address, or start again in the application that sent you here."),
            {}};
}

const char *ErrorPage::adviceFor(const QString &code)
{
    if (code == u"access_denied")
        return QT_TR_NOOP("The application was not given access. You can close this page.");
    if (code == u"temporarily_unavailable" || code == u"server_error")
        return QT_TR_NOOP("Try again in a moment.");
    return QT_TR_NOOP(
        "Nothing was shared. Go back to the application and tell its developer what this page says: its request to "
        "this server has to be changed.");
}

} // namespace Gatehouse
