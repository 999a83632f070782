#include "server/revocation/tokenlistendpoint.h"

#include "models/activity.h"
#include "models/store/applicationstore.h"
#include "models/store/store.h"
#include "server/administration/momenttext.h"
#include "server/endpoints/errorresponse.h"
#include "server/revocation/revocationrun.h"
#include "server/revocation/tokenhandle.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>

namespace Gatehouse {

namespace {

constexpr int Most = 1000; ///< tokens in one answer, the newest

QJsonObject entry(const QSqlQuery &row, bool refresh, Timestamp now)
{
    const Timestamp created = row.value(1).toLongLong();
    const Timestamp expires = row.value(2).toLongLong();
    const Timestamp signedIn = row.value(3).toLongLong();
    QJsonObject token {
        {QStringLiteral("token"), TokenHandle {row.value(0).toLongLong(), refresh}.text()},
        {QStringLiteral("created_date"), momentText(created)},
        {QStringLiteral("user_authentication_time"), momentText(signedIn != 0 ? signedIn : created)},
        {QStringLiteral("scope"), QJsonArray::fromStringList(row.value(4).toString().split(u' ', Qt::SkipEmptyParts))},
        {QStringLiteral("client_id"), row.value(5).toString()},
        {QStringLiteral("client_name"), row.value(6).toString()}};
    if (expires != 0)
        token.insert(QLatin1String("expires_in"), (expires - now) / 1000);
    return token;
}

/// `client`: the only one that is meant; 0: any.
QString listSql(bool refresh, const Application &superClient, const User &user, Id client, Timestamp now)
{
    QString condition = refresh ? activeRefreshTokenCondition() : activeTokenCondition();
    condition.replace(u'?', QString::number(now));
    return u"SELECT t.id, t.created_at, "
        % (refresh ? QLatin1String("t.refresh_expires_at") : QLatin1String("t.expires_at"))
        % u", (SELECT s.created_at FROM oauth_access_grants g JOIN browser_sessions s ON s.id = g.session_id"
          " WHERE g.id = t.grant_id), t.scopes, a.uid, a.name "
        % activityJoins() % u" WHERE t.resource_owner_id = " % QString::number(user.id) % u" AND a.id <> "
        % QString::number(superClient.id)
        % (client != 0 ? QString(u" AND a.id = " % QString::number(client)) : QString()) % u" AND " % condition
        % u" ORDER BY t.id DESC LIMIT " % QString::number(Most);
}

/// Row of the client that the list is narrowed to; 0: it is not. An unknown one has no tokens.
Result<Id> chosenClient(Context &context)
{
    constexpr Id Nobody = -1;
    const QString uid = context.parameters.value(u"client_id");
    if (uid.isEmpty())
        return Id(0);
    const auto found = context.store.applications().findByUid(context.domain.id, uid);
    if (!found)
        return found.error();
    return *found ? (*found)->id : Nobody;
}

} // namespace

Response TokenListEndpoint::answer(RevocationRun &run, const Application &superClient, const User &user)
{
    Context &context = run.context();
    const QString type = context.parameters.value(u"token_type");
    const bool refresh = type == u"refresh_token";
    if (!context.check("token_type known", "Kustvakt token/list", refresh || type == u"access_token", {},
                       type.left(40)))
        return run.refuse(
            OAuthError {"invalid_request", QStringLiteral("token_type is access_token or refresh_token."), {}},
            "invalid_request");
    const Result<Id> client = chosenClient(context);
    if (!client)
        return run.failed(client.error());
    QJsonArray tokens;
    const Result<void> done = context.store.connection().read(
        listSql(refresh, superClient, user, *client, context.now),
        [&](const QSqlQuery &row) { tokens.append(entry(row, refresh, context.now)); });
    if (!done)
        return run.failed(done.error());
    return Response::json(200, QJsonDocument(tokens).toJson(QJsonDocument::Compact));
}

} // namespace Gatehouse
