#include "tests/ui/sampletrail.h"

#include "models/secrets/digest.h"
#include "models/store/auditstore.h"
#include "models/store/consentstore.h"
#include "models/store/domainstore.h"
#include "models/store/exchangestore.h"
#include "models/store/familystore.h"
#include "models/store/grantstore.h"
#include "models/store/sessionstore.h"
#include "models/store/store.h"
#include "models/store/tokenstore.h"
#include "tests/support/teststore.h"
#include "tests/support/withdrawal.h"

namespace Gatehouse {

namespace {

constexpr Timestamp TrailMinute = 60'000;

struct SampleEvent
{
    int minutesAgo;
    const char *actor;
    const char *action;
    const char *outcome;
    const char *subject;
    const char *reason;
    const char *details;
};

constexpr SampleEvent SampleEvents[] = {
    {46, "console", "application.created", "", "application:3", "", "{}"},
    {44, "console", "user.password_set", "", "user:2", "", "{}"},
    {41, "CLIENT", "revocation", "revoked", "token:4", "",
     R"({"revoked":{"access":1,"refresh":1},"level":"NONE","kind":"refresh","dialect":"doorkeeper","http_status":200})"},
    {37, "CLIENT", "revocation", "already_inactive", "token:4", "",
     R"({"level":"NONE","kind":"refresh","dialect":"doorkeeper","http_status":200})"},
    {31, "console", "domain.policy_changed", "", "domain:1", "", "{}"},
    {22, "CLIENT", "revocation", "unknown_token", "", "",
     R"({"token_ref":"5feceb66ffc8","dialect":"oracle","http_status":200,"source_ip":"127.0.0.1"})"},
    {18, "console", "revocation", "previewed", "", "", R"({"plan_id":"p-7","targets":12})"},
    {17, "console", "revocation", "revoked", "", "Laptop lost on the train",
     R"({"revoked":{"access":7,"refresh":4,"code":1,"consent":1},"level":"RELATED_CONSENT","plan_id":"p-7","targets":12})"},
    {12, "system", "revocation", "rate_limited", "", "", R"({"source_ip":"192.0.2.17","http_status":429})"},
    {10, "CLIENT", "revocation", "revoked", "PAIR", "Found in a log file",
     R"({"revoked":{"access":1},"level":"NONE","kind":"access","http_status":200})"},
    {9, "CLIENT", "revocation", "refused_foreign_token", "token:12", "",
     R"({"actor_kind":"client","auth_method":"client_secret_basic","client_id":"s6BhdRkqt3","source_ip":"127.0.0.1",)"
     R"("dialect":"doorkeeper","route":"/oauth/revoke","kind":"access","hint":"access_token","level_requested":"NONE",)"
     R"("level":"NONE","http_status":403,"duration_us":412,"target_ids":{"tokens":[12]},"targets":1})"},
    {6, "user:alice@example.com", "authorization.revoked", "", "authorization:2", "", R"({"ended":3,"ids":[2]})"},
    {4, "CLIENT", "token.reuse_detected", "", "FAMILY", "", R"({"pairs":3})"},
};

QString uidOf(Store &store, Id application)
{
    Statement query = store.connection().prepare("SELECT uid FROM oauth_applications WHERE id = ?");
    return query.exec(application) && query.next() ? query.text(0) : QString();
}

Timestamp timeOf(Store &store, const SampleEvent &sample)
{
    return store.clock().now() - sample.minutesAgo * TrailMinute + 7'000;
}

void addEvent(Store &store, const SampleEvent &sample, const QString &client, const QString &subject)
{
    AuditEvent event;
    event.domainId = DomainStore::DefaultId;
    event.at = timeOf(store, sample);
    event.actor = qstrcmp(sample.actor, "CLIENT") == 0 ? client : QString::fromUtf8(sample.actor);
    event.action = QString::fromUtf8(sample.action);
    event.outcome = QString::fromUtf8(sample.outcome);
    event.subject = subject;
    event.reason = QString::fromUtf8(sample.reason);
    event.details = QString::fromUtf8(sample.details);
    take(store.audit().append(event));
}

void addRequest(Store &store, Id id, Timestamp at, const char *method, const char *path)
{
    Exchange exchange;
    exchange.id = id;
    exchange.at = at;
    exchange.peer = QStringLiteral("127.0.0.1");
    exchange.method = method;
    exchange.path = QString::fromLatin1(path);
    exchange.status = qstrcmp(method, "GET") == 0 ? 302 : 200;
    take(store.exchanges().append({exchange}));
}

} // namespace

SampleFamily addSampleFamily(Store &store)
{
    const Timestamp start = store.clock().now() - 30 * TrailMinute;
    BrowserSession session;
    session.domainId = DomainStore::DefaultId;
    session.userId = 1;
    session.token = sha256Hex(QStringLiteral("cookie"));
    session.createdAt = start - 20'000;
    session.expiresAt = start + 14 * 24 * 60 * TrailMinute;
    AccessGrant grant;
    grant.domainId = DomainStore::DefaultId;
    grant.applicationId = 1;
    grant.resourceOwnerId = 1;
    grant.sessionId = take(store.sessions().insert(session)).id;
    grant.consentId = take(store.consents().give(1, 1, 1, QStringLiteral("public read"), start)).id;
    grant.token = sha256Hex(QStringLiteral("long code"));
    grant.redirectUri = QStringLiteral("http://127.0.0.1:9999/callback");
    grant.scopes = QStringLiteral("public read");
    grant.expiresIn = 600;
    grant.createdAt = start;
    grant.expiresAt = start + 10 * TrailMinute;
    grant.exchangeId = 9001;
    addRequest(store, 9001, start, "GET", "/oauth/authorize");
    grant = take(store.grants().insert(grant));
    (void)take(store.grants().redeem(grant.id, start + 9'000));
    TokenFamily family;
    family.domainId = DomainStore::DefaultId;
    family.applicationId = family.resourceOwnerId = 1;
    family.grantId = grant.id;
    family.createdAt = start + 9'000;
    family = take(store.families().insert(family));
    Id parent = 0;
    for (int generation = 0; generation < 4; ++generation) {
        AccessToken pair;
        pair.domainId = DomainStore::DefaultId;
        pair.applicationId = pair.resourceOwnerId = 1;
        pair.token = sha256Hex(QStringLiteral("long access %1").arg(generation));
        pair.refreshToken = sha256Hex(QStringLiteral("long refresh %1").arg(generation));
        pair.scopes = grant.scopes;
        pair.grantType = parent ? QStringLiteral("refresh_token") : QStringLiteral("authorization_code");
        pair.createdAt = start + 9'000 + generation * 6 * TrailMinute;
        pair.expiresIn = 7200;
        pair.expiresAt = pair.createdAt + 120 * TrailMinute;
        pair.grantId = parent ? 0 : grant.id;
        pair.familyId = family.id;
        pair.consentId = grant.consentId;
        pair.parentId = parent;
        pair.exchangeId = generation == 2 ? 0 : 9002 + generation;
        if (pair.exchangeId)
            addRequest(store, pair.exchangeId, pair.createdAt, "POST", "/oauth/token");
        if (parent)
            (void)take(store.tokens().useRefreshToken(parent, pair.createdAt));
        parent = take(store.tokens().insert(pair)).id;
    }
    return {family.id, parent - 2};
}

void addSampleTrail(Store &store, const SampleFamily &family)
{
    const QString client = u"client:" % uidOf(store, 1);
    for (const SampleEvent &event : SampleEvents) {
        QString subject = QString::fromUtf8(event.subject);
        if (subject == QLatin1String("FAMILY")) {
            (void)take(store.families().end(family.id, QStringLiteral("reuse"), timeOf(store, event)));
            subject = QStringLiteral("family:%1").arg(family.id);
        }
        const bool isPair = subject == QLatin1String("PAIR");
        addEvent(store, event, client, isPair ? QStringLiteral("token:%1").arg(family.pair) : subject);
        if (isPair)
            take(store.connection().execute(
                QStringLiteral("UPDATE oauth_access_tokens SET access_revoked_at = %1, revocation_id ="
                               " (SELECT max(id) FROM audit_events) WHERE id = %2")
                    .arg(QString::number(timeOf(store, event)), QString::number(family.pair))));
    }
    withdrawConsent(store, 2, store.clock().now() - 6 * TrailMinute);
}

} // namespace Gatehouse
