#include "models/doorkeeper/railsrevocation.h"

#include "models/clock.h"
#include "models/store/connection.h"

#include <QDateTime>
#include <QSqlQuery>
#include <QTimeZone>

namespace Gatehouse {

namespace {

void addName(QStringList &texts, const QString &text)
{
    if (!text.isEmpty() && !texts.contains(text))
        texts.append(text);
}

QString numberList(const QSet<Id> &ids)
{
    QStringList numbers;
    for (Id id : ids)
        numbers.append(QString::number(id));
    return u'(' % numbers.join(u',') % u')';
}

} // namespace

RailsRevocation::RailsRevocation(const DatabaseUrl &database, bool hasLineage, const Clock &clock)
    : m_database(database)
    , m_hasLineage(hasLineage)
    , m_clock(clock)
{ }

Result<RevocationPlan> RailsRevocation::plan(RevocationSubject subject, const QList<Id> &ids) const
{
    const auto reader = Connection::open(m_database, Connection::Access::Read);
    if (!reader)
        return reader.error();
    RevocationPlan plan;
    for (Id id : ids) {
        if (const Result<void> done = describe(**reader, subject, id, plan); !done)
            return done.error();
    }
    plan.applications.sort(Qt::CaseInsensitive);
    plan.users.sort(Qt::CaseInsensitive);
    if (subject == RevocationSubject::Grants) {
        plan.caution = tr("Doorkeeper does not record which tokens a code was exchanged for; they stay valid.");
        return plan;
    }
    const Result<qint64> survivors = countSurvivors(**reader, ids);
    if (!survivors)
        return survivors.error();
    if (*survivors)
        plan.caution
            = tr("%n other token(s) of the same refresh chain stay(s) valid unless selected too.", "", int(*survivors));
    return plan;
}

/// Adds what the row of `id` says: applications, users, and whether it is over.
Result<void> RailsRevocation::describe(Connection &reader, RevocationSubject subject, Id id, RevocationPlan &plan)
{
    Statement query = subject == RevocationSubject::Tokens
        ? reader.prepare("SELECT a.name, coalesce(u.email, '#' || t.resource_owner_id), t.revoked_at"
                         " FROM oauth_access_tokens t LEFT JOIN oauth_applications a ON a.id = t.application_id"
                         " LEFT JOIN users u ON u.id = t.resource_owner_id WHERE t.id = ?")
        : reader.prepare("SELECT a.name, coalesce(u.email, '#' || t.resource_owner_id), t.revoked_at"
                         " FROM oauth_access_grants t LEFT JOIN oauth_applications a ON a.id = t.application_id"
                         " LEFT JOIN users u ON u.id = t.resource_owner_id WHERE t.id = ?");
    if (const Result<void> done = query.exec(id); !done)
        return done.error();
    if (!query.next())
        return {};
    addName(plan.applications, query.text(0));
    addName(plan.users, query.text(1));
    ++plan.chosen;
    plan.over += query.value(2).isNull() ? 0 : 1;
    return {};
}

/// How many pairs of the chains that these are in stay alive: a refresh leaves the old pair valid until the new one is used.
Result<qint64> RailsRevocation::countSurvivors(Connection &reader, const QList<Id> &tokens) const
{
    if (!m_hasLineage)
        return 0;
    const QSet<Id> chosen(tokens.begin(), tokens.end());
    QSet<Id> chain = chosen;
    for (QSet<Id> edge = chosen; !edge.isEmpty();) {
        edge = neighbours(reader, edge).subtract(chain);
        chain.unite(edge);
    }
    return countAlive(reader, chain.subtract(chosen));
}

/// Those that these were refreshed from or to. No index helps to find the latter: one walk through the table finds all.
QSet<Id> RailsRevocation::neighbours(Connection &reader, const QSet<Id> &tokens)
{
    const QString list = numberList(tokens);
    QSqlQuery query(reader.handle());
    query.setForwardOnly(true);
    query.exec(u"SELECT old.id, new.id FROM main.oauth_access_tokens new CROSS JOIN main.oauth_access_tokens old"
               " ON old.refresh_token = new.previous_refresh_token WHERE new.previous_refresh_token <> ''"
               " AND (old.id IN "
               % list % u" OR new.id IN " % list % u')');
    QSet<Id> found;
    while (query.next())
        found << query.value(0).toLongLong() << query.value(1).toLongLong();
    return found;
}

qint64 RailsRevocation::countAlive(Connection &reader, const QSet<Id> &tokens)
{
    QSqlQuery query(reader.handle());
    query.setForwardOnly(true);
    query.exec(u"SELECT count(*) FROM main.oauth_access_tokens WHERE revoked_at IS NULL AND id IN "
               % numberList(tokens));
    return query.next() ? query.value(0).toLongLong() : 0;
}

Result<qint64> RailsRevocation::revoke(RevocationSubject subject, const QList<Id> &ids) const
{
    const auto writer = Connection::open(m_database, Connection::Access::Write);
    if (!writer)
        return writer.error();
    Connection &connection = **writer;
    // The lock comes first: a reading transaction that turns into a writing one can fail without waiting.
    if (const Result<void> begun = connection.execute(connection.dialect().beginImmediate()); !begun)
        return begun.error();
    const Result<qint64> ended = endAll(connection, subject, ids);
    if (ended) {
        const Result<void> committed = connection.execute("COMMIT");
        if (committed)
            return ended;
        (void)connection.execute("ROLLBACK");
        return committed.error();
    }
    (void)connection.execute("ROLLBACK");
    return ended;
}

Result<qint64> RailsRevocation::endAll(Connection &connection, RevocationSubject subject, const QList<Id> &ids) const
{
    const QString time = now();
    qint64 ended = 0;
    for (Id id : ids) {
        Statement statement = subject == RevocationSubject::Tokens
            ? connection.prepare("UPDATE oauth_access_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
            : connection.prepare("UPDATE oauth_access_grants SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL");
        if (const Result<void> done = statement.exec(time, id); !done)
            return done.error();
        ended += statement.affectedRows();
    }
    return ended;
}

Result<RailsLineage> RailsRevocation::lineageOf(Id token) const
{
    const auto reader = Connection::open(m_database, Connection::Access::Read);
    if (!reader)
        return reader.error();
    Statement row = (*reader)->prepare("SELECT a.uid, t.revoked_at FROM oauth_access_tokens t"
                                       " LEFT JOIN oauth_applications a ON a.id = t.application_id WHERE t.id = ?");
    if (const Result<void> done = row.exec(token); !done)
        return done.error();
    if (!row.next())
        return RailsLineage();
    RailsLineage lineage {row.text(0), row.number(1)};
    if (!m_hasLineage)
        return lineage;
    Statement from = (*reader)->prepare("SELECT old.id FROM main.oauth_access_tokens new"
                                        " JOIN main.oauth_access_tokens old"
                                        " ON old.refresh_token = new.previous_refresh_token"
                                        " WHERE new.id = ? AND new.previous_refresh_token <> ''");
    if (const Result<void> done = from.exec(token); done && from.next())
        lineage.refreshedFrom = from.number(0);
    Statement to = (*reader)->prepare("SELECT new.id FROM main.oauth_access_tokens old"
                                      " JOIN main.oauth_access_tokens new"
                                      " ON new.previous_refresh_token = old.refresh_token"
                                      " WHERE old.id = ? AND old.refresh_token <> '' ORDER BY new.id DESC LIMIT 1");
    if (const Result<void> done = to.exec(token); done && to.next())
        lineage.refreshedTo = to.number(0);
    return lineage;
}

/// As Rails writes it.
QString RailsRevocation::now() const
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(m_clock.now(), QTimeZone::utc());
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) + QStringLiteral("000");
}

} // namespace Gatehouse
