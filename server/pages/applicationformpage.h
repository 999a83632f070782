#pragma once

#include "models/records/application.h"
#include "models/registration/applicationrules.h"
#include "server/message/response.h"

#include <QCoreApplication>
#include <QList>
#include <QVariantMap>

namespace Gatehouse {

class PageRenderer;
struct Context;

/// The form to register an application, or to change one that has an id; with what is wrong beside the fields.
struct ApplicationFormPage
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::ApplicationFormPage)

public:
    QString formToken;
    Application application;
    QList<ApplicationRules::Problem> problems;

    Response render(PageRenderer &renderer, int status = 200) const;
    /// The form again: 422, or 200 as Doorkeeper has it.
    Response refuse(Context &context, PageRenderer &renderer) const;

private:
    QVariantMap texts() const;
    QVariantMap fields() const;
    QString problemsOf(ApplicationRules::Field field) const;
};

} // namespace Gatehouse
