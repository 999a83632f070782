#include "models/revocation/revocationbranches.h"

#include "models/activity.h"
#include "models/revocation/revocationsurvey.h"
#include "models/store/connection.h"

#include <QSqlQuery>

namespace Gatehouse {

namespace {

using Branch = RevocationBranch;

QString isId(const char *column, Id id)
{
    return QLatin1String(column) % (id != 0 ? u" = " % QString::number(id) : QStringLiteral(" IS NULL"));
}

QString below(const QList<Branch> &parents)
{
    QString condition;
    for (const Branch &parent : parents) {
        if (parent.kind == Branch::Kind::Consent)
            condition += u" AND " % isId("t.consent_id", parent.id) % u" AND "
                % isId("t.application_id", parent.application) % u" AND " % isId("t.resource_owner_id", parent.user);
        else
            condition += u" AND " % isId("t.family_id", parent.id);
    }
    return condition;
}

/// The ending tokens below the parents: ids, names, and whether each half ends.
QString rowsBelow(const RevocationTargets &targets, Timestamp now, const QList<Branch> &parents)
{
    return endingTokensSql(targets, now,
                           QStringLiteral("t.id AS id, t.token AS token, t.created_at AS at, t.consent_id AS consent,"
                                          " t.family_id AS family, t.application_id AS application,"
                                          " t.resource_owner_id AS owner, a.name AS name, u.email AS email,"
                                          " ACCESS AS access, REFRESH AS refresh"))
        % below(parents);
}

QString grouped(const QString &rows, const QString &by)
{
    return u"SELECT " % by % u", min(name), min(email), sum(access), sum(refresh) FROM (" % rows % u") GROUP BY " % by
        % u" ORDER BY count(*) DESC LIMIT " % QString::number(MostBranches);
}

QString shownToken(const QString &token)
{
    constexpr qsizetype Digits = 8;
    return token.left(Digits);
}

QString who(const QString &application, const QString &user)
{
    QStringList names {application, user};
    names.removeAll(QString());
    return names.join(QStringLiteral(" — "));
}

} // namespace

Result<QList<Branch>> branchesBelow(Connection &connection, const RevocationTargets &targets, Timestamp now,
                                    const QList<Branch> &parents)
{
    const QString rows = rowsBelow(targets, now, parents);
    QList<Branch> branches;
    const auto number = [](const QSqlQuery &row, int column) { return row.value(column).toLongLong(); };
    Result<void> done;
    if (parents.isEmpty()) {
        done = connection.read(grouped(rows, QStringLiteral("consent, application, owner")), [&](const QSqlQuery &row) {
            branches.append({Branch::Kind::Consent,
                             number(row, 0),
                             number(row, 1),
                             number(row, 2),
                             who(row.value(3).toString(), row.value(4).toString()),
                             0,
                             {number(row, 5), number(row, 6), 0, 0}});
        });
    } else if (parents.size() == 1) {
        done = connection.read(grouped(rows, QStringLiteral("family")), [&](const QSqlQuery &row) {
            branches.append(
                {Branch::Kind::Family, number(row, 0), 0, 0, {}, 0, {number(row, 3), number(row, 4), 0, 0}});
        });
    } else {
        done = connection.read(u"SELECT id, token, at, access, refresh FROM (" % rows % u") ORDER BY id DESC LIMIT "
                                   % QString::number(MostBranches),
                               [&](const QSqlQuery &row) {
                                   branches.append({Branch::Kind::Token,
                                                    number(row, 0),
                                                    0,
                                                    0,
                                                    shownToken(row.value(1).toString()),
                                                    number(row, 2),
                                                    {number(row, 3), number(row, 4), 0, 0}});
                               });
    }
    if (!done)
        return done.error();
    return branches;
}

Result<RevocationProofs> proofOf(Connection &connection, Id event, Timestamp now)
{
    const auto at = [now](QString condition) { return condition.replace(u'?', QString::number(now)); };
    // A half that was not meant may live on.
    const QString accessMeant = QStringLiteral("(coalesce(t.revoked_at, t.access_revoked_at) IS NOT NULL)");
    const QString refreshMeant
        = QStringLiteral("(t.refresh_token IS NOT NULL AND coalesce(t.revoked_at, t.refresh_revoked_at) IS NOT NULL)");
    const QString access = u'(' % accessMeant % u" AND " % at(activeTokenCondition()) % u')';
    const QString refresh = u'(' % refreshMeant % u" AND " % at(activeRefreshTokenCondition()) % u')';
    const QString ended = u" WHERE t.revocation_id = " % QString::number(event);
    RevocationProofs proofs;
    const auto count = [&proofs](const QSqlQuery &row) {
        proofs.asked += row.value(0).toLongLong();
        proofs.active += row.value(1).toLongLong();
    };
    Result<void> done
        = connection.read(u"SELECT coalesce(sum(" % accessMeant % u" + " % refreshMeant % u"), 0), coalesce(sum("
                              % access % u" + " % refresh % u"), 0) " % activityJoins() % ended,
                          count);
    if (done)
        done = connection.read(
            u"SELECT count(*), coalesce(sum(t.revoked_at IS NULL), 0) FROM oauth_access_grants t" % ended, count);
    if (!done)
        return done.error();
    done = connection.read(
        u"SELECT t.id, t.token, " % access % u", " % refresh % u", " % accessMeant % u", " % refreshMeant % u' '
            % activityJoins() % ended % u" ORDER BY t.id DESC LIMIT " % QString::number(MostBranches),
        [&proofs](const QSqlQuery &row) {
            proofs.tokens.append({row.value(0).toLongLong(), shownToken(row.value(1).toString()), row.value(2).toBool(),
                                  row.value(3).toBool(), row.value(4).toBool(), row.value(5).toBool()});
        });
    if (!done)
        return done.error();
    return proofs;
}

} // namespace Gatehouse
