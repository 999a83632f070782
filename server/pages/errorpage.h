#pragma once

#include "server/message/response.h"

#include <QCoreApplication>
#include <QString>

namespace Gatehouse {

class PageRenderer;

/// The page that tells a person why it does not go on, and what to do.
struct ErrorPage
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::ErrorPage)

public:
    int status = 400;
    QString heading; ///< empty: the usual one
    QString description; ///< what happened
    QString advice; ///< what to do
    QString code; ///< OAuth error code; empty: none

    Response render(PageRenderer &renderer) const;

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
    static QString adviceFor(const QString &code);
};

} // namespace Gatehouse
