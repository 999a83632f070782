#include "server/pages/authorizationlistpage.h"

#include "server/pages/pagerenderer.h"
#include "server/pages/scopecatalogue.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace Gatehouse {

namespace {

/// The long date without the day of the week.
QString dateIn(const Language &language, QDate date)
{
    static const QRegularExpression weekday(QStringLiteral("^dddd\\W*|\\W*dddd$"));
    const QLocale &locale = language.locale();
    return locale.toString(date, locale.dateFormat(QLocale::LongFormat).remove(weekday));
}

} // namespace

Response AuthorizationListPage::render(PageRenderer &renderer, const Language &language) const
{
    const PageTexts tr = textsIn(language);
    QVariantMap values = texts(tr);
    values.insert({
        {QStringLiteral("formToken"), formToken},
        {QStringLiteral("notice"), notice},
        {QStringLiteral("signedIn"), tr("Signed in as %1").arg(signedIn)},
        {QStringLiteral("hasRows"), !authorizations.isEmpty()},
        {QStringLiteral("rows"), rows(tr)},
    });
    return renderer.page(language, 200, "authorizations", tr("Your authorized applications"), values,
                         {true, {}, PageRules::Frame::Wide});
}

QVariantMap AuthorizationListPage::texts(const PageTexts &tr) const
{
    return {
        {QStringLiteral("heading"), tr("Your authorized applications")},
        {QStringLiteral("nameLabel"), tr("Application")},
        {QStringLiteral("sinceLabel"), datesOfApplications ? tr("Created At") : tr("Access Since")},
        {QStringLiteral("verb"), tr("Revoke")},
        {QStringLiteral("askLabel"), tr("Revoke…", "asks first")},
        {QStringLiteral("abilitiesLabel"), tr("It is able to:")},
        {QStringLiteral("collection"), QStringLiteral("/oauth/authorized_applications")},
        {QStringLiteral("consequence"), tr("It loses access at once and has to ask you again.")},
        {QStringLiteral("empty"), tr("No application has access to your account.")},
    };
}

QVariantList AuthorizationListPage::rows(const PageTexts &tr) const
{
    QVariantList rows;
    for (const AuthorizedApplication &each : authorizations) {
        rows.append(QVariantMap {
            {QStringLiteral("id"), each.application.id},
            {QStringLiteral("name"), each.application.name},
            {QStringLiteral("since"), moment(each, tr.language())},
            {QStringLiteral("abilities"), abilities(each.scopes, tr.language())},
            {QStringLiteral("askName"), tr("Revoke the access of “%1”").arg(each.application.name)},
        });
    }
    return rows;
}

QVariantList AuthorizationListPage::abilities(const QString &scopes, const Language &language)
{
    QVariantList rows;
    for (const QString &scope : scopes.split(u' ', Qt::SkipEmptyParts)) {
        const QString words = describeScope(scope, language);
        rows.append(QVariantMap {{QStringLiteral("text"), words.isEmpty() ? scope : words}});
    }
    return rows;
}

/// With the zone, since it is not the reader's.
QString AuthorizationListPage::moment(const AuthorizedApplication &authorization, const Language &language) const
{
    const Timestamp time = datesOfApplications ? authorization.application.createdAt : authorization.since;
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc());
    if (datesOfApplications) // Doorkeeper's page, to the letter
        return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QStringLiteral(" UTC");
    return dateIn(language, moment.date()) + u' ' + language.locale().toString(moment.time(), QLocale::ShortFormat)
        + QStringLiteral(" UTC");
}

} // namespace Gatehouse
