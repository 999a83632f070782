#include "models/audit/auditalarms.h"

#include "models/audit/auditdetails.h"
#include "models/store/connection.h"

namespace Gatehouse {

namespace {

constexpr int MaxCallers = 1000; // kept in mind at a time

bool isNamed(const QString &actor)
{
    return actor.contains(u':');
}

QString callerOf(const AuditAlarms::Entry &entry)
{
    return isNamed(entry.actor) || entry.address.isEmpty() ? entry.actor : entry.address;
}

QString filterFor(const AuditAlarms::Entry &entry)
{
    const QString caller = callerOf(entry);
    const QString field = caller == entry.actor ? QStringLiteral("actor") : QStringLiteral("details");
    return QStringLiteral("outcome:%1 %2:\"%3\"").arg(entry.outcome, field, caller);
}

} // namespace

QList<AuditAlarms::Alarm> AuditAlarms::take(const QList<Entry> &entries)
{
    QList<Alarm> alarms;
    for (const Entry &entry : entries) {
        if (entry.outcome == QLatin1String("refused_foreign_token"))
            alarms.append({Kind::ForeignToken, callerOf(entry), entry.application, entry.at, 1, filterFor(entry)});
        else if (const auto burst = countUnknown(entry))
            alarms.append(*burst);
    }
    return alarms;
}

std::optional<AuditAlarms::Alarm> AuditAlarms::countUnknown(const Entry &entry)
{
    if (entry.outcome != QLatin1String("unknown_token"))
        return std::nullopt;
    if (m_unknown.size() >= MaxCallers && !m_unknown.contains(callerOf(entry)))
        m_unknown.clear();
    QList<Timestamp> &times = m_unknown[callerOf(entry)];
    times.removeIf([&entry](Timestamp time) { return time <= entry.at - BurstTime; });
    times.append(entry.at);
    if (times.size() < BurstSize)
        return std::nullopt;
    return Alarm {Kind::UnknownTokens, callerOf(entry), entry.application, entry.at, times.size(), filterFor(entry)};
}

Result<AuditAlarms::News> AuditAlarms::readAfter(Connection &reader, Id known)
{
    // Chosen here, not by SQL: so what is looked at has a bound, however few events matter.
    Statement query = reader.prepare("SELECT v.id, v.occurred_at, v.actor, v.outcome, va.name, v.details"
                                     " FROM audit_events v LEFT JOIN oauth_applications va"
                                     " ON v.actor LIKE 'client:%' AND va.domain_id = v.domain_id"
                                     " AND va.uid = substr(v.actor, 8) WHERE v.id > ? ORDER BY v.id LIMIT 4096");
    if (const Result<void> done = query.exec(known); !done)
        return done.error();
    News news;
    news.newest = known;
    while (query.next()) {
        news.newest = query.number(0);
        const QString outcome = query.text(3);
        if (outcome == QLatin1String("refused_foreign_token") || outcome == QLatin1String("unknown_token"))
            news.entries.append({query.number(1), query.text(2), outcome, query.text(4),
                                 AuditDetails(query.text(5)).text("source_ip")});
    }
    return news;
}

Result<Id> AuditAlarms::newest(Connection &reader)
{
    Statement query = reader.prepare("SELECT max(id) FROM audit_events");
    if (const Result<void> done = query.exec(); !done)
        return done.error();
    return query.next() ? query.number(0) : Id(0);
}

} // namespace Gatehouse
