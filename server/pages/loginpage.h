#pragma once

#include "server/message/response.h"

#include <QCoreApplication>
#include <QString>

namespace Gatehouse {

class PageRenderer;

/// The page where a person signs in.
struct LoginPage
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::LoginPage)

public:
    enum class Notice { None, WrongPassword, TooManyAttempts };

    QString formToken;
    QString returnTo; ///< path to go on with; empty: home
    QString login; ///< what was typed before
    QString applicationName; ///< who waits for the sign-in; empty: nobody
    QString formTarget; ///< see PageRules
    QString signedIn; ///< who is signed in already; empty: nobody
    Notice notice = Notice::None;
    Seconds wait = 0; ///< for TooManyAttempts

    Response render(PageRenderer &renderer) const;

private:
    int status() const;
    QString noticeText() const;
    QString purpose() const;
};

} // namespace Gatehouse
