#include "server/pages/applicationformpage.h"

#include "server/endpoints/context.h"
#include "server/pages/pagerenderer.h"

namespace Gatehouse {

Response ApplicationFormPage::render(PageRenderer &renderer, int status) const
{
    const QString heading = application.id == 0 ? tr("New Application") : tr("Edit application");
    QVariantMap values = texts();
    values.insert(fields());
    values.insert({
        {QStringLiteral("heading"), heading},
        {QStringLiteral("formToken"), formToken},
        {QStringLiteral("id"), application.id == 0 ? QString() : QString::number(application.id)},
        {QStringLiteral("notice"), problems.isEmpty() ? QString() : tr("Whoops! Check your form for possible errors")},
    });
    return renderer.page(status, "applicationform", heading, values, {true, {}, PageRules::Frame::Administration});
}

Response ApplicationFormPage::refuse(Context &context, PageRenderer &renderer) const
{
    QStringList sentences;
    for (const ApplicationRules::Problem &problem : problems)
        sentences.append(ApplicationRules::sentence(problem));
    context.noteError({"invalid_client_metadata", {}, sentences.join(u' ')});
    return render(renderer, speaksDoorkeeper(context) ? 200 : 422);
}

QVariantMap ApplicationFormPage::texts() const
{
    return {
        {QStringLiteral("nameLabel"), tr("Name")},
        {QStringLiteral("nameHint"), tr("People see it when they are asked for access.")},
        {QStringLiteral("uriLabel"), tr("Redirect URI")},
        {QStringLiteral("uriHint"),
         tr("Use one line per URI. An application that no browser can be sent back to has:")},
        {QStringLiteral("confidentialLabel"), tr("Confidential")},
        {QStringLiteral("confidentialHint"),
         tr("It runs on a server and can keep its secret. Apps on phones and desktops, and pages, cannot.")},
        {QStringLiteral("scopesLabel"), tr("Scopes")},
        {QStringLiteral("scopesHint"), tr("Separate scopes with spaces. Leave blank to use the default scopes.")},
        {QStringLiteral("submit"), tr("Submit")},
        {QStringLiteral("cancel"), tr("Cancel")},
    };
}

QVariantMap ApplicationFormPage::fields() const
{
    return {
        {QStringLiteral("name"), application.name},
        {QStringLiteral("nameProblem"), problemsOf(ApplicationRules::Field::Name)},
        {QStringLiteral("redirectUri"), application.redirectUri},
        {QStringLiteral("uriProblem"), problemsOf(ApplicationRules::Field::RedirectUri)},
        {QStringLiteral("confidential"), application.confidential},
        {QStringLiteral("scopes"), application.scopes},
        {QStringLiteral("scopesProblem"), problemsOf(ApplicationRules::Field::Scopes)},
    };
}

QString ApplicationFormPage::problemsOf(ApplicationRules::Field field) const
{
    QStringList sentences;
    for (const ApplicationRules::Problem &problem : problems) {
        if (problem.field == field)
            sentences.append(ApplicationRules::sentence(problem));
    }
    return sentences.join(u' ');
}

} // namespace Gatehouse
