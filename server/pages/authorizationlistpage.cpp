#include "server/pages/authorizationlistpage.h"

#include "server/pages/pagerenderer.h"
#include "server/pages/scopecatalogue.h"

#include <QDateTime>
#include <QTimeZone>

namespace Gatehouse {

namespace {

/// As Doorkeeper's page has it; with the zone, since it is not the reader's.
QString momentText(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc()).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
        + QStringLiteral(" UTC");
}

} // namespace

Response AuthorizationListPage::render(PageRenderer &renderer) const
{
    QVariantMap values = texts();
    values.insert({
        {QStringLiteral("formToken"), formToken},
        {QStringLiteral("notice"), notice},
        {QStringLiteral("signedIn"), tr("Signed in as %1").arg(signedIn)},
        {QStringLiteral("hasRows"), !authorizations.isEmpty()},
        {QStringLiteral("rows"), rows()},
    });
    return renderer.page(200, "authorizations", tr("Your authorized applications"), values,
                         {true, {}, PageRules::Frame::Wide});
}

QVariantMap AuthorizationListPage::texts() const
{
    return {
        {QStringLiteral("heading"), tr("Your authorized applications")},
        {QStringLiteral("nameLabel"), tr("Application")},
        {QStringLiteral("sinceLabel"), datesOfApplications ? tr("Created At") : tr("Access Since")},
        {QStringLiteral("revoke"), tr("Revoke")},
        {QStringLiteral("askRevoke"), tr("Revoke…", "asks first")},
        {QStringLiteral("abilitiesLabel"), tr("It is able to:")},
        {QStringLiteral("consequence"), tr("It loses access at once and has to ask you again.")},
        {QStringLiteral("empty"), tr("No application has access to your account.")},
    };
}

QVariantList AuthorizationListPage::rows() const
{
    QVariantList rows;
    for (const AuthorizedApplication &each : authorizations) {
        const Timestamp time = datesOfApplications ? each.application.createdAt : each.since;
        rows.append(QVariantMap {
            {QStringLiteral("id"), each.application.id},
            {QStringLiteral("name"), each.application.name},
            {QStringLiteral("since"), momentText(time)},
            {QStringLiteral("abilities"), abilities(each.scopes)},
            {QStringLiteral("revokeName"), tr("Revoke the access of “%1”").arg(each.application.name)},
        });
    }
    return rows;
}

QVariantList AuthorizationListPage::abilities(const QString &scopes)
{
    QVariantList rows;
    for (const QString &scope : scopes.split(u' ', Qt::SkipEmptyParts)) {
        const QString words = describeScope(scope);
        rows.append(QVariantMap {{QStringLiteral("text"), words.isEmpty() ? scope : words}});
    }
    return rows;
}

} // namespace Gatehouse
