#include "server/endpoints/applications/applicationendpoint.h"

#include "server/endpoints/applications/applicationform.h"
#include "server/endpoints/applications/applicationinpath.h"
#include "server/endpoints/applications/applicationjson.h"
#include "server/endpoints/applications/applicationregistration.h"
#include "server/endpoints/context.h"
#include "server/endpoints/representation.h"
#include "server/pages/applicationformpage.h"
#include "server/pages/applicationpage.h"
#include "server/pages/errorpage.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

Response ApplicationEndpoint::administer(Context &context, const Visitor &visitor)
{
    const Outcome<Application> application = applicationInPath(context);
    if (!application)
        return refuseMissing(context, renderer(), application.refusal().error);
    return handleOne(context, visitor, *application);
}

Response ApplicationEndpoint::handleOne(Context &context, const Visitor &visitor, const Application &application)
{
    switch (context.request.method) {
    case Method::Patch:
    case Method::Put:
        return update(context, visitor, application);
    case Method::Delete:
        return remove(context, visitor, application);
    default:
        return show(context, visitor, application);
    }
}

Response ApplicationEndpoint::show(Context &context, const Visitor &visitor, const Application &application)
{
    if (wantsJson(context))
        return applicationJson(200, application);
    const std::optional<Notices::Notice> notice = takeNotice(context, visitor);
    ApplicationPage page;
    page.formToken = visitor.formToken();
    page.notice = Notices::text(notice, context.language());
    page.application = application;
    if (notice && notice->application == application.id)
        page.newSecret = notice->secret;
    return page.render(renderer(), context.language());
}

Response ApplicationEndpoint::update(Context &context, const Visitor &visitor, const Application &application)
{
    if (!context.check("application sent", "Doorkeeper", hasApplicationForm(context.parameters)))
        return refuseWith(context, renderer(), ErrorPage::badRequest());
    ApplicationRegistration registration(context);
    const Application asked = withApplicationForm(context.parameters, application);
    const QList<ApplicationRules::Problem> problems = registration.problemsOf(asked);
    if (!problems.isEmpty() && wantsJson(context))
        return problemsJson(context, problems);
    if (!problems.isEmpty())
        return ApplicationFormPage {visitor.formToken(), asked, problems}.refuse(context, renderer());
    const Outcome<RegisteredApplication> updated = registration.update(asked);
    if (!updated)
        return refuseFault(context, renderer(), updated.refusal().error);
    if (wantsJson(context))
        return applicationJson(200, updated->application, updated->secret);
    return goOn(context, visitor, "/oauth/applications/" + QByteArray::number(application.id),
                {Notices::Event::Updated, application.id, updated->secret});
}

Response ApplicationEndpoint::remove(Context &context, const Visitor &visitor, const Application &application)
{
    const Outcome<bool> removed = ApplicationRegistration(context).remove(application);
    if (!removed)
        return refuseFault(context, renderer(), removed.refusal().error);
    if (!wantsJson(context))
        return goOn(context, visitor, QByteArrayLiteral("/oauth/applications"),
                    {Notices::Event::Deleted, application.id});
    Response response;
    response.status = 204;
    return response;
}

} // namespace Gatehouse
