#pragma once

#include "server/message/response.h"
#include "server/pages/pagetexts.h"

#include <QString>

namespace Gatehouse {

class PageRenderer;

/// The page at the root: what this server is, and who is signed in.
struct HomePage
{
    GATEHOUSE_PAGE_TEXTS(Gatehouse::HomePage)

    QString formToken;
    QString issuer;
    QString signedIn; ///< empty: nobody
    bool isAdministrator = false;

    Response render(PageRenderer &renderer, const Language &language) const;
};

/// The page after signing out.
struct SignedOutPage
{
    GATEHOUSE_PAGE_TEXTS(Gatehouse::SignedOutPage)

    Response render(PageRenderer &renderer, const Language &language) const;
};

} // namespace Gatehouse
