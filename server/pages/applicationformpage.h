#pragma once

#include "models/records/application.h"
#include "models/registration/applicationrules.h"
#include "server/message/response.h"
#include "server/pages/pagetexts.h"

#include <QList>
#include <QVariantMap>

namespace Gatehouse {

class PageRenderer;
struct Context;

/// The form to register an application, or to change one that has an id; with what is wrong beside the fields.
struct ApplicationFormPage
{
    GATEHOUSE_PAGE_TEXTS(Gatehouse::ApplicationFormPage)

    QString formToken;
    Application application;
    QList<ApplicationRules::Problem> problems;

    Response render(PageRenderer &renderer, const Language &language, int status = 200) const;
    /// The form again: 422, or 200 as Doorkeeper has it.
    Response refuse(Context &context, PageRenderer &renderer) const;

private:
    QVariantMap texts(const PageTexts &tr) const;
    QVariantMap fields(const Language &language) const;
    QString problemsOf(ApplicationRules::Field field, const Language &language) const;
};

} // namespace Gatehouse
