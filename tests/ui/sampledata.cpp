#include "tests/ui/sampledata.h"

#include "app/demoworld.h"
#include "models/secrets/digest.h"
#include "models/store/consentstore.h"
#include "models/store/domainstore.h"
#include "models/store/familystore.h"
#include "models/store/grantstore.h"
#include "models/store/store.h"
#include "models/store/tokenstore.h"
#include "tests/support/teststore.h"
#include "tests/ui/sampletrail.h"

namespace Gatehouse {

namespace {

constexpr Timestamp Minute = 60'000;
constexpr int Codes = 14;
constexpr int Tokens = 40;

QString digestOf(const char *kind, int number)
{
    return sha256Hex(QStringLiteral("%1 %2").arg(QLatin1String(kind)).arg(number));
}

AccessGrant code(int number, Timestamp now)
{
    AccessGrant grant;
    grant.domainId = DomainStore::DefaultId;
    grant.applicationId = 1 + number % 3;
    grant.resourceOwnerId = 1 + number % 2;
    grant.token = digestOf("code", number);
    grant.redirectUri = number % 3 == 1 ? QStringLiteral("http://127.0.0.1:9999/callback")
                                        : QStringLiteral("urn:ietf:wg:oauth:2.0:oob");
    grant.scopes = number % 4 ? QStringLiteral("public") : QStringLiteral("public read");
    grant.codeChallenge = number % 2 ? digestOf("challenge", number).left(43) : QString();
    grant.codeChallengeMethod = number % 2 ? QStringLiteral("S256") : QString();
    grant.expiresIn = 600;
    grant.createdAt = now - (Codes - number) * 4 * Minute + 11'000;
    grant.expiresAt = grant.createdAt + 10 * Minute;
    return grant;
}

AccessToken pairOf(const AccessGrant &grant, const TokenFamily &family, int number)
{
    AccessToken pair;
    pair.domainId = DomainStore::DefaultId;
    pair.applicationId = grant.applicationId;
    pair.resourceOwnerId = grant.resourceOwnerId;
    pair.token = digestOf("token", number);
    pair.refreshToken = digestOf("refresh", number);
    pair.scopes = grant.scopes;
    pair.grantType = QStringLiteral("authorization_code");
    pair.expiresIn = 7200;
    pair.createdAt = grant.createdAt + 9'000;
    pair.expiresAt = pair.createdAt + 120 * Minute;
    pair.grantId = grant.id;
    pair.familyId = family.id;
    pair.consentId = grant.consentId;
    return pair;
}

AccessToken ownToken(int number, Timestamp now)
{
    AccessToken token;
    token.domainId = DomainStore::DefaultId;
    token.applicationId = 1 + number % 2;
    token.token = digestOf("own", number);
    token.scopes = number % 5 ? QStringLiteral("public") : QStringLiteral("read write");
    token.grantType = QStringLiteral("client_credentials");
    token.expiresIn = 7200;
    token.createdAt = now - (10 + Tokens - number) * 6 * Minute + 41'000;
    token.expiresAt = token.createdAt + 120 * Minute;
    return token;
}

void addFlow(Store &store, int number)
{
    const Timestamp now = store.clock().now();
    AccessGrant grant = code(number, now);
    grant.consentId = take(store.consents().give(grant.domainId, grant.resourceOwnerId, grant.applicationId,
                                                 grant.scopes, grant.createdAt))
                          .id;
    grant = take(store.grants().insert(grant));
    if (number >= Codes - 1)
        return; // not redeemed yet
    TokenFamily family;
    family.domainId = DomainStore::DefaultId;
    family.applicationId = grant.applicationId;
    family.resourceOwnerId = grant.resourceOwnerId;
    family.grantId = grant.id;
    family.createdAt = grant.createdAt;
    family = take(store.families().insert(family));
    (void)take(store.grants().redeem(grant.id, grant.createdAt + 9'000));
    const AccessToken first = take(store.tokens().insert(pairOf(grant, family, number)));
    if (number % 4 == 2) {
        AccessToken next = pairOf(grant, family, number + 1000);
        next.grantType = QStringLiteral("refresh_token");
        next.parentId = first.id;
        next.createdAt += 3 * Minute;
        next.expiresAt += 3 * Minute;
        (void)take(store.tokens().useRefreshToken(first.id, next.createdAt));
        (void)take(store.tokens().insert(next));
    }
    if (number % 5 == 3)
        (void)take(store.tokens().revoke(first.id, now - Minute));
}

Exchange request(Id id, Timestamp at, const char *path, int status, const char *error, const char *rule)
{
    Exchange exchange;
    exchange.id = id;
    exchange.at = at;
    exchange.method = status == 302 ? "GET" : "POST";
    exchange.peer = QStringLiteral("127.0.0.1");
    exchange.path = QString::fromLatin1(path);
    exchange.endpoint = exchange.path.section(u'/', -1);
    if (exchange.endpoint == QLatin1String("token")) {
        exchange.parameters = {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                               {QStringLiteral("code"), QStringLiteral("[FILTERED]")},
                               {QStringLiteral("client_secret"), QStringLiteral("[FILTERED]")}};
        if (status == 200)
            exchange.statements
                = {{QStringLiteral("UPDATE oauth_access_grants SET revoked_at = ? WHERE id = ?"), 143, 1}};
    }
    exchange.clientId = QStringLiteral("9b36d8c0db59eff5038aea7a417d73e69aea75b41aac771816d2ef1b3109cc2f");
    exchange.status = status;
    exchange.error = QString::fromLatin1(error);
    exchange.durationMicroseconds = 180 + id * 37;
    if (*rule) {
        Check check;
        check.rule = QString::fromLatin1(rule);
        exchange.checks.append(check);
    }
    return exchange;
}

} // namespace

Result<void> addSampleData(Store &store)
{
    if (const auto done = DemoWorld::load().addTo(store); !done)
        return done;
    for (int number = 0; number < Tokens; ++number)
        (void)take(store.tokens().insert(ownToken(number, store.clock().now())));
    const SampleFamily family = addSampleFamily(store);
    for (int number = 0; number < Codes; ++number)
        addFlow(store, number);
    addSampleTrail(store, family);
    return {};
}

QList<Exchange> sampleExchanges(Timestamp now)
{
    return {request(1, now - 140'000, "/oauth/authorize", 302, "", ""),
            request(2, now - 131'000, "/oauth/token", 200, "", ""),
            request(3, now - 122'000, "/oauth/introspect", 200, "", ""),
            request(4, now - 58'000, "/oauth/authorize", 302, "", ""),
            request(5, now - 49'000, "/oauth/token", 400, "invalid_grant", "code_verifier"),
            request(6, now - 31'000, "/oauth/token", 200, "", ""),
            request(7, now - 12'000, "/oauth/revoke", 200, "", ""),
            request(8, now - 4'000, "/oauth/token", 401, "invalid_client", "client_secret"),
            request(9, now - 1'000, "/oauth/token", 200, "", "")};
}

} // namespace Gatehouse
