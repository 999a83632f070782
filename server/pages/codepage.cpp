#include "server/pages/codepage.h"

#include "server/pages/pagerenderer.h"

namespace Gatehouse {

Response CodePage::render(PageRenderer &renderer, const Language &language) const
{
    const PageTexts tr = textsIn(language);
    const QVariantMap values {
        {QStringLiteral("heading"), tr("Authorization code:")},
        {QStringLiteral("code"), code},
        {QStringLiteral("advice"),
         tr("Copy the code into the application that asked for it. It works once, and not for long.")},
    };
    return renderer.page(language, 200, "code", tr("Authorization code"), values);
}

} // namespace Gatehouse
