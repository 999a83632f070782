#include "models/revocation/revocationservice.h"

#include "models/revocation/targetmarker.h"
#include "models/revocation/targetsql.h"
#include "models/store/auditstore.h"
#include "models/store/store.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSqlQuery>

namespace Gatehouse {

namespace {

constexpr int IdsNamed = 100;

/// The first ids that `sql` answers.
Result<QJsonArray> idsOf(Connection &connection, const QString &sql)
{
    QJsonArray ids;
    const Result<void> done = connection.read(sql % u" LIMIT " % QString::number(IdsNamed),
                                              [&ids](const QSqlQuery &row) { ids.append(row.value(0).toLongLong()); });
    if (!done)
        return done.error();
    return ids;
}

template<class Condition> QString selectFrom(const char *table, const RevocationTargets &targets, Condition condition)
{
    QStringList all;
    for (const RevocationTarget &target : targets)
        all.append(condition(target));
    return u"SELECT t.id FROM " % QLatin1String(table) % u" t WHERE (" % TargetSql::anyOf(all)
        % u") AND t.revoked_at IS NULL";
}

Result<void> nameTargets(Connection &connection, const RevocationTargets &targets, RevocationAudit &audit)
{
    const QList<std::pair<const char *, QString>> lists {
        {"tokens", endingTokensSql(targets, audit.at, QStringLiteral("t.id"))},
        {"codes", selectFrom("oauth_access_grants", targets, &TargetSql::grants)},
        {"consents", selectFrom("consents", targets, &TargetSql::consents)}};
    for (const auto &[name, sql] : lists) {
        const Result<QJsonArray> ids = idsOf(connection, sql);
        if (!ids)
            return ids.error();
        if (!ids->isEmpty())
            audit.targetIds.insert(QLatin1String(name), *ids);
    }
    return {};
}

/// Marked rows are counted in thousands; naming each would cost more than reading them again.
void announce(ChangeSet &changes)
{
    for (const Table table : {Table::AccessTokens, Table::TokenFamilies, Table::AccessGrants, Table::Consents})
        changes.noteEverything(table);
}

} // namespace

Result<RevocationSurvey> RevocationService::survey(const RevocationTargets &targets)
{
    return surveyOf(m_store.connection(), merged(targets), m_store.clock().now());
}

Result<RevocationService::Done> RevocationService::revoke(const RevocationTargets &wanted, RevocationAudit audit,
                                                          const QByteArray &fingerprint, const Progress &progress)
{
    QElapsedTimer timer;
    timer.start();
    const RevocationTargets targets = merged(wanted);
    audit.at = m_store.clock().now();
    Transaction transaction(m_store.writer(), m_store.connection());
    if (!transaction.opened())
        return transaction.opened().error();
    if (!fingerprint.isEmpty()) {
        const Result<RevocationSurvey> now = surveyOf(m_store.connection(), targets, audit.at);
        if (!now)
            return now.error();
        if (now->fingerprint != fingerprint)
            return Done {0, false, true, now->counts};
    }
    Result<Done> done = carryOut(targets, audit, progress);
    if (!done || done->cancelled)
        return done;
    audit.durationMicroseconds += timer.nsecsElapsed() / 1000;
    if (const auto told = m_store.audit().complete(done->event, audit.toEvent()); !told)
        return told.error();
    if (const auto kept = transaction.commit(); !kept)
        return kept.error();
    return done;
}

Result<RevocationService::Done> RevocationService::carryOut(const RevocationTargets &targets, RevocationAudit &audit,
                                                            const Progress &progress)
{
    const Result<RevocationCounts> counts = countsOf(m_store.connection(), targets, audit.at);
    if (!counts)
        return counts.error();
    if (const auto named = nameTargets(m_store.connection(), targets, audit); !named)
        return named.error();
    audit.ended = *counts;
    audit.targets = counts->total();
    audit.outcome = counts->total() > 0 ? QStringLiteral("revoked") : QStringLiteral("already_inactive");
    const Result<Id> event = m_store.audit().append(audit.toEvent());
    if (!event)
        return event.error();
    qint64 marked = 0;
    TargetMarker marker(m_store, *event, audit.at, [&](qint64 rows) {
        marked += rows;
        return !progress || progress(qMin(marked, counts->total()), counts->total());
    });
    for (const RevocationTarget &target : targets) {
        const Result<bool> whole = marker.mark(target);
        if (!whole)
            return whole.error();
        if (!*whole)
            return Done {0, true, false, {}};
    }
    announce(m_store.writer().changes());
    return Done {*event, false, false, *counts};
}

Result<Id> RevocationService::note(const RevocationAudit &audit)
{
    RevocationAudit stamped = audit;
    stamped.at = m_store.clock().now();
    return m_store.audit().append(stamped.toEvent());
}

} // namespace Gatehouse
