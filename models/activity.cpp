#include "models/activity.h"

namespace Gatehouse {

namespace {

/// Nobody it depends on has been disabled, withdrawn, or cut off by a not-before.
QString unimpairedCondition()
{
    return QStringLiteral(" AND c.revoked_at IS NULL"
                          " AND a.enabled IS NOT FALSE"
                          " AND u.enabled IS NOT FALSE"
                          " AND t.created_at >= coalesce(d.not_before, 0)"
                          " AND t.created_at >= coalesce(a.not_before, 0)"
                          " AND t.created_at >= coalesce(u.not_before, 0)"
                          " AND t.created_at >= coalesce(c.not_before, 0)");
}

} // namespace

Activity activityOf(const ActivityFacts &facts, Timestamp now)
{
    if (facts.revokedAt)
        return Activity::Revoked;
    if (facts.isRefreshToken && facts.usedAt)
        return Activity::RotatedOut;
    if (facts.isRefreshToken && facts.familyEndedAt)
        return Activity::FamilyEnded;
    if (facts.consentRevokedAt)
        return Activity::ConsentWithdrawn;
    if (!facts.applicationEnabled)
        return Activity::ApplicationDisabled;
    if (!facts.userEnabled)
        return Activity::UserDisabled;
    if (facts.issuedAt < facts.notBefore)
        return Activity::NotBefore;
    if (facts.expiresAt && facts.expiresAt <= now)
        return Activity::Expired;
    return Activity::Active;
}

QString activeTokenCondition()
{
    return QStringLiteral("t.revoked_at IS NULL AND t.access_revoked_at IS NULL"
                          " AND (t.expires_at IS NULL OR t.expires_at > ?)")
        + unimpairedCondition();
}

QString activeRefreshTokenCondition()
{
    return QStringLiteral("t.refresh_token IS NOT NULL AND t.revoked_at IS NULL AND t.refresh_revoked_at IS NULL"
                          " AND t.refresh_used_at IS NULL AND f.ended_at IS NULL"
                          " AND (t.refresh_expires_at IS NULL OR t.refresh_expires_at > ?)")
        + unimpairedCondition();
}

QString activeGrantCondition()
{
    return QStringLiteral("t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ?)")
        + unimpairedCondition();
}

QString activityJoins()
{
    return QStringLiteral("FROM oauth_access_tokens t"
                          " JOIN identity_domains d ON d.id = t.domain_id"
                          " LEFT JOIN oauth_applications a ON a.id = t.application_id"
                          " LEFT JOIN users u ON u.id = t.resource_owner_id"
                          " LEFT JOIN consents c ON c.id = t.consent_id"
                          " LEFT JOIN token_families f ON f.id = t.family_id");
}

} // namespace Gatehouse
