#include "models/revocation/revocationsurvey.h"

#include "models/activity.h"
#include "models/revocation/targetsql.h"
#include "models/store/connection.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSqlQuery>

#include <algorithm>

namespace Gatehouse {

namespace {

using Share = RevocationSurvey::Share;
using Shares = QHash<std::pair<Id, Id>, Share>;

QString at(const QString &condition, Timestamp now)
{
    return QString(condition).replace(u'?', QString::number(now));
}

template<class Condition> QString anyOf(const RevocationTargets &targets, Condition condition)
{
    QStringList all;
    for (const RevocationTarget &target : targets)
        all.append(condition(target));
    return TargetSql::anyOf(all);
}

/// The rows of which one half is meant; a consent that goes takes both.
QString meant(const RevocationTargets &targets, bool RevocationTarget::*half)
{
    return anyOf(targets, [half](const RevocationTarget &target) {
        return target.*half || target.withConsents ? TargetSql::tokens(target) : QStringLiteral("1 = 0");
    });
}

QString ends(const QString &meant, const QString &active, Timestamp now)
{
    return u"((" % meant % u") AND " % at(active, now) % u')';
}

QString fromTable(const char *table)
{
    return u"FROM " % QLatin1String(table)
        % u" t JOIN identity_domains d ON d.id = t.domain_id"
          " LEFT JOIN oauth_applications a ON a.id = t.application_id"
          " LEFT JOIN users u ON u.id = t.resource_owner_id ";
}

QString grantsFrom()
{
    return fromTable("oauth_access_grants") % u"LEFT JOIN consents c ON c.id = t.consent_id";
}

/// What is counted of each row, and a factor that spreads its fingerprint.
struct Counted
{
    qint64 RevocationCounts::*count;
    QString condition;
    int factor;
};

/// Adds up by application and user. The query's columns: both, their names, then the sums.
class Tally
{
public:
    explicit Tally(Connection &connection)
        : m_connection(connection)
    { }

    /// `counted`: what the sums are, each followed by its fingerprint.
    Result<void> add(const QString &sql, const QList<Counted> &counted)
    {
        return m_connection.read(sql, [this, &counted](const QSqlQuery &row) {
            Share share {row.value(0).toLongLong(),
                         row.value(1).toLongLong(),
                         row.value(2).toString(),
                         row.value(3).toString(),
                         {}};
            int column = 4;
            for (const Counted &each : counted) {
                share.counts.*each.count = row.value(column++).toLongLong();
                m_marks.append(QByteArray::number(row.value(column++).toLongLong()));
            }
            if (share.counts.total() == 0)
                return;
            m_total += share.counts;
            Share &known = m_shares[{share.application, share.user}];
            share.counts += known.counts;
            known = share;
        });
    }

    RevocationSurvey result() const
    {
        RevocationSurvey survey;
        survey.counts = m_total;
        survey.shares = m_shares.values();
        std::sort(survey.shares.begin(), survey.shares.end(), [](const Share &one, const Share &other) {
            const qint64 difference = one.counts.total() - other.counts.total();
            return difference != 0 ? difference > 0
                                   : std::pair(one.application, one.user) < std::pair(other.application, other.user);
        });
        QList<QByteArray> marks = m_marks;
        marks.removeAll("0");
        std::sort(marks.begin(), marks.end());
        survey.fingerprint = QCryptographicHash::hash(marks.join(','), QCryptographicHash::Sha256).toHex();
        return survey;
    }

private:
    Connection &m_connection;
    Shares m_shares;
    RevocationCounts m_total;
    QList<QByteArray> m_marks;
};

/// Each condition is looked at once a row, and what is sorted into groups is narrow: that is half of the time.
QString grouped(const QList<Counted> &counted, const QString &from, const QString &where)
{
    QString flags;
    QString sums;
    QString columns;
    for (qsizetype i = 0; i < counted.size(); ++i) {
        const QString number = QString::number(i);
        flags += u", CASE WHEN " % counted.at(i).condition % u" THEN 1 ELSE 0 END AS ends" % number;
        sums += u", sum(ends" % number % u") AS count" % number % u", sum(ends" % number % u" * (spread * "
            % QString::number(counted.at(i).factor) % u" % 2147483647)) AS mark" % number;
        columns += u", g.count" % number % u", g.mark" % number;
    }
    return u"WITH z AS MATERIALIZED (SELECT t.application_id AS application, t.resource_owner_id AS owner,"
           " t.id % 1000000007 AS spread"
        % flags % u' ' % from % u" WHERE " % where % u"), g AS (SELECT application, owner" % sums
        % u" FROM z GROUP BY application, owner) SELECT g.application, g.owner, a.name, u.email" % columns
        % u" FROM g LEFT JOIN oauth_applications a ON a.id = g.application LEFT JOIN users u ON u.id = g.owner";
}

Result<Tally> tallyOf(Connection &connection, const RevocationTargets &targets, Timestamp now)
{
    using Counts = RevocationCounts;
    const QString access = meant(targets, &RevocationTarget::access);
    const QString refresh = meant(targets, &RevocationTarget::refresh);
    const QList<Counted> ofTokens {{&Counts::access, ends(access, activeTokenCondition(), now), 1000003},
                                   {&Counts::refresh, ends(refresh, activeRefreshTokenCondition(), now), 1500007}};
    const QList<Counted> ofGrants {{&Counts::code, at(activeGrantCondition(), now), 2000003}};
    const QList<Counted> ofConsents {{&Counts::consent, QStringLiteral("t.revoked_at IS NULL"), 2500009}};
    const QString tokens = u'(' % TargetSql::anyOf({access, refresh}) % u") AND t.revoked_at IS NULL";
    const QString grants = u'(' % anyOf(targets, &TargetSql::grants) % u')';
    const QString consents = u'(' % anyOf(targets, &TargetSql::consents) % u')';
    Tally tally(connection);
    Result<void> done = tally.add(grouped(ofTokens, activityJoins(), tokens), ofTokens);
    if (done)
        done = tally.add(grouped(ofGrants, grantsFrom(), grants), ofGrants);
    if (done)
        done = tally.add(grouped(ofConsents, fromTable("consents"), consents), ofConsents);
    if (!done)
        return done.error();
    return tally;
}

Result<QList<RevocationSurvey::Sample>> sampleOf(Connection &connection, const RevocationTargets &targets,
                                                 Timestamp now)
{
    QList<RevocationSurvey::Sample> sample;
    const QString sql = endingTokensSql(targets, now,
                                        QStringLiteral("t.id, a.name, u.email, t.scopes, t.created_at, "
                                                       "ACCESS, REFRESH"))
        % u" ORDER BY t.id DESC LIMIT " % QString::number(RevocationSurvey::SampleSize);
    const Result<void> done = connection.read(sql, [&sample](const QSqlQuery &row) {
        sample.append({row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toString(),
                       row.value(3).toString(), row.value(4).toLongLong(), row.value(5).toBool(),
                       row.value(6).toBool()});
    });
    if (!done)
        return done.error();
    return sample;
}

} // namespace

Result<RevocationSurvey> surveyOf(Connection &connection, const RevocationTargets &targets, Timestamp now)
{
    const Result<Tally> tally = tallyOf(connection, targets, now);
    if (!tally)
        return tally.error();
    RevocationSurvey survey = tally->result();
    Result<QList<RevocationSurvey::Sample>> sample = sampleOf(connection, targets, now);
    if (!sample)
        return sample.error();
    survey.sample = *std::move(sample);
    return survey;
}

Result<RevocationCounts> countsOf(Connection &connection, const RevocationTargets &targets, Timestamp now)
{
    const Result<Tally> tally = tallyOf(connection, targets, now);
    if (!tally)
        return tally.error();
    return tally->result().counts;
}

QString endingTokensSql(const RevocationTargets &targets, Timestamp now, const QString &columns)
{
    const QString access = meant(targets, &RevocationTarget::access);
    const QString refresh = meant(targets, &RevocationTarget::refresh);
    const QString accessEnds = ends(access, activeTokenCondition(), now);
    const QString refreshEnds = ends(refresh, activeRefreshTokenCondition(), now);
    // Only what the caller wrote is looked through: a scope may hold these words.
    QStringList pieces = columns.split(QLatin1String("ACCESS"));
    for (QString &piece : pieces)
        piece.replace(QLatin1String("REFRESH"), refreshEnds);
    const QString chosen = pieces.join(accessEnds);
    return u"SELECT " % chosen % u' ' % activityJoins() % u" WHERE (" % TargetSql::anyOf({access, refresh})
        % u") AND t.revoked_at IS NULL AND (" % accessEnds % u" OR " % refreshEnds % u')';
}

} // namespace Gatehouse
