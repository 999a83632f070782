#include "models/revocation/targetmarker.h"

#include "models/revocation/targetsql.h"
#include "models/store/store.h"

namespace Gatehouse {

namespace {

/// One half ends alone: the row ends with it where the other half is not there or over.
QString halfAlone(const char *half, const char *otherIsOver, const QString &now)
{
    const QString column = QLatin1String(half) % u"_revoked_at";
    return u"revoked_at = CASE WHEN " % QLatin1String(otherIsOver) % u" THEN " % now % u" END, " % column % u" = "
        % now;
}

} // namespace

TargetMarker::TargetMarker(Store &store, Id revocation, Timestamp now, Step step)
    : m_store(store)
    , m_mark(u", revocation_id = " % QString::number(revocation))
    , m_now(QString::number(now))
    , m_step(std::move(step))
{ }

Result<bool> TargetMarker::mark(const RevocationTarget &target)
{
    const QString revoked = u"revoked_at = " % m_now;
    const QString ended = u"ended_at = " % m_now % u", end_reason = 'revoked'";
    const Result<bool> tokens = markTokens(target);
    if (!tokens || !*tokens)
        return tokens;
    const Result<bool> families = inSlices(QStringLiteral("token_families"), ended,
                                           u"(" % TargetSql::families(target) % u") AND t.ended_at IS NULL");
    if (!families || !*families)
        return families;
    const Result<bool> grants = inSlices(QStringLiteral("oauth_access_grants"), revoked,
                                         u"(" % TargetSql::grants(target) % u") AND t.revoked_at IS NULL");
    if (!grants || !*grants)
        return grants;
    // Last: the others may be named by their consent.
    return inSlices(QStringLiteral("consents"), revoked % u", updated_at = " % m_now,
                    u"(" % TargetSql::consents(target) % u") AND t.revoked_at IS NULL");
}

Result<bool> TargetMarker::markTokens(const RevocationTarget &target)
{
    const QString table = QStringLiteral("oauth_access_tokens");
    const QString which = u"(" % TargetSql::tokens(target) % u") AND t.revoked_at IS NULL";
    if (target.withConsents || (target.access && target.refresh))
        return inSlices(table, u"revoked_at = " % m_now, which);
    if (target.access)
        return inSlices(table, halfAlone("access", "refresh_token IS NULL OR refresh_revoked_at IS NOT NULL", m_now),
                        which % u" AND t.access_revoked_at IS NULL");
    if (target.refresh)
        return inSlices(table, halfAlone("refresh", "access_revoked_at IS NOT NULL", m_now),
                        which % u" AND t.refresh_token IS NOT NULL AND t.refresh_revoked_at IS NULL");
    return true;
}

/// What is marked no longer fits the condition, so each slice finds the next rows.
Result<bool> TargetMarker::inSlices(const QString &table, const QString &assignments, const QString &condition)
{
    if (condition.startsWith(u"(1 = 0)"))
        return true;
    const QString sql = u"UPDATE " % table % u" SET " % assignments % m_mark % u" WHERE id IN (SELECT t.id FROM "
        % table % u" t WHERE " % condition % u" LIMIT " % QString::number(RowsAtOnce) % u')';
    for (;;) {
        const Result<qint64> marked = m_store.connection().change(sql);
        if (!marked)
            return marked.error();
        if (!m_step(*marked))
            return false;
        if (*marked < RowsAtOnce)
            return true;
    }
}

} // namespace Gatehouse
