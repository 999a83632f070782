#include "models/revocation/revocation.h"

#include "models/store/auditstore.h"
#include "models/store/connection.h"
#include "models/store/consentstore.h"
#include "models/store/domainstore.h"
#include "models/store/familystore.h"
#include "models/store/grantstore.h"
#include "models/store/store.h"
#include "models/store/tokenstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace Gatehouse {

namespace {

void addOnce(QStringList &texts, const QString &text)
{
    if (!text.isEmpty() && !texts.contains(text))
        texts.append(text);
}

template<class... Ids> Result<qint64> firstNumber(Statement statement, Ids... ids)
{
    if (const auto done = statement.exec(ids...); !done)
        return done.error();
    return statement.next() ? statement.number(0) : 0;
}

template<class... Ids> Result<QList<Id>> idsOf(Statement statement, Ids... ids)
{
    if (const auto done = statement.exec(ids...); !done)
        return done.error();
    QList<Id> found;
    while (statement.next())
        found.append(statement.number(0));
    return found;
}

/// Adds what the row of `id` says: applications, users, and whether it is over. Answers the row's family; 0: none.
Result<Id> describeChosen(Statement statement, Id id, RevocationPlan &plan)
{
    if (const auto done = statement.exec(id); !done)
        return done.error();
    if (!statement.next())
        return Id(0);
    addOnce(plan.applications, statement.text(0));
    addOnce(plan.users, statement.text(1));
    ++plan.chosen;
    plan.over += statement.number(2) ? 1 : 0;
    return statement.number(3);
}

} // namespace

Revocation::Revocation(Store &store, const QString &actor, Id exchange)
    : m_store(store)
    , m_actor(actor)
    , m_exchange(exchange)
{ }

Result<RevocationPlan> Revocation::planTokens(const QList<Id> &tokens)
{
    RevocationPlan plan;
    QSet<Id> families;
    qint64 aliveOfFamilies = 0; // chosen pairs that are alive and will be counted again with their family
    for (Id token : tokens) {
        const qint64 over = plan.over;
        const Result<Id> family = describeChosen(
            m_store.connection().prepare("SELECT a.name, u.email, t.revoked_at, t.family_id FROM oauth_access_tokens t"
                                         " LEFT JOIN oauth_applications a ON a.id = t.application_id"
                                         " LEFT JOIN users u ON u.id = t.resource_owner_id WHERE t.id = ?"),
            token, plan);
        if (!family)
            return family.error();
        if (*family)
            families.insert(*family);
        aliveOfFamilies += *family && plan.over == over ? 1 : 0;
    }
    for (Id family : families) {
        const Result<qint64> alive = countAlive(family);
        if (!alive)
            return alive.error();
        plan.following += *alive;
    }
    plan.following -= aliveOfFamilies;
    plan.applications.sort(Qt::CaseInsensitive);
    plan.users.sort(Qt::CaseInsensitive);
    return plan;
}

Result<RevocationPlan> Revocation::planGrants(const QList<Id> &grants)
{
    RevocationPlan plan;
    for (Id grant : grants) {
        const Result<Id> known = describeChosen(
            m_store.connection().prepare("SELECT a.name, u.email, g.revoked_at, g.id FROM oauth_access_grants g"
                                         " LEFT JOIN oauth_applications a ON a.id = g.application_id"
                                         " LEFT JOIN users u ON u.id = g.resource_owner_id WHERE g.id = ?"),
            grant, plan);
        if (!known)
            return known.error();
        const Result<qint64> alive = firstNumber(
            m_store.connection().prepare("SELECT count(*) FROM oauth_access_tokens t WHERE t.revoked_at IS NULL"
                                         " AND t.id IN (SELECT id FROM oauth_access_tokens WHERE grant_id = ? UNION"
                                         " SELECT k.id FROM oauth_access_tokens k"
                                         " JOIN token_families f ON f.id = k.family_id WHERE f.grant_id = ?)"),
            grant, grant);
        if (!alive)
            return alive.error();
        plan.following += *alive;
    }
    plan.applications.sort(Qt::CaseInsensitive);
    plan.users.sort(Qt::CaseInsensitive);
    return plan;
}

Result<qint64> Revocation::revokeTokens(const QList<Id> &tokens)
{
    Transaction transaction(m_store.writer(), m_store.connection());
    if (!transaction.opened())
        return transaction.opened().error();
    const Result<qint64> ended = endTokens(tokens);
    if (!ended)
        return ended;
    if (const auto done = note(QStringLiteral("token"), tokens, *ended); !done)
        return done.error();
    if (const auto done = transaction.commit(); !done)
        return done.error();
    return ended;
}

Result<qint64> Revocation::revokeGrants(const QList<Id> &grants)
{
    Transaction transaction(m_store.writer(), m_store.connection());
    if (!transaction.opened())
        return transaction.opened().error();
    const Result<qint64> ended = endGrants(grants);
    if (!ended)
        return ended;
    if (const auto done = note(QStringLiteral("grant"), grants, *ended); !done)
        return done.error();
    if (const auto done = transaction.commit(); !done)
        return done.error();
    return ended;
}

Result<qint64> Revocation::revokeAuthorization(Id application, Id user)
{
    Transaction transaction(m_store.writer(), m_store.connection());
    if (!transaction.opened())
        return transaction.opened().error();
    const Result<qint64> ended = endAuthorization(application, user);
    if (!ended)
        return ended;
    const QList<Id> ids {application};
    if (const auto done = *ended > 0 ? note(QStringLiteral("authorization"), ids, *ended) : Result<void>(); !done)
        return done.error();
    if (const auto done = transaction.commit(); !done)
        return done.error();
    return ended;
}

Result<qint64> Revocation::endAuthorization(Id application, Id user)
{
    if (const auto done = withdrawConsent(application, user); !done)
        return done.error();
    const Result<QList<Id>> tokens
        = idsOf(m_store.connection().prepare("SELECT id FROM oauth_access_tokens WHERE resource_owner_id = ?"
                                             " AND application_id = ? AND revoked_at IS NULL"),
                user, application);
    if (!tokens)
        return tokens.error();
    const Result<qint64> pairs = endTokens(*tokens);
    if (!pairs)
        return pairs;
    const Result<qint64> codes = m_store.grants().revokeFor(application, user, m_store.clock().now());
    if (!codes)
        return codes;
    return *pairs + *codes;
}

/// Without it the user is asked again, where a consent that stands would be enough.
Result<void> Revocation::withdrawConsent(Id application, Id user)
{
    const Result<std::optional<Consent>> consent = m_store.consents().find(user, application);
    if (!consent)
        return consent.error();
    if (!*consent)
        return {};
    const Result<bool> withdrawn = m_store.consents().withdraw((*consent)->id, m_store.clock().now());
    return withdrawn ? Result<void>() : Result<void>(withdrawn.error());
}

Result<qint64> Revocation::endTokens(const QList<Id> &tokens)
{
    const Result<QList<Id>> families = familiesOfTokens(tokens);
    if (!families)
        return families.error();
    const Result<qint64> chosen = m_store.tokens().revoke(tokens, m_store.clock().now());
    if (!chosen)
        return chosen;
    const Result<qint64> following = endFamilies(*families);
    if (!following)
        return following;
    return *chosen + *following;
}

Result<qint64> Revocation::endGrants(const QList<Id> &grants)
{
    const Timestamp now = m_store.clock().now();
    const Result<qint64> codes = m_store.grants().revoke(grants, now);
    if (!codes)
        return codes;
    qint64 ended = *codes;
    for (Id grant : grants) {
        const Result<qint64> issued = m_store.tokens().revokeIssuedFrom(grant, now);
        if (!issued)
            return issued;
        const Result<QList<Id>> families = familiesOfGrant(grant);
        if (!families)
            return families.error();
        const Result<qint64> following = endFamilies(*families);
        if (!following)
            return following;
        ended += *issued + *following;
    }
    return ended;
}

Result<qint64> Revocation::endFamilies(const QList<Id> &families)
{
    qint64 ended = 0;
    for (Id family : families) {
        const Result<qint64> pairs = m_store.families().end(family, QStringLiteral("revoked"), m_store.clock().now());
        if (!pairs)
            return pairs;
        ended += *pairs;
    }
    return ended;
}

Result<QList<Id>> Revocation::familiesOfTokens(const QList<Id> &tokens)
{
    QSet<Id> families;
    for (Id token : tokens) {
        const Result<qint64> family = firstNumber(
            m_store.connection().prepare("SELECT family_id FROM oauth_access_tokens WHERE id = ?"), token);
        if (!family)
            return family.error();
        if (*family)
            families.insert(*family);
    }
    return families.values();
}

Result<QList<Id>> Revocation::familiesOfGrant(Id grant)
{
    return idsOf(m_store.connection().prepare("SELECT id FROM token_families WHERE grant_id = ?"), grant);
}

Result<qint64> Revocation::countAlive(Id family)
{
    return firstNumber(m_store.connection().prepare(
                           "SELECT count(*) FROM oauth_access_tokens WHERE family_id = ? AND revoked_at IS NULL"),
                       family);
}

Result<void> Revocation::note(const QString &kind, const QList<Id> &ids, qint64 ended)
{
    QJsonArray numbers;
    for (Id id : ids)
        numbers.append(id);
    const QJsonObject details {{QStringLiteral("ids"), numbers}, {QStringLiteral("ended"), ended}};
    AuditEvent event;
    event.domainId = DomainStore::DefaultId;
    event.at = m_store.clock().now();
    event.actor = m_actor;
    event.action = kind + QStringLiteral(".revoked");
    event.subject = ids.size() == 1 ? QStringLiteral("%1:%2").arg(kind, QString::number(ids.first())) : kind;
    event.exchangeId = m_exchange;
    event.details = QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact));
    const Result<Id> noted = m_store.audit().append(event);
    return noted ? Result<void>() : Result<void>(noted.error());
}

} // namespace Gatehouse
