#include "models/lineage/lineagereader.h"

#include "models/audit/auditdetails.h"

#include <QHash>

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr char RequestColumns[] = ", e.id, e.method, e.path, e.status, e.peer";
constexpr char RequestJoin[] = " LEFT JOIN exchanges e ON e.id = t.exchange_id";
constexpr char EventColumns[] = ", v.id, v.occurred_at, v.actor, va.name, v.action, v.outcome, v.details, v.reason";
constexpr char EventJoin[] = " LEFT JOIN audit_events v ON v.id = t.revocation_id";
constexpr char EventActorJoin[] = " LEFT JOIN oauth_applications va ON v.actor LIKE 'client:%'"
                                  " AND va.domain_id = v.domain_id AND va.uid = substr(v.actor, 8)";

/// The pairs of a family or code, and one that may have neither.
constexpr char PairKeys[] = "(SELECT id FROM oauth_access_tokens WHERE family_id = ?"
                            " UNION SELECT id FROM oauth_access_tokens WHERE grant_id = ?"
                            " UNION SELECT CAST(? AS BIGINT))";

/// The earlier of two times of which 0 means never.
Timestamp earlier(Timestamp one, Timestamp other)
{
    return one && other ? std::min(one, other) : std::max(one, other);
}

bool isBefore(Timestamp one, Timestamp other)
{
    return one && (!other || one < other);
}

/// A pair names one event. Where its halves ended at two times, it tells of the one that it is nearer to.
bool tellsOf(const LineageEvent &event, const LineageStep &half, const LineageStep &other)
{
    return half.endedAt && (!other.endedAt || qAbs(half.endedAt - event.at) <= qAbs(other.endedAt - event.at));
}

} // namespace

/// The cells of a row from left to right.
struct LineageReader::Row
{
    const Statement &statement;
    int at = 0;

    qint64 number() { return statement.number(at++); }
    QString text() { return statement.text(at++); }
    bool flag() { return statement.flag(at++); }

    std::optional<LineageRequest> request()
    {
        LineageRequest request;
        request.id = number();
        request.method = text();
        request.path = text();
        request.status = int(number());
        request.peer = text();
        return request.id ? std::optional(request) : std::nullopt;
    }

    std::optional<LineageEvent> event()
    {
        LineageEvent event;
        event.id = number();
        event.at = number();
        event.actor = text();
        event.application = text();
        event.action = text();
        event.outcome = text();
        event.level = AuditDetails(text()).text("level");
        event.reason = text();
        return event.id ? std::optional(event) : std::nullopt;
    }

    /// What codes and both halves of a pair share.
    ActivityFacts facts()
    {
        ActivityFacts facts;
        facts.applicationEnabled = flag();
        facts.userEnabled = flag();
        facts.consentRevokedAt = number();
        for (int each = 0; each < 4; ++each)
            facts.notBefore = std::max(facts.notBefore, number());
        return facts;
    }
    static constexpr char FactColumns[] = ", a.enabled IS NOT FALSE, u.enabled IS NOT FALSE, c.revoked_at,"
                                          " d.not_before, a.not_before, u.not_before, c.not_before";
};

LineageReader::LineageReader(Connection &connection, Timestamp now)
    : m_connection(connection)
    , m_now(now)
{ }

Result<std::optional<LineageReader::Origin>> LineageReader::originOf(Id token)
{
    Statement query
        = m_connection.prepare("SELECT t.family_id, coalesce(t.grant_id, f.grant_id), t.session_id"
                               " FROM oauth_access_tokens t LEFT JOIN token_families f ON f.id = t.family_id"
                               " WHERE t.id = ?");
    if (const Result<void> done = query.exec(token); !done)
        return done.error();
    if (!query.next())
        return std::optional<Origin>();
    return std::optional(Origin {query.number(0), query.number(1), query.number(2)});
}

Result<Id> LineageReader::familyOf(Id grant)
{
    Statement query = m_connection.prepare("SELECT id FROM token_families WHERE grant_id = ? ORDER BY id LIMIT 1");
    if (const Result<void> done = query.exec(grant); !done)
        return done.error();
    return query.next() ? query.number(0) : Id(0);
}

Result<void> LineageReader::readFamily(Id family, Lineage &lineage)
{
    static const QByteArray sql = QByteArray("SELECT t.ended_at, t.end_reason") + EventColumns
        + " FROM token_families t" + EventJoin + EventActorJoin + " WHERE t.id = ?";
    Statement query = m_connection.prepare(sql.constData());
    if (const Result<void> done = query.exec(family); !done || !query.next())
        return done;
    Row row {query};
    lineage.family = family;
    lineage.familyEndedAt = row.number();
    lineage.familyEndReason = row.text();
    lineage.familyEnd = row.event();
    return {};
}

Result<void> LineageReader::readLogin(Id session, Lineage &lineage)
{
    Statement query = m_connection.prepare("SELECT s.id, u.email, s.created_at, s.expires_at, s.ended_at"
                                           " FROM browser_sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ?");
    if (const Result<void> done = query.exec(session); !done || !query.next())
        return done;
    LineageStep login;
    login.kind = LineageStep::Kind::Login;
    login.id = query.number(0);
    login.name = query.text(1);
    login.at = query.number(2);
    login.expiresAt = query.number(3);
    login.endedAt = query.number(4);
    ActivityFacts facts;
    facts.expiresAt = login.expiresAt;
    facts.revokedAt = login.endedAt;
    login.activity = activityOf(facts, m_now);
    lineage.steps.prepend(login);
    return {};
}

Result<Id> LineageReader::readCode(Id grant, Lineage &lineage)
{
    static const QByteArray sql
        = QByteArray("SELECT t.id, t.token, t.created_at, t.expires_at, t.revoked_at, t.replayed_at, t.session_id")
        + Row::FactColumns + RequestColumns + EventColumns
        + " FROM oauth_access_grants t JOIN identity_domains d ON d.id = t.domain_id"
          " LEFT JOIN oauth_applications a ON a.id = t.application_id LEFT JOIN users u ON u.id = t.resource_owner_id"
          " LEFT JOIN consents c ON c.id = t.consent_id"
        + RequestJoin + EventJoin + EventActorJoin + " WHERE t.id = ?";
    Statement query = m_connection.prepare(sql.constData());
    if (const Result<void> done = query.exec(grant); !done)
        return done.error();
    if (!query.next())
        return Id(0);
    Row row {query};
    LineageStep code;
    code.kind = LineageStep::Kind::Code;
    code.id = row.number();
    code.name = row.text();
    code.at = row.number();
    code.expiresAt = row.number();
    code.endedAt = row.number();
    lineage.replayedAt = row.number();
    const Id session = row.number();
    ActivityFacts facts = row.facts();
    facts.issuedAt = code.at;
    facts.expiresAt = code.expiresAt;
    facts.revokedAt = code.endedAt;
    code.activity = activityOf(facts, m_now);
    code.request = row.request();
    code.end = row.event();
    lineage.steps.append(code);
    return session;
}

Result<void> LineageReader::readPairs(Id family, Id grant, Id token, Lineage &lineage)
{
    static const QByteArray sql
        = QByteArray("SELECT t.id, t.parent_id, t.token, t.refresh_token, t.created_at, t.expires_at,"
                     " t.refresh_expires_at, t.revoked_at, t.access_revoked_at, t.refresh_revoked_at,"
                     " t.refresh_used_at, f.ended_at")
        + Row::FactColumns + RequestColumns + EventColumns + ' ' + activityJoins().toLatin1() + RequestJoin + EventJoin
        + EventActorJoin + " WHERE t.id IN " + PairKeys + " ORDER BY t.id DESC LIMIT "
        + QByteArray::number(Lineage::MaxPairs);
    static const QByteArray countSql = QByteArray("SELECT count(*) FROM ") + PairKeys + " AS pairs";
    Statement counting = m_connection.prepare(countSql.constData());
    if (const Result<void> done = counting.exec(family, grant, token); !done || !counting.next())
        return done;
    const qint64 all = counting.number(0) - (token ? 0 : 1); // the number 0 is none
    Statement query = m_connection.prepare(sql.constData());
    if (const Result<void> done = query.exec(family, grant, token); !done)
        return done;
    QList<std::pair<Id, QList<LineageStep>>> pairs; // with their parents, newest first
    while (query.next()) {
        Row row {query};
        LineageStep access;
        access.id = row.number();
        const Id parent = row.number();
        access.name = row.text();
        LineageStep refresh = access;
        refresh.kind = LineageStep::Kind::Refresh;
        refresh.name = row.text();
        access.at = refresh.at = row.number();
        access.expiresAt = row.number();
        refresh.expiresAt = row.number();
        const Timestamp pairEnded = row.number();
        const Timestamp accessEnded = row.number();
        const Timestamp refreshEnded = row.number();
        refresh.usedAt = row.number();
        const Timestamp familyEnded = row.number();
        ActivityFacts facts = row.facts();
        facts.issuedAt = access.at;
        access.endedAt = facts.revokedAt = earlier(pairEnded, accessEnded);
        facts.expiresAt = access.expiresAt;
        access.activity = activityOf(facts, m_now);
        refresh.endedAt = facts.revokedAt = earlier(pairEnded, refreshEnded);
        facts.expiresAt = refresh.expiresAt;
        facts.isRefreshToken = true;
        facts.usedAt = refresh.usedAt;
        facts.familyEndedAt = familyEnded;
        refresh.activity = activityOf(facts, m_now);
        access.request = refresh.request = row.request();
        const std::optional<LineageEvent> end = row.event();
        access.endedAlone = isBefore(access.endedAt, refresh.endedAt) && !refresh.name.isEmpty();
        refresh.endedAlone = isBefore(refresh.endedAt, access.endedAt);
        access.end = end && tellsOf(*end, access, refresh) ? end : std::nullopt;
        refresh.end = end && tellsOf(*end, refresh, access) ? end : std::nullopt;
        pairs.append({parent, refresh.name.isEmpty() ? QList {access} : QList {refresh, access}});
    }
    lineage.omittedPairs = std::max<qint64>(0, all - pairs.size());
    QHash<Id, int> generations;
    for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair) {
        const int generation = generations.value(pair->first, int(lineage.omittedPairs)) + 1;
        generations.insert(pair->second.first().id, generation);
        for (LineageStep &step : pair->second) {
            step.generation = generation;
            lineage.steps.append(step);
        }
    }
    return {};
}

Result<void> LineageReader::readMisuses(Id family, Id grant, Lineage &lineage)
{
    // By the index on exactly these two actions.
    static const QByteArray sql = QByteArray("SELECT 0") + EventColumns + " FROM audit_events v" + EventActorJoin
        + " WHERE v.action IN ('token.reuse_detected', 'grant.replayed') AND v.subject IN (?, ?)"
          " ORDER BY v.id DESC LIMIT 50";
    Statement query = m_connection.prepare(sql.constData());
    const Result<void> done
        = query.exec(QString(u"family:" % QString::number(family)), QString(u"grant:" % QString::number(grant)));
    if (!done)
        return done;
    while (query.next()) {
        Row row {query, 1};
        lineage.misuses.prepend(*row.event());
    }
    return {};
}

} // namespace Gatehouse
