#include "models/revocation/targetsql.h"

namespace Gatehouse {

namespace {

const QString Nothing = QStringLiteral("1 = 0");

QString among(const QString &column, const QList<Id> &ids)
{
    QStringList numbers;
    numbers.reserve(ids.size());
    for (const Id id : ids)
        numbers.append(QString::number(id));
    return column % u" IN (" % numbers.join(u',') % u')';
}

QString equals(const QString &column, Id id)
{
    return column % u" = " % QString::number(id);
}

QString literal(QString text)
{
    return u'\'' % text.replace(u'\'', QLatin1String("''")) % u'\'';
}

/// What every table has.
QStringList common(const RevocationTarget &target)
{
    QStringList all {equals(QStringLiteral("t.domain_id"), target.domain)};
    if (target.application != 0)
        all.append(equals(QStringLiteral("t.application_id"), target.application));
    if (target.user != 0)
        all.append(equals(QStringLiteral("t.resource_owner_id"), target.user));
    if (target.issuedBefore != 0)
        all.append(u"t.created_at < " % QString::number(target.issuedBefore));
    return all;
}

void addScope(QStringList &all, const RevocationTarget &target)
{
    if (!target.scope.isEmpty())
        all.append(u"instr(' ' || t.scopes || ' ', " % literal(u' ' % target.scope % u' ') % u") > 0");
}

void addResource(QStringList &all, const RevocationTarget &target)
{
    if (target.resource)
        all.append(u"t.consent_id IN (SELECT id FROM consents WHERE "
                   % equals(QStringLiteral("domain_id"), target.domain) % u" AND resource = "
                   % literal(*target.resource) % u')');
}

QString issuedFrom(const QString &grants)
{
    return u"(t.grant_id IN (" % grants % u") OR t.family_id IN (SELECT id FROM token_families WHERE grant_id IN ("
        % grants % u")))";
}

QString grantsOfSession(Id session)
{
    return u"SELECT id FROM oauth_access_grants WHERE " % equals(QStringLiteral("session_id"), session);
}

QString selectGrants(const QList<Id> &grants)
{
    return u"SELECT id FROM oauth_access_grants WHERE " % among(QStringLiteral("id"), grants);
}

/// Whether the tokens of a consent that goes are not all named by the target itself.
bool reachesBeyondItself(const RevocationTarget &target)
{
    return target.withConsents
        && !(target.tokens.isEmpty() && target.grants.isEmpty() && target.families.isEmpty() && target.session == 0
             && target.scope.isEmpty() && target.issuedBefore == 0);
}

QString withConsents(const QString &condition, const RevocationTarget &target)
{
    if (!reachesBeyondItself(target))
        return condition;
    const QString ofConsents
        = u"t.consent_id IN (SELECT t.id FROM consents t WHERE " % TargetSql::consents(target) % u")";
    // Beside a condition that never holds no index would be used for the other.
    return condition == Nothing ? ofConsents : QString(u"((" % condition % u") OR " % ofConsents % u')');
}

QString namedTokens(const RevocationTarget &target)
{
    QStringList all = common(target);
    if (!target.tokens.isEmpty())
        all.append(among(QStringLiteral("t.id"), target.tokens));
    if (!target.families.isEmpty())
        all.append(among(QStringLiteral("t.family_id"), target.families));
    if (!target.consents.isEmpty())
        all.append(among(QStringLiteral("t.consent_id"), target.consents));
    if (!target.grants.isEmpty())
        all.append(issuedFrom(selectGrants(target.grants)));
    if (target.session != 0)
        all.append(u'(' % equals(QStringLiteral("t.session_id"), target.session) % u" OR "
                   % issuedFrom(grantsOfSession(target.session)) % u')');
    addScope(all, target);
    addResource(all, target);
    return all.join(QLatin1String(" AND "));
}

} // namespace

QString TargetSql::tokens(const RevocationTarget &target)
{
    return withConsents(namedTokens(target), target);
}

QString TargetSql::grants(const RevocationTarget &target)
{
    if (!target.codes || !target.tokens.isEmpty() || !target.families.isEmpty())
        return target.withConsents ? withConsents(Nothing, target) : Nothing;
    QStringList all = common(target);
    if (!target.grants.isEmpty())
        all.append(among(QStringLiteral("t.id"), target.grants));
    if (!target.consents.isEmpty())
        all.append(among(QStringLiteral("t.consent_id"), target.consents));
    if (target.session != 0)
        all.append(equals(QStringLiteral("t.session_id"), target.session));
    addScope(all, target);
    addResource(all, target);
    return withConsents(all.join(QLatin1String(" AND ")), target);
}

QString TargetSql::consents(const RevocationTarget &target)
{
    if (!target.withConsents && !target.consentsAlone)
        return Nothing;
    QStringList all = common(target);
    if (!target.consents.isEmpty())
        all.append(among(QStringLiteral("t.id"), target.consents));
    addScope(all, target);
    if (target.resource)
        all.append(u"t.resource = " % literal(*target.resource));
    // Named, for what % yields refers to what is gone by then.
    const auto consentsOf = [](const QString &table, const QString &condition) -> QString {
        return u"t.id IN (SELECT consent_id FROM " % table % u" WHERE " % condition % u')';
    };
    if (!target.tokens.isEmpty())
        all.append(consentsOf(QStringLiteral("oauth_access_tokens"), among(QStringLiteral("id"), target.tokens)));
    if (!target.families.isEmpty())
        all.append(consentsOf(QStringLiteral("token_families"), among(QStringLiteral("id"), target.families)));
    if (!target.grants.isEmpty())
        all.append(consentsOf(QStringLiteral("oauth_access_grants"), among(QStringLiteral("id"), target.grants)));
    if (target.session != 0)
        all.append(
            consentsOf(QStringLiteral("oauth_access_grants"), equals(QStringLiteral("session_id"), target.session)));
    return all.join(QLatin1String(" AND "));
}

QString TargetSql::families(const RevocationTarget &target)
{
    const bool meansSome = !target.tokens.isEmpty() || !target.scope.isEmpty() || target.issuedBefore != 0;
    if (!target.refresh || meansSome)
        return target.withConsents ? withConsents(Nothing, target) : Nothing;
    QStringList all = common(target);
    if (!target.families.isEmpty())
        all.append(among(QStringLiteral("t.id"), target.families));
    if (!target.consents.isEmpty())
        all.append(among(QStringLiteral("t.consent_id"), target.consents));
    if (!target.grants.isEmpty())
        all.append(among(QStringLiteral("t.grant_id"), target.grants));
    if (target.session != 0)
        all.append(u"t.grant_id IN (" % grantsOfSession(target.session) % u')');
    addResource(all, target);
    return withConsents(all.join(QLatin1String(" AND ")), target);
}

QString TargetSql::anyOf(QStringList conditions)
{
    conditions.removeDuplicates();
    conditions.removeAll(Nothing); // beside it no index would be used for the others
    if (conditions.isEmpty())
        return Nothing;
    for (QString &condition : conditions)
        condition = u'(' % condition % u')';
    while (conditions.size() > 1) {
        QStringList pairs;
        for (qsizetype i = 0; i + 1 < conditions.size(); i += 2)
            pairs.append(u'(' % conditions.at(i) % u" OR " % conditions.at(i + 1) % u')');
        if (conditions.size() % 2 != 0)
            pairs.append(conditions.constLast());
        conditions = pairs;
    }
    return conditions.constFirst();
}

} // namespace Gatehouse
