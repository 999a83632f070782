#pragma once

#include "server/message/response.h"
#include "server/pages/pagetexts.h"

#include <QString>

namespace Gatehouse {

class PageRenderer;

/// The page where a person signs in.
struct LoginPage
{
    GATEHOUSE_PAGE_TEXTS(Gatehouse::LoginPage)

    enum class Notice { None, WrongPassword, TooManyAttempts };

    QString formToken;
    QString returnTo; ///< path to go on with; empty: home
    QString login; ///< what was typed before
    QString applicationName; ///< who waits for the sign-in; empty: nobody
    QString formTarget; ///< see PageRules
    QString signedIn; ///< who is signed in already; empty: nobody
    Notice notice = Notice::None;
    Seconds wait = 0; ///< for TooManyAttempts

    Response render(PageRenderer &renderer, const Language &language) const;

private:
    int status() const;
    QString noticeText(const PageTexts &tr) const;
    QString purpose(const PageTexts &tr) const;
};

} // namespace Gatehouse
