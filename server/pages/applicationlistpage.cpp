#include "server/pages/applicationlistpage.h"

#include "server/pages/pagerenderer.h"

namespace Gatehouse {

Response ApplicationListPage::render(PageRenderer &renderer, const Language &language) const
{
    const PageTexts tr = textsIn(language);
    QVariantMap values = texts(tr);
    values.insert({
        {QStringLiteral("formToken"), formToken},
        {QStringLiteral("notice"), notice},
        {QStringLiteral("hasRows"), !applications.isEmpty()},
        {QStringLiteral("rows"), rows(tr)},
    });
    return renderer.page(language, 200, "applications", tr("Your applications"), values,
                         {true, {}, PageRules::Frame::Administration});
}

QVariantMap ApplicationListPage::texts(const PageTexts &tr) const
{
    return {
        {QStringLiteral("heading"), tr("Your applications")},
        {QStringLiteral("create"), tr("New Application")},
        {QStringLiteral("nameLabel"), tr("Name")},
        {QStringLiteral("uriLabel"), tr("Callback URL")},
        {QStringLiteral("confidentialLabel"), tr("Confidential?")},
        {QStringLiteral("actionsLabel"), tr("Actions")},
        {QStringLiteral("edit"), tr("Edit")},
        {QStringLiteral("verb"), tr("Destroy")},
        {QStringLiteral("askLabel"), tr("Destroy…", "asks first")},
        {QStringLiteral("collection"), QStringLiteral("/oauth/applications")},
        {QStringLiteral("consequence"), tr("Its codes and tokens end with it. This cannot be undone.")},
        {QStringLiteral("empty"),
         tr("No application is registered yet. Register one to get its client ID and secret.")},
    };
}

QVariantList ApplicationListPage::rows(const PageTexts &tr) const
{
    QVariantList rows;
    for (const Application &application : applications) {
        QVariantList uris;
        for (const QString &uri : application.redirectUris())
            uris.append(QVariantMap {{QStringLiteral("uri"), uri}, {QStringLiteral("isFirst"), uris.isEmpty()}});
        rows.append(QVariantMap {
            {QStringLiteral("id"), application.id},
            {QStringLiteral("name"), application.name},
            {QStringLiteral("uris"), uris},
            {QStringLiteral("confidential"), application.confidential ? tr("Yes") : tr("No")},
            {QStringLiteral("askName"), tr("Destroy “%1”").arg(application.name)},
            {QStringLiteral("editName"), tr("Edit “%1”").arg(application.name)},
        });
    }
    return rows;
}

} // namespace Gatehouse
