#include "server/pages/loginpage.h"

#include "server/pages/pagerenderer.h"

namespace Gatehouse {

Response LoginPage::render(PageRenderer &renderer, const Language &language) const
{
    const PageTexts tr = textsIn(language);
    const QVariantMap values {
        {QStringLiteral("heading"), tr("Sign In")},
        {QStringLiteral("purpose"), purpose(tr)},
        {QStringLiteral("signedIn"), signedIn.isEmpty() ? QString() : tr("You are signed in as %1.").arg(signedIn)},
        {QStringLiteral("notice"), noticeText(tr)},
        {QStringLiteral("formToken"), formToken},
        {QStringLiteral("returnTo"), returnTo},
        {QStringLiteral("login"), login},
        {QStringLiteral("userLabel"), tr("E-mail address")},
        {QStringLiteral("passwordLabel"), tr("Password")},
        {QStringLiteral("action"), tr("Sign In")},
    };
    Response response = renderer.page(language, status(), "login", tr("Sign In"), values, {true, formTarget});
    if (wait > 0)
        response.setHeader("Retry-After", QByteArray::number(wait));
    return response;
}

int LoginPage::status() const
{
    switch (notice) {
    case Notice::None:
        return 200;
    case Notice::WrongPassword:
        return 403;
    case Notice::TooManyAttempts:
        break;
    }
    return 429;
}

QString LoginPage::noticeText(const PageTexts &tr) const
{
    switch (notice) {
    case Notice::None:
        return {};
    case Notice::WrongPassword:
        return tr("The e-mail address or the password is wrong.");
    case Notice::TooManyAttempts:
        break;
    }
    return tr("Too many failed attempts. Try again in %n second(s).", nullptr, int(wait));
}

QString LoginPage::purpose(const PageTexts &tr) const
{
    if (!applicationName.isEmpty())
        return tr("to continue to %1").arg(applicationName);
    return signedIn.isEmpty() ? tr("with your account on this server") : tr("with another account");
}

} // namespace Gatehouse
