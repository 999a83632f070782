#pragma once

#include "models/records/application.h"
#include "server/message/response.h"
#include "server/pages/pagetexts.h"

#include <QList>
#include <QVariantMap>

namespace Gatehouse {

class PageRenderer;

/// The registered applications, for administrators.
struct ApplicationListPage
{
    GATEHOUSE_PAGE_TEXTS(Gatehouse::ApplicationListPage)

    QString formToken;
    QString notice; ///< what has just happened; empty: nothing
    QList<Application> applications;

    Response render(PageRenderer &renderer, const Language &language) const;

private:
    QVariantMap texts(const PageTexts &tr) const;
    QVariantList rows(const PageTexts &tr) const;
};

} // namespace Gatehouse
