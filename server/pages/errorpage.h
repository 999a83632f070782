#pragma once

#include "server/message/response.h"
#include "server/pages/pagetexts.h"

#include <QString>

namespace Gatehouse {

class PageRenderer;

/// The page that tells a person why it does not go on, and what to do.
struct ErrorPage
{
    GATEHOUSE_PAGE_TEXTS(Gatehouse::ErrorPage)

    int status = 400;
    // Texts before they are translated.
    const char *heading = nullptr; ///< nullptr: the usual one
    QByteArray description; ///< what happened
    const char *advice = nullptr; ///< what to do
    QString code; ///< OAuth error code; empty: none
    QString argument = {}; ///< what %1 in the description stands for

    Response render(PageRenderer &renderer, const Language &language) const;

    /// An authorization request that cannot be answered with a redirect.
    static ErrorPage authorization(int status, const QString &code, const QString &description);
    /// A form that did not come from one of our pages.
    static ErrorPage foreignForm();
    /// A request that lacks or repeats a parameter.
    static ErrorPage badRequest();
    /// A page for administrators, and who is signed in is none.
    static ErrorPage administratorsOnly();
    /// A page that is not there.
    static ErrorPage notFound();

private:
    static const char *adviceFor(const QString &code);
};

} // namespace Gatehouse
