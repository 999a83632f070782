#include "models/lineage/lineagereader.h"

#include "models/lineage/lineagepair.h"
#include "models/lineage/lineagerow.h"

#include <QHash>

#include <algorithm>

namespace Gatehouse {

namespace {

/// The pairs of a family or code, and one that may have neither.
constexpr char PairKeys[] = "(SELECT id FROM oauth_access_tokens WHERE family_id = ?"
                            " UNION SELECT id FROM oauth_access_tokens WHERE grant_id = ?"
                            " UNION SELECT CAST(? AS BIGINT))";

} // namespace

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
    static const QByteArray sql = QByteArray("SELECT t.ended_at, t.end_reason") + LineageRow::EventColumns
        + " FROM token_families t" + LineageRow::EventJoin + LineageRow::EventActorJoin + " WHERE t.id = ?";
    Statement query = m_connection.prepare(sql.constData());
    if (const Result<void> done = query.exec(family); !done || !query.next())
        return done;
    LineageRow row {query};
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
        + LineageRow::FactColumns + LineageRow::RequestColumns + LineageRow::EventColumns
        + " FROM oauth_access_grants t JOIN identity_domains d ON d.id = t.domain_id"
          " LEFT JOIN oauth_applications a ON a.id = t.application_id LEFT JOIN users u ON u.id = t.resource_owner_id"
          " LEFT JOIN consents c ON c.id = t.consent_id"
        + LineageRow::RequestJoin + LineageRow::EventJoin + LineageRow::EventActorJoin + " WHERE t.id = ?";
    Statement query = m_connection.prepare(sql.constData());
    if (const Result<void> done = query.exec(grant); !done)
        return done.error();
    if (!query.next())
        return Id(0);
    LineageRow row {query};
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
    static const QByteArray sql = QByteArray("SELECT ") + LineagePair::Columns + LineageRow::FactColumns
        + LineageRow::RequestColumns + LineageRow::EventColumns + ' ' + activityJoins().toLatin1()
        + LineageRow::RequestJoin + LineageRow::EventJoin + LineageRow::EventActorJoin + " WHERE t.id IN " + PairKeys
        + " ORDER BY t.id DESC LIMIT " + QByteArray::number(Lineage::MaxPairs);
    static const QByteArray countSql = QByteArray("SELECT count(*) FROM ") + PairKeys + " AS pairs";
    Statement counting = m_connection.prepare(countSql.constData());
    if (const Result<void> done = counting.exec(family, grant, token); !done || !counting.next())
        return done;
    const qint64 all = counting.number(0) - (token ? 0 : 1); // the number 0 is none
    Statement query = m_connection.prepare(sql.constData());
    if (const Result<void> done = query.exec(family, grant, token); !done)
        return done;
    QList<LineagePair> pairs; // newest first
    while (query.next())
        pairs.append(LineagePair::read(query, m_now));
    lineage.omittedPairs = std::max<qint64>(0, all - pairs.size());
    QHash<Id, int> generations;
    for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair) {
        const int generation = generations.value(pair->parent, int(lineage.omittedPairs)) + 1;
        generations.insert(pair->access.id, generation);
        pair->access.generation = pair->refresh.generation = generation;
        if (pair->hasRefreshToken())
            lineage.steps.append(pair->refresh);
        lineage.steps.append(pair->access);
    }
    return {};
}

Result<void> LineageReader::readMisuses(Id family, Id grant, Lineage &lineage)
{
    // By the index on exactly these two actions.
    static const QByteArray sql = QByteArray("SELECT 0") + LineageRow::EventColumns + " FROM audit_events v"
        + LineageRow::EventActorJoin
        + " WHERE v.action IN ('token.reuse_detected', 'grant.replayed') AND v.subject IN (?, ?)"
          " ORDER BY v.id DESC LIMIT 50";
    Statement query = m_connection.prepare(sql.constData());
    const Result<void> done
        = query.exec(QString(u"family:" % QString::number(family)), QString(u"grant:" % QString::number(grant)));
    if (!done)
        return done;
    while (query.next()) {
        LineageRow row {query, 1};
        lineage.misuses.prepend(*row.event());
    }
    return {};
}

} // namespace Gatehouse
