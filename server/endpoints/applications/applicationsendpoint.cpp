#include "server/endpoints/applications/applicationsendpoint.h"

#include "models/store/applicationstore.h"
#include "models/store/store.h"
#include "server/endpoints/applications/applicationform.h"
#include "server/endpoints/applications/applicationjson.h"
#include "server/endpoints/applications/applicationregistration.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/endpoints/representation.h"
#include "server/pages/applicationformpage.h"
#include "server/pages/applicationlistpage.h"
#include "server/pages/errorpage.h"
#include "server/pages/visitor.h"

namespace Gatehouse {

namespace {

/// Doorkeeper has nothing to say to programs here.
Response listAsJson(const Context &context, const QList<Application> &applications)
{
    if (!speaksDoorkeeper(context))
        return applicationsJson(applications);
    Response response;
    response.status = 204;
    return response;
}

Response createdAsJson(const Context &context, const RegisteredApplication &created, const QByteArray &path)
{
    if (speaksDoorkeeper(context))
        return applicationJson(200, created.application, created.secret);
    Response response = applicationJson(201, created.application, created.secret);
    response.setHeader("Location", path);
    return response;
}

} // namespace

Response ApplicationsEndpoint::administer(Context &context, const Visitor &visitor)
{
    return context.request.method == Method::Post ? create(context, visitor) : list(context, visitor);
}

Response ApplicationsEndpoint::list(Context &context, const Visitor &visitor)
{
    const Result<QList<Application>> applications = context.store.applications().list(context.domain.id);
    if (!applications)
        return refuseFault(context, renderer(), storeFault(applications.error()));
    if (wantsJson(context))
        return listAsJson(context, *applications);
    ApplicationListPage page;
    page.formToken = visitor.formToken();
    page.notice = Notices::text(takeNotice(context, visitor), context.language());
    page.applications = *applications;
    return page.render(renderer(), context.language());
}

Response ApplicationsEndpoint::create(Context &context, const Visitor &visitor)
{
    if (!context.check("application sent", "Doorkeeper", hasApplicationForm(context.parameters)))
        return refuseWith(context, renderer(), ErrorPage::badRequest());
    ApplicationRegistration registration(context);
    const Application asked = withApplicationForm(context.parameters, blankApplication(context));
    const QList<ApplicationRules::Problem> problems = registration.problemsOf(asked);
    if (!problems.isEmpty() && wantsJson(context))
        return problemsJson(context, problems);
    if (!problems.isEmpty())
        return ApplicationFormPage {visitor.formToken(), asked, problems}.refuse(context, renderer());
    const Outcome<RegisteredApplication> created = registration.create(asked);
    if (!created)
        return refuseFault(context, renderer(), created.refusal().error);
    const QByteArray path = "/oauth/applications/" + QByteArray::number(created->application.id);
    if (wantsJson(context))
        return createdAsJson(context, *created, path);
    return goOn(context, visitor, path, {Notices::Event::Created, created->application.id, created->secret});
}

} // namespace Gatehouse
