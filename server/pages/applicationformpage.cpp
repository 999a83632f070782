#include "server/pages/applicationformpage.h"

#include "server/endpoints/context.h"
#include "server/pages/pagerenderer.h"

namespace Gatehouse {

Response ApplicationFormPage::render(PageRenderer &renderer, const Language &language, int status) const
{
    const PageTexts tr = textsIn(language);
    const QString heading = application.id == 0 ? tr("New Application") : tr("Edit application");
    QVariantMap values = texts(tr);
    values.insert(fields(language));
    values.insert({
        {QStringLiteral("heading"), heading},
        {QStringLiteral("formToken"), formToken},
        {QStringLiteral("id"), application.id == 0 ? QString() : QString::number(application.id)},
        {QStringLiteral("notice"), problems.isEmpty() ? QString() : tr("Whoops! Check your form for possible errors")},
    });
    return renderer.page(language, status, "applicationform", heading, values,
                         {true, {}, PageRules::Frame::Administration});
}

Response ApplicationFormPage::refuse(Context &context, PageRenderer &renderer) const
{
    QStringList sentences;
    for (const ApplicationRules::Problem &problem : problems)
        sentences.append(ApplicationRules::sentence(problem));
    context.noteError({"invalid_client_metadata", {}, sentences.join(u' ')});
    return render(renderer, context.language(), speaksDoorkeeper(context) ? 200 : 422);
}

QVariantMap ApplicationFormPage::texts(const PageTexts &tr) const
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

QVariantMap ApplicationFormPage::fields(const Language &language) const
{
    return {
        {QStringLiteral("name"), application.name},
        {QStringLiteral("nameProblem"), problemsOf(ApplicationRules::Field::Name, language)},
        {QStringLiteral("redirectUri"), application.redirectUri},
        {QStringLiteral("uriProblem"), problemsOf(ApplicationRules::Field::RedirectUri, language)},
        {QStringLiteral("confidential"), application.confidential},
        {QStringLiteral("scopes"), application.scopes},
        {QStringLiteral("scopesProblem"), problemsOf(ApplicationRules::Field::Scopes, language)},
    };
}

QString ApplicationFormPage::problemsOf(ApplicationRules::Field field, const Language &language) const
{
    const PageTexts tr(language, "Gatehouse::ApplicationRules");
    QStringList sentences;
    for (const ApplicationRules::Problem &problem : problems) {
        if (problem.field == field)
            sentences.append(ApplicationRules::sentence(problem, tr));
    }
    return sentences.join(u' ');
}

} // namespace Gatehouse
