#pragma once

#include "server/message/response.h"
#include "server/pages/pagetexts.h"

#include <QString>

namespace Gatehouse {

class PageRenderer;

/// The page that shows an authorization code to copy, for applications that no browser can be sent back to.
struct CodePage
{
    GATEHOUSE_PAGE_TEXTS(Gatehouse::CodePage)

    QString code; ///< whatever the address names; nothing is looked up

    Response render(PageRenderer &renderer, const Language &language) const;
};

} // namespace Gatehouse
