#pragma once

#include "server/message/response.h"

#include <QCoreApplication>
#include <QString>

namespace Gatehouse {

class PageRenderer;

/// The page at the root: what this server is, and who is signed in.
struct HomePage
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::HomePage)

public:
    QString formToken;
    QString issuer;
    QString signedIn; ///< empty: nobody
    bool isAdministrator = false;

    Response render(PageRenderer &renderer) const;
};

/// The page after signing out.
struct SignedOutPage
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::SignedOutPage)

public:
    Response render(PageRenderer &renderer) const;
};

} // namespace Gatehouse
