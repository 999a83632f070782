#include "server/pages/applicationpage.h"

#include "models/secrets/passwordhash.h"
#include "server/checks/redirecturi.h"
#include "server/pages/pagerenderer.h"

namespace Gatehouse {

Response ApplicationPage::render(PageRenderer &renderer, const Language &language) const
{
    const PageTexts tr = textsIn(language);
    const QString heading = tr("Application: %1").arg(application.name);
    QVariantMap values = texts(tr);
    values.insert({
        {QStringLiteral("formToken"), formToken},
        {QStringLiteral("notice"), notice},
        {QStringLiteral("heading"), heading},
        {QStringLiteral("id"), application.id},
        {QStringLiteral("uid"), application.uid},
        {QStringLiteral("secret"), shownSecret(tr)},
        {QStringLiteral("secretAdvice"), secretAdvice(tr)},
        {QStringLiteral("scopes"), application.scopes.isEmpty() ? tr("Not defined") : application.scopes},
        {QStringLiteral("confidential"), QString::fromLatin1(application.confidential ? "true" : "false")},
        {QStringLiteral("hasUris"), !application.redirectUris().isEmpty()},
        {QStringLiteral("uris"), uriRows()},
    });
    return renderer.page(language, 200, "application", heading, values, {true, {}, PageRules::Frame::Administration});
}

QVariantMap ApplicationPage::texts(const PageTexts &tr) const
{
    return {
        {QStringLiteral("uidLabel"), tr("UID:")},
        {QStringLiteral("secretLabel"), tr("Secret:")},
        {QStringLiteral("scopesLabel"), tr("Scopes:")},
        {QStringLiteral("confidentialLabel"), tr("Confidential:")},
        {QStringLiteral("urisLabel"), tr("Callback URLs:")},
        {QStringLiteral("authorize"), tr("Authorize")},
        {QStringLiteral("noUris"), tr("None: it cannot send anybody here to sign in.")},
        {QStringLiteral("actions"), tr("Actions")},
        {QStringLiteral("edit"), tr("Edit")},
        {QStringLiteral("verb"), tr("Destroy")},
        {QStringLiteral("askLabel"), tr("Destroy…", "asks first")},
        {QStringLiteral("collection"), QStringLiteral("/oauth/applications")},
        {QStringLiteral("consequence"), tr("Its codes and tokens end with it. This cannot be undone.")},
    };
}

/// Each address with an authorization request to try it with.
QVariantList ApplicationPage::uriRows() const
{
    QVariantList rows;
    for (const QString &uri : application.redirectUris()) {
        const QByteArray request = withQuery(QStringLiteral("/oauth/authorize"),
                                             {{QStringLiteral("client_id"), application.uid},
                                              {QStringLiteral("redirect_uri"), uri},
                                              {QStringLiteral("response_type"), QStringLiteral("code")},
                                              {QStringLiteral("scope"), application.scopes}});
        rows.append(
            QVariantMap {{QStringLiteral("uri"), uri}, {QStringLiteral("request"), QString::fromLatin1(request)}});
    }
    return rows;
}

QString ApplicationPage::shownSecret(const PageTexts &tr) const
{
    const QString known = newSecret.isEmpty() ? readableSecret(application.secret) : newSecret;
    if (!known.isEmpty())
        return known;
    return application.secret.isEmpty() ? tr("None") : tr("Secret hashed");
}

QString ApplicationPage::secretAdvice(const PageTexts &tr) const
{
    if (!readableSecret(application.secret).isEmpty() || application.secret.isEmpty())
        return {};
    return newSecret.isEmpty() ? tr("The server keeps a digest only.")
                               : tr("Copy the secret now: the server keeps a digest only and cannot show it again.");
}

} // namespace Gatehouse
