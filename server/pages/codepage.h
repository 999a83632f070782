#pragma once

#include "server/message/response.h"

#include <QCoreApplication>
#include <QString>

namespace Gatehouse {

class PageRenderer;

/// The page that shows an authorization code to copy, for applications that no browser can be sent back to.
struct CodePage
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::CodePage)

public:
    QString code; ///< whatever the address names; nothing is looked up

    Response render(PageRenderer &renderer) const;
};

} // namespace Gatehouse
