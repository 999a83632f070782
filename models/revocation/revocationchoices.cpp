#include "models/revocation/revocationchoices.h"

#include "models/store/connection.h"

#include <QMap>
#include <QSqlQuery>

#include <algorithm>

namespace Gatehouse {

namespace {

using Kind = RevocationPick::Kind;
using Reach = RevocationReach;

/// What the picked rows of one domain belong to.
struct Kin
{
    QList<Id> rows;
    QList<Id> families;
    QList<Id> consents;
};
using KinByDomain = QMap<Id, Kin>;

void addOnce(QList<Id> &ids, Id id)
{
    if (id != 0 && !ids.contains(id))
        ids.append(id);
}

QString tableOf(Kind kind)
{
    switch (kind) {
    case Kind::Tokens:
        return QStringLiteral("oauth_access_tokens");
    case Kind::Grants:
        return QStringLiteral("oauth_access_grants");
    case Kind::Consents:
        return QStringLiteral("consents");
    case Kind::Application:
        return QStringLiteral("oauth_applications");
    case Kind::User:
        return QStringLiteral("users");
    case Kind::Domain:
        break;
    }
    return QStringLiteral("identity_domains");
}

Result<KinByDomain> kinOf(Connection &connection, const RevocationPick &pick)
{
    QStringList ids;
    for (const Id id : pick.ids)
        ids.append(QString::number(id));
    const bool isDomain = pick.kind == Kind::Domain;
    const bool isIssued = pick.kind == Kind::Tokens || pick.kind == Kind::Grants;
    const QString family = pick.kind == Kind::Tokens ? QStringLiteral("family_id") : QStringLiteral("0");
    const QString sql = u"SELECT " % (isDomain ? QLatin1String("id") : QLatin1String("domain_id")) % u", id, " % family
        % u", " % (isIssued ? QLatin1String("consent_id") : QLatin1String("0")) % u" FROM " % tableOf(pick.kind)
        % u" WHERE id IN (" % ids.join(u',') % u')';
    KinByDomain all;
    const Result<void> done = connection.read(sql, [&all](const QSqlQuery &row) {
        Kin &kin = all[row.value(0).toLongLong()];
        kin.rows.append(row.value(1).toLongLong());
        addOnce(kin.families, row.value(2).toLongLong());
        addOnce(kin.consents, row.value(3).toLongLong());
    });
    if (!done)
        return done.error();
    return all;
}

RevocationTarget inDomain(Id domain)
{
    RevocationTarget target;
    target.domain = domain;
    return target;
}

RevocationTarget tokensTarget(Id domain, const Kin &kin, bool access, bool refresh)
{
    RevocationTarget target = inDomain(domain);
    target.tokens = kin.rows;
    target.access = access;
    target.refresh = refresh;
    target.codes = false;
    return target;
}

void addFamilies(RevocationTargets &targets, Id domain, const Kin &kin, bool access)
{
    if (kin.families.isEmpty())
        return;
    RevocationTarget target = inDomain(domain);
    target.families = kin.families;
    target.access = access;
    target.codes = false;
    targets.append(target);
}

void addConsents(RevocationTargets &targets, Id domain, const QList<Id> &consents)
{
    if (consents.isEmpty())
        return;
    RevocationTarget target = inDomain(domain);
    target.consents = consents;
    target.withConsents = true;
    targets.append(target);
}

void addTokens(RevocationTargets &targets, Reach reach, Id domain, const Kin &kin)
{
    if (reach == Reach::Consent)
        addConsents(targets, domain, kin.consents);
    targets.append(tokensTarget(domain, kin, true, reach != Reach::AccessTokens));
    if (reach != Reach::AccessTokens)
        addFamilies(targets, domain, kin, reach != Reach::RefreshTokensToo);
}

void addGrants(RevocationTargets &targets, Reach reach, Id domain, const Kin &kin)
{
    if (reach == Reach::Consent)
        addConsents(targets, domain, kin.consents);
    RevocationTarget target = inDomain(domain);
    target.grants = kin.rows;
    target.access = target.refresh = reach != Reach::Code;
    targets.append(target);
}

/// A consent, application, user or domain.
void addAllOf(RevocationTargets &targets, Kind kind, Reach reach, Id domain, const Kin &kin)
{
    RevocationTarget target = inDomain(domain);
    if (kind == Kind::Consents)
        target.consents = kin.rows;
    if (kind == Kind::Application)
        target.application = kin.rows.constFirst();
    if (kind == Kind::User)
        target.user = kin.rows.constFirst();
    target.withConsents = reach == Reach::Consent;
    target.consentsAlone = reach == Reach::ConsentAlone;
    target.access = target.refresh = target.codes = reach != Reach::ConsentAlone;
    targets.append(target);
}

QList<Reach> reachesOf(Kind kind)
{
    switch (kind) {
    case Kind::Tokens:
        return {Reach::AccessTokens, Reach::RefreshTokensToo, Reach::Family, Reach::Consent};
    case Kind::Grants:
        return {Reach::Code, Reach::CodeAndIssued, Reach::Consent};
    case Kind::Consents:
        return {Reach::ConsentAlone, Reach::Everything, Reach::Consent};
    case Kind::Application:
    case Kind::User:
    case Kind::Domain:
        break;
    }
    return {Reach::Everything, Reach::Consent};
}

} // namespace

Result<QList<RevocationChoice>> choicesFor(Connection &connection, const RevocationPick &pick)
{
    const Result<KinByDomain> kin = kinOf(connection, pick);
    if (!kin)
        return kin.error();
    const bool hasConsents
        = std::any_of(kin->begin(), kin->end(), [](const Kin &each) { return !each.consents.isEmpty(); });
    const bool isIssued = pick.kind == Kind::Tokens || pick.kind == Kind::Grants;
    QList<RevocationChoice> choices;
    for (const Reach reach : kin->isEmpty() ? QList<Reach>() : reachesOf(pick.kind)) {
        if (reach == Reach::Consent && isIssued && !hasConsents)
            continue;
        RevocationChoice choice {reach, {}};
        for (auto each = kin->begin(); each != kin->end(); ++each) {
            if (pick.kind == Kind::Tokens)
                addTokens(choice.targets, reach, each.key(), *each);
            else if (pick.kind == Kind::Grants)
                addGrants(choice.targets, reach, each.key(), *each);
            else
                addAllOf(choice.targets, pick.kind, reach, each.key(), *each);
        }
        choices.append(choice);
    }
    return choices;
}

Reach proposedReach(Kind kind)
{
    switch (kind) {
    case Kind::Tokens:
        return Reach::Family;
    case Kind::Grants:
        return Reach::CodeAndIssued;
    case Kind::Consents:
        return Reach::Consent;
    case Kind::Application:
    case Kind::User:
    case Kind::Domain:
        break;
    }
    return Reach::Everything;
}

QString levelOf(Reach reach)
{
    switch (reach) {
    case Reach::AccessTokens:
    case Reach::Code:
    case Reach::ConsentAlone:
        return levelName(RevocationLevel::None);
    case Reach::RefreshTokensToo:
    case Reach::Family:
    case Reach::CodeAndIssued:
        return levelName(RevocationLevel::RelatedTokens);
    case Reach::Consent:
        return levelName(RevocationLevel::RelatedConsent);
    case Reach::Everything:
        break;
    }
    return QStringLiteral("SELECTOR");
}

} // namespace Gatehouse
