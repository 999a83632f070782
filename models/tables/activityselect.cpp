#include "models/tables/activityselect.h"

#include <algorithm>

namespace Gatehouse {

QString ActivitySelect::columns()
{
    return QStringLiteral(
        "t.created_at, t.expires_at, coalesce(t.revoked_at, t.access_revoked_at), c.revoked_at, a.enabled, u.enabled,"
        " d.not_before, a.not_before, u.not_before, c.not_before");
}

QString ActivitySelect::owner()
{
    return QStringLiteral("coalesce(u.email, '#' || t.resource_owner_id)");
}

ActivityFacts ActivitySelect::facts(const QVariantList &row)
{
    const auto number = [&row](Column column) { return row.at(column).toLongLong(); };
    const auto flag = [&row](Column column) { return row.at(column).isNull() || row.at(column).toBool(); };
    ActivityFacts facts;
    facts.issuedAt = number(CreatedAt);
    facts.expiresAt = number(ExpiresAt);
    facts.revokedAt = number(RevokedAt);
    facts.consentRevokedAt = number(ConsentRevokedAt);
    facts.applicationEnabled = flag(ApplicationEnabled);
    facts.userEnabled = flag(UserEnabled);
    facts.notBefore = std::max(
        {number(DomainNotBefore), number(ApplicationNotBefore), number(UserNotBefore), number(ConsentNotBefore)});
    return facts;
}

FilterChoice ActivitySelect::active()
{
    return {QStringLiteral("active"), activeTokenCondition(), 1};
}

FilterChoice ActivitySelect::expired()
{
    // At time 0 nothing has expired: what the predicate then refuses is over for another reason.
    const QString otherwiseActive = activeTokenCondition().replace(u'?', u'0');
    return {QStringLiteral("expired"), u"t.expires_at <= ? AND " % otherwiseActive, 1};
}

} // namespace Gatehouse
