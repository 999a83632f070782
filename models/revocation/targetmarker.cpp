#include "models/revocation/targetmarker.h"

#include "models/revocation/targetsql.h"
#include "models/store/store.h"

#include <QSqlQuery>

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
    const Result<bool> families = atOnce(QStringLiteral("token_families"), ended,
                                         u"(" % TargetSql::families(target) % u") AND t.ended_at IS NULL");
    if (!families || !*families)
        return families;
    const Result<bool> grants = atOnce(QStringLiteral("oauth_access_grants"), revoked,
                                       u"(" % TargetSql::grants(target) % u") AND t.revoked_at IS NULL");
    if (!grants || !*grants)
        return grants;
    if (target.consentsAlone) {
        const Result<void> parted = partFromConsents(target);
        if (!parted)
            return parted.error();
    }
    // Last: the others may be named by their consent.
    return atOnce(QStringLiteral("consents"), revoked % u", updated_at = " % m_now,
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

/// What stood on a consent knows it no longer, so its end is not theirs.
Result<void> TargetMarker::partFromConsents(const RevocationTarget &target)
{
    for (const char *table : {"oauth_access_tokens", "oauth_access_grants", "token_families"}) {
        const Result<qint64> parted
            = m_store.connection().change(u"UPDATE " % QLatin1String(table)
                                          % u" SET consent_id = NULL WHERE consent_id IN (SELECT t.id FROM consents t"
                                            " WHERE "
                                          % TargetSql::consents(target) % u" AND t.revoked_at IS NULL)");
        if (!parted)
            return parted.error();
    }
    return {};
}

/// In the order of the ids, so that no row is looked at twice.
Result<bool> TargetMarker::inSlices(const QString &table, const QString &assignments, const QString &condition)
{
    Id last = 0;
    for (;;) {
        const QString slice = u"SELECT t.id FROM " % table % u" t WHERE " % condition % u" AND t.id > "
            % QString::number(last) % u" ORDER BY t.id LIMIT " % QString::number(RowsAtOnce);
        Id next = 0;
        const Result<void> looked
            = m_store.connection().read(u"SELECT max(id) FROM (" % slice % u')',
                                        [&next](const QSqlQuery &row) { next = row.value(0).toLongLong(); });
        if (!looked)
            return looked.error();
        if (next == 0)
            return true;
        const Result<bool> goOn
            = atOnce(table, assignments,
                     condition % u" AND t.id > " % QString::number(last) % u" AND t.id <= " % QString::number(next));
        if (!goOn || !*goOn)
            return goOn;
        last = next;
    }
}

Result<bool> TargetMarker::atOnce(const QString &table, const QString &assignments, const QString &condition)
{
    if (condition.startsWith(u"(1 = 0)"))
        return true;
    const Result<qint64> marked
        = m_store.connection().change(u"UPDATE " % table % u" SET " % assignments % m_mark
                                      % u" WHERE id IN (SELECT t.id FROM " % table % u" t WHERE " % condition % u')');
    if (!marked)
        return marked.error();
    return m_step(*marked);
}

} // namespace Gatehouse
