#pragma once

#include "models/records/application.h"
#include "server/message/response.h"
#include "server/pages/pagetexts.h"

#include <QVariantMap>

namespace Gatehouse {

class PageRenderer;

/// One application with its credentials, for administrators.
struct ApplicationPage
{
    GATEHOUSE_PAGE_TEXTS(Gatehouse::ApplicationPage)

    QString formToken;
    QString notice; ///< what has just happened; empty: nothing
    Application application;
    QString newSecret; ///< made just now; empty: none was

    Response render(PageRenderer &renderer, const Language &language) const;

private:
    QVariantMap texts(const PageTexts &tr) const;
    QVariantList uriRows() const;
    QString shownSecret(const PageTexts &tr) const;
    QString secretAdvice(const PageTexts &tr) const;
};

} // namespace Gatehouse
