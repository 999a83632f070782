#include "models/upkeep/purgesql.h"

#include <QStringList>

#include <numeric>

namespace Gatehouse {

namespace {

/// True where one of the moments is set and not after the limit; else false or NULL.
QString isPast(const QStringList &columns, Timestamp limit)
{
    QStringList all;
    for (const QString &column : columns)
        all.append(column % u" <= " % QString::number(limit));
    return u'(' % all.join(QLatin1String(" OR ")) % u')';
}

/// Both halves of the pair `t` are over.
QString pairIsOver(Timestamp limit)
{
    return u"(t.revoked_at <= " % QString::number(limit) % u" OR "
        % isPast({QStringLiteral("t.access_revoked_at"), QStringLiteral("t.expires_at")}, limit)
        % u" AND (t.refresh_token IS NULL OR "
        % isPast({QStringLiteral("t.refresh_revoked_at"), QStringLiteral("t.refresh_used_at"),
                  QStringLiteral("t.refresh_expires_at")},
                 limit)
        % u")) IS TRUE";
}

QString nothingRefersTo(const QString &column, const QStringList &tables)
{
    QStringList all;
    for (const QString &table : tables)
        all.append(u"NOT EXISTS (SELECT 1 FROM " % table % u" o WHERE o." % column % u" = r.id)");
    return all.join(QLatin1String(" AND "));
}

/// The row that an event is about, `kind`:ID, is gone or never was of this kind.
QString subjectIsGone(const QString &kind, const QString &table)
{
    return u"NOT (r.subject LIKE '" % kind % u":%' AND EXISTS (SELECT 1 FROM " % table
        % u" o WHERE o.id = CAST(substr(r.subject, " % QString::number(kind.size() + 2) % u") AS BIGINT)))";
}

const QString Tokens = QStringLiteral("oauth_access_tokens");
const QString Families = QStringLiteral("token_families");
const QString Grants = QStringLiteral("oauth_access_grants");
const QString Consents = QStringLiteral("consents");

QString loosePairIsOver(Timestamp limit)
{
    return u"r.family_id IS NULL AND " % pairIsOver(limit).replace(QLatin1String("t."), QLatin1String("r."));
}

/// Newest pair first: that is the one that may be alive.
QString familyIsOver(Timestamp limit)
{
    return u"r.created_at <= " % QString::number(limit) % u" AND coalesce(r.ended_at, 0) <= " % QString::number(limit)
        % u" AND (SELECT t.id FROM oauth_access_tokens t WHERE t.family_id = r.id AND (" % pairIsOver(limit)
        % u") IS FALSE ORDER BY t.id DESC LIMIT 1) IS NULL";
}

QString eventIsOver(Timestamp limit)
{
    return u"r.occurred_at <= " % QString::number(limit) % u" AND "
        % nothingRefersTo(QStringLiteral("revocation_id"), {Tokens, Families, Grants, Consents}) % u" AND "
        % subjectIsGone(QStringLiteral("token"), Tokens) % u" AND " % subjectIsGone(QStringLiteral("family"), Families)
        % u" AND " % subjectIsGone(QStringLiteral("grant"), Grants) % u" AND "
        % subjectIsGone(QStringLiteral("consent"), Consents);
}

} // namespace

qint64 PurgeCounts::total() const
{
    return std::accumulate(rows.begin(), rows.end(), qint64(0));
}

QList<PurgeRule> PurgeSql::rules(const PurgeLimits &limits)
{
    const QString grantIsOver = isPast({QStringLiteral("r.revoked_at"), QStringLiteral("r.expires_at")}, limits.ended)
        % u" AND " % nothingRefersTo(QStringLiteral("grant_id"), {Tokens, Families});
    const QString consentIsOver = isPast({QStringLiteral("r.revoked_at")}, limits.ended) % u" AND "
        % nothingRefersTo(QStringLiteral("consent_id"), {Tokens, Families, Grants});
    const QString sessionIsOver = isPast({QStringLiteral("r.ended_at"), QStringLiteral("r.expires_at")}, limits.ended)
        % u" AND " % nothingRefersTo(QStringLiteral("session_id"), {Tokens, Grants});
    QList<PurgeRule> rules {{PurgeKind::Pairs, Table::AccessTokens, Tokens, loosePairIsOver(limits.ended)},
                            {PurgeKind::Families, Table::TokenFamilies, Families, familyIsOver(limits.ended)},
                            {PurgeKind::Codes, Table::AccessGrants, Grants, grantIsOver},
                            {PurgeKind::Consents, Table::Consents, Consents, consentIsOver},
                            {PurgeKind::Sessions, std::nullopt, QStringLiteral("browser_sessions"), sessionIsOver}};
    if (limits.events != 0)
        rules.append(
            {PurgeKind::Events, Table::AuditEvents, QStringLiteral("audit_events"), eventIsOver(limits.events)});
    return rules;
}

} // namespace Gatehouse
