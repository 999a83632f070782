#include "authfixture.h"

#include "server/checks/pkce.h"

#include <QJsonArray>
#include <QTest>

using namespace Gatehouse;

/// What each switch of a dialect does when it alone is changed in the profile "standard".
class PolicySwitchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bearerInParameters();
    void basicPercentDecoded();
    void basicComesFirst();
    void formBodiesOnly();
    void formatSuffix();
    void hideWrongMethods();
    void pkceMethodRequired();
    void pkceLengths();
    void lifetimesByGrantType();
    void reuseAccessTokens();
    void revokePreviousClientCredentials();
    void scopesByGrantType();
    void redirectUriRequired();
    void tokenOutOfBand();
    void implicitScope();
    void authorizeErrorsShown();
    void apiOnlyAsks();
    void apiOnlySendsNobodyAway();
    void apiOnlyRefuses();
    void consentNeedsToken();
    void missingParametersNamed();
    void missingTokenIsUnknown();
    void introspection();
    void introspectionAnswer();
    void introspectionFields();
    void sampleResource();
    void sampleResourceOfDoorkeeper();

private:
    static Answer authorize(AuthFixture &auth, Method method, Form changes = {});
    static QString locationOf(const Answer &answer) { return QString::fromLatin1(answer.header("Location")); }
    static Form clientCredentials() { return {{"grant_type", "client_credentials"}}; }
    static Form password(const QString &scope = {})
    {
        return {
            {"grant_type", "password"}, {"username", "user@example.com"}, {"password", "password"}, {"scope", scope}};
    }
};

/// An authorization request of "client", in which `changes` replace or add parameters; user@example.com is signed in.
Answer PolicySwitchesTest::authorize(AuthFixture &auth, Method method, Form changes)
{
    auth.change([](Policy &policy) {
        policy.usernameNamesOwner = true;
        policy.forgeryProtection = false;
        policy.implicitFlow = true;
    });
    Form form {{"username", "user@example.com"},
               {"client_id", "client"},
               {"response_type", "code"},
               {"redirect_uri", Callback}};
    for (const auto &change : changes) {
        form.removeIf([&change](const auto &each) { return each.first == change.first; });
        form.append(change);
    }
    Request request;
    request.method = method;
    request.path = "/oauth/authorize";
    request.query = AuthFixture::encoded(form);
    return auth.send(request);
}

void PolicySwitchesTest::bearerInParameters()
{
    AuthFixture auth;
    const QString token = auth.pair().text("access_token");
    for (const char *name : {"access_token", "bearer_token"}) {
        Request request;
        request.path = "/oauth/token/info";
        request.query = QByteArray(name) + '=' + token.toLatin1();
        auth.change([](Policy &policy) { policy.bearerInParameters = false; });
        QCOMPARE(auth.send(request).status(), 401);
        auth.change([](Policy &policy) { policy.bearerInParameters = true; });
        QCOMPARE(auth.send(request).status(), 200);
    }
}

void PolicySwitchesTest::basicPercentDecoded()
{
    AuthFixture auth;
    const Headers encoded {AuthFixture::basic("client", "s%65cret")};
    QCOMPARE(auth.post("/oauth/token", clientCredentials(), encoded).status(), 200);
    auth.change([](Policy &policy) { policy.basicPercentDecoded = false; });
    QCOMPARE(auth.post("/oauth/token", clientCredentials(), encoded).error(), QStringLiteral("invalid_client"));
    QCOMPARE(auth.post("/oauth/token", clientCredentials(), {AuthFixture::basic("client", "secret")}).status(), 200);
}

void PolicySwitchesTest::basicComesFirst()
{
    AuthFixture auth;
    const Headers right {AuthFixture::basic("client", "secret")};
    Form form = clientCredentials();
    form.append({{"client_id", "client"}, {"client_secret", "wrong"}});
    QCOMPARE(auth.post("/oauth/token", form, right).error(), QStringLiteral("invalid_request"));
    QCOMPARE(
        auth.post("/oauth/token", AuthFixture::withClient(clientCredentials()), {{"Authorization", "Basic *"}}).error(),
        QStringLiteral("invalid_client"));
    auth.change([](Policy &policy) { policy.basicComesFirst = true; });
    QCOMPARE(auth.post("/oauth/token", form, right).status(), 200);
    QCOMPARE(auth.post("/oauth/token", AuthFixture::withClient(clientCredentials()), {{"Authorization", "Basic *"}})
                 .status(),
             200);
}

void PolicySwitchesTest::formBodiesOnly()
{
    AuthFixture auth;
    Request request;
    request.method = Method::Post;
    request.path = "/oauth/token";
    request.headers = {{"Content-Type", "application/json"}};
    request.body = R"({"grant_type":"client_credentials","client_id":"client","client_secret":"secret"})";
    QCOMPARE(auth.send(request).status(), 200);
    auth.change([](Policy &policy) { policy.formBodiesOnly = true; });
    for (const char *path : {"/oauth/token", "/oauth/revoke", "/oauth/introspect"}) {
        request.path = path;
        QCOMPARE(auth.send(request).status(), 415);
        QCOMPARE(auth.send(request).error(), QStringLiteral("invalid_request"));
    }
    QCOMPARE(auth.token(clientCredentials()).status(), 200);
    auth.change([](Policy &policy) { policy.wording = Policy::Wording::Doorkeeper; });
    QCOMPARE(auth.send(request).response.body, QByteArray("{}"));
}

void PolicySwitchesTest::formatSuffix()
{
    AuthFixture auth;
    QCOMPARE(auth.post("/oauth/token.json", AuthFixture::withClient(clientCredentials())).status(), 404);
    auth.change([](Policy &policy) { policy.formatSuffix = true; });
    QCOMPARE(auth.post("/oauth/token.json", AuthFixture::withClient(clientCredentials())).status(), 200);
}

void PolicySwitchesTest::hideWrongMethods()
{
    AuthFixture auth;
    QCOMPARE(auth.get("/oauth/token").status(), 405);
    auth.change([](Policy &policy) { policy.hideWrongMethods = true; });
    QCOMPARE(auth.get("/oauth/token").status(), 404);
    QVERIFY(auth.get("/oauth/token").header("Allow").isEmpty());
}

void PolicySwitchesTest::pkceMethodRequired()
{
    AuthFixture auth;
    const Form challenge {{"code_challenge", QString(43, u'a')}};
    QVERIFY(locationOf(authorize(auth, Method::Post, challenge)).contains(QStringLiteral("code=")));
    auth.change([](Policy &policy) { policy.pkceMethodRequired = true; });
    QVERIFY(locationOf(authorize(auth, Method::Post, challenge)).contains(QStringLiteral("error=invalid_request")));
}

void PolicySwitchesTest::pkceLengths()
{
    AuthFixture auth;
    const Form brief {{"code_challenge", "brief"}, {"code_challenge_method", "plain"}};
    const auto redeem = [&auth] {
        const QString code = auth.code([](AccessGrant &grant) {
            grant.codeChallenge = QStringLiteral("brief");
            grant.codeChallengeMethod = QStringLiteral("plain");
        });
        return auth.token({{"grant_type", "authorization_code"},
                           {"code", code},
                           {"redirect_uri", Callback},
                           {"code_verifier", "brief"}});
    };
    QVERIFY(locationOf(authorize(auth, Method::Post, brief)).contains(QStringLiteral("error=invalid_request")));
    QCOMPARE(redeem().error(), QStringLiteral("invalid_grant"));
    auth.change([](Policy &policy) { policy.pkceLengths = false; });
    QVERIFY(locationOf(authorize(auth, Method::Post, brief)).contains(QStringLiteral("code=")));
    QCOMPARE(redeem().status(), 200);
}

void PolicySwitchesTest::lifetimesByGrantType()
{
    AuthFixture auth;
    auth.change([](Policy &policy) { policy.lifetimesByGrantType = QStringList {"client_credentials=300"}; });
    QCOMPARE(auth.token(clientCredentials()).json()["expires_in"].toInt(), 300);
    QCOMPARE(auth.pair().json()["expires_in"].toInt(), 7200);
}

void PolicySwitchesTest::reuseAccessTokens()
{
    AuthFixture auth;
    const auto give = [&auth](const char *scope) {
        return auth.token({{"grant_type", "client_credentials"}, {"scope", QString::fromLatin1(scope)}});
    };
    auth.change([](Policy &policy) { policy.reuseAccessTokens = true; });
    QVERIFY(give("public").text("access_token") != give("public").text("access_token")); // nobody can read them
    auth.change([](Policy &policy) { policy.plainStorage = true; });
    const QString first = give("read write").text("access_token");
    auth.clock().advance(1000 * 1000);
    const Answer again = give("write read");
    QCOMPARE(again.text("access_token"), first);
    QCOMPARE(again.json()["expires_in"].toInt(), 6200);
    QVERIFY(give("read").text("access_token") != first);
    QCOMPARE(auth.pair().text("access_token"), auth.pair().text("access_token"));
    QCOMPARE(auth.revoke(first).status(), 200);
    QVERIFY(give("read write").text("access_token") != first);
    const QString living = give("public").text("access_token");
    auth.clock().advance(7200 * 1000);
    QVERIFY(give("public").text("access_token") != living);
}

void PolicySwitchesTest::revokePreviousClientCredentials()
{
    AuthFixture auth;
    const QString kept = auth.token(clientCredentials()).text("access_token");
    auth.token(clientCredentials());
    QVERIFY(auth.isActive(kept));
    auth.change([](Policy &policy) { policy.revokePreviousClientCredentials = true; });
    const QString pair = auth.pair().text("access_token");
    const QString previous = auth.token(clientCredentials()).text("access_token");
    const QString other = auth.token({{"grant_type", "client_credentials"}, {"scope", "read"}}).text("access_token");
    const QString last = auth.token(clientCredentials()).text("access_token");
    QVERIFY(!auth.isActive(previous));
    for (const QString &token : {other, last, pair})
        QVERIFY(auth.isActive(token));
}

void PolicySwitchesTest::scopesByGrantType()
{
    AuthFixture auth;
    auth.change([](Policy &policy) {
        policy.grantTypes.append("password");
        policy.scopesByGrantType = QStringList {"password=read", "authorization_code=write"};
    });
    QCOMPARE(auth.token(password("read")).text("scope"), QStringLiteral("read"));
    QCOMPARE(auth.token(password("read write")).error(), QStringLiteral("invalid_scope"));
    QCOMPARE(auth.token(password()).error(), QStringLiteral("invalid_scope"));
    QCOMPARE(auth.token(clientCredentials()).text("scope"), QStringLiteral("public"));
    QVERIFY(locationOf(authorize(auth, Method::Post, {{"scope", "read"}})).contains(QStringLiteral("invalid_scope")));
    QVERIFY(locationOf(authorize(auth, Method::Post, {{"scope", "write"}})).contains(QStringLiteral("code=")));
}

void PolicySwitchesTest::redirectUriRequired()
{
    AuthFixture auth;
    QCOMPARE(authorize(auth, Method::Get, {{"redirect_uri", ""}}).status(), 200);
    auth.change([](Policy &policy) { policy.redirectUriRequired = true; });
    QCOMPARE(authorize(auth, Method::Get, {{"redirect_uri", ""}}).status(), 400);
}

void PolicySwitchesTest::tokenOutOfBand()
{
    AuthFixture auth;
    Application application = auth.client();
    application.redirectUri = QStringLiteral("urn:ietf:wg:oauth:2.0:oob");
    auth.update(application);
    const Form form {{"redirect_uri", application.redirectUri}, {"response_type", "token"}};
    QCOMPARE(authorize(auth, Method::Post, form).status(), 400);
    auth.change([](Policy &policy) { policy.tokenOutOfBand = true; });
    QVERIFY(
        locationOf(authorize(auth, Method::Post, form)).contains(QStringLiteral("/oauth/token/info?access_token=")));
}

void PolicySwitchesTest::implicitScope()
{
    AuthFixture auth;
    const Form form {{"response_type", "token"}};
    QVERIFY(locationOf(authorize(auth, Method::Post, form)).contains(QStringLiteral("scope=public")));
    auth.change([](Policy &policy) { policy.implicitScope = false; });
    const QString location = locationOf(authorize(auth, Method::Post, form));
    QVERIFY(location.contains(QStringLiteral("access_token=")) && !location.contains(QStringLiteral("scope=")));
}

void PolicySwitchesTest::authorizeErrorsShown()
{
    AuthFixture auth;
    const Form wrong {{"scope", "admin"}, {"state", "s"}};
    QVERIFY(locationOf(authorize(auth, Method::Get, wrong)).startsWith(Callback));
    QCOMPARE(authorize(auth, Method::Get, {{"client_id", "nope"}}).status(), 400);
    auth.change([](Policy &policy) { policy.authorizeErrorsShown = true; });
    const Answer page = authorize(auth, Method::Get, wrong);
    QCOMPARE(page.status(), 200);
    QVERIFY(page.response.body.contains("invalid_scope"));
    QVERIFY(locationOf(authorize(auth, Method::Post, wrong)).startsWith(Callback));
    const Answer decided = authorize(auth, Method::Post, {{"client_id", "nope"}, {"state", "s"}});
    QCOMPARE(decided.status(), 401);
    QCOMPARE(decided.error(), QStringLiteral("invalid_client"));
    QCOMPARE(decided.text("state"), QStringLiteral("s"));
}

void PolicySwitchesTest::apiOnlyAsks()
{
    AuthFixture auth;
    QVERIFY(authorize(auth, Method::Get).header("Content-Type").startsWith("text/html"));
    auth.change([](Policy &policy) { policy.apiOnly = true; });
    const QJsonObject expected {
        {"client_id", "client"},        {"redirect_uri", Callback}, {"state", QJsonValue()},
        {"response_type", "code"},      {"scope", "public"},        {"client_name", auth.client().name},
        {"status", "Pre-authorization"}};
    QCOMPARE(authorize(auth, Method::Get).json(), expected);
}

void PolicySwitchesTest::apiOnlySendsNobodyAway()
{
    AuthFixture auth;
    auth.change([](Policy &policy) { policy.apiOnly = true; });
    const Answer yes = authorize(auth, Method::Post);
    QCOMPARE(yes.status(), 200);
    QCOMPARE(yes.text("status"), QStringLiteral("redirect"));
    QVERIFY(yes.text("redirect_uri").startsWith(Callback + QStringLiteral("?code=")));
    const Answer no = authorize(auth, Method::Delete);
    QCOMPARE(no.status(), 400);
    QVERIFY(no.text("redirect_uri").contains(QStringLiteral("error=access_denied")));
    Application application = auth.client();
    application.redirectUri = QStringLiteral("urn:ietf:wg:oauth:2.0:oob");
    auth.update(application);
    const Answer shown = authorize(auth, Method::Post, {{"redirect_uri", application.redirectUri}});
    QCOMPARE(shown.json()["redirect_uri"].toObject()["code"].toString().size(), 43);
}

void PolicySwitchesTest::apiOnlyRefuses()
{
    AuthFixture auth;
    auth.change([](Policy &policy) {
        policy.apiOnly = true;
        policy.authorizeErrorsShown = true;
    });
    const Answer answer = authorize(auth, Method::Get, {{"scope", "admin"}, {"state", "s"}});
    QCOMPARE(answer.status(), 400);
    QCOMPARE(answer.error(), QStringLiteral("invalid_scope"));
    QCOMPARE(answer.text("state"), QStringLiteral("s"));
}

void PolicySwitchesTest::consentNeedsToken()
{
    AuthFixture auth;
    auth.change([](Policy &policy) { policy.consentNeedsToken = true; });
    QCOMPARE(authorize(auth, Method::Post).status(), 302);
    QCOMPARE(authorize(auth, Method::Get).status(), 200); // a code is no token
    const QString token = auth.pair().text("access_token");
    QCOMPARE(authorize(auth, Method::Get).status(), 302);
    QCOMPARE(authorize(auth, Method::Get, {{"scope", "public read"}}).status(), 200);
    auth.revoke(token);
    QCOMPARE(authorize(auth, Method::Get).status(), 200);
    auth.change([](Policy &policy) { policy.consentNeedsToken = false; });
    QCOMPARE(authorize(auth, Method::Get).status(), 302);
}

void PolicySwitchesTest::missingParametersNamed()
{
    AuthFixture auth;
    const Form noCode {{"grant_type", "authorization_code"}, {"redirect_uri", Callback}};
    QCOMPARE(auth.token({}).text("error_description"), QStringLiteral("Missing required parameter: grant_type."));
    QCOMPARE(auth.token(noCode).error(), QStringLiteral("invalid_request"));
    auth.change([](Policy &policy) { policy.missingParametersNamed = false; });
    QVERIFY(!auth.token({}).text("error_description").contains(QStringLiteral("grant_type")));
    QCOMPARE(auth.token({}).error(), QStringLiteral("invalid_request"));
    QCOMPARE(auth.token(noCode).error(), QStringLiteral("invalid_grant"));
}

void PolicySwitchesTest::missingTokenIsUnknown()
{
    AuthFixture auth;
    QCOMPARE(auth.introspect({}).error(), QStringLiteral("invalid_request"));
    QCOMPARE(auth.revoke({}).error(), QStringLiteral("invalid_request"));
    auth.change([](Policy &policy) { policy.missingTokenIsUnknown = true; });
    QCOMPARE(auth.introspect({}).json(), (QJsonObject {{"active", false}}));
    QCOMPARE(auth.revoke({}).status(), 200);
}

void PolicySwitchesTest::introspection()
{
    AuthFixture auth;
    const auto named = [&auth] {
        return auth.get("/.well-known/oauth-authorization-server").json().contains("introspection_endpoint");
    };
    QVERIFY(named());
    auth.change([](Policy &policy) { policy.introspection = false; });
    QCOMPARE(auth.introspect("x").status(), 404);
    QVERIFY(!named());
}

void PolicySwitchesTest::introspectionAnswer()
{
    AuthFixture auth;
    const QString refreshToken = auth.pair().text("refresh_token");
    QVERIFY(!auth.introspect(refreshToken).json().contains("token_type"));
    auth.change([](Policy &policy) { policy.introspectionAnswer = Policy::IntrospectionAnswer::Doorkeeper; });
    const QJsonObject json = auth.introspect(refreshToken).json();
    QCOMPARE(json["token_type"].toString(), QStringLiteral("Bearer"));
    QCOMPARE(json["exp"].toInteger(), TestStore::Start / 1000 + 7200);
}

void PolicySwitchesTest::introspectionFields()
{
    AuthFixture auth;
    auth.change([](Policy &policy) { policy.introspectionFields = QStringList {"sub", "aud=lab"}; });
    const QJsonObject json = auth.introspect(auth.pair().text("access_token")).json();
    QCOMPARE(json["sub"].toString(), QString::number(auth.user().id));
    QCOMPARE(json["aud"].toString(), QStringLiteral("lab"));
    QVERIFY(!json.contains("iss") && !json.contains("username"));
    QVERIFY(!auth.introspect("unknown").json().contains("aud"));
}

void PolicySwitchesTest::sampleResource()
{
    AuthFixture auth;
    const Headers headers {AuthFixture::bearer(auth.pair("public read").text("access_token"))};
    QCOMPARE(auth.get("/api/me", headers).status(), 404);
    auth.change([](Policy &policy) { policy.sampleResource = true; });
    QCOMPARE(auth.get("/api/me", headers).json(),
             (QJsonObject {{"user", auth.user().id}, {"scopes", QJsonArray {"public", "read"}}}));
    const Answer refused = auth.get("/api/writer", headers);
    QCOMPARE(refused.status(), 403);
    QCOMPARE(refused.error(), QStringLiteral("insufficient_scope"));
    QCOMPARE(auth.get("/api/me").header("WWW-Authenticate"), QByteArray("Bearer realm=\"Gatehouse\""));
    QCOMPARE(auth.get("/api/me", {AuthFixture::bearer("x")}).error(), QStringLiteral("invalid_token"));
    const Answer writer = auth.pair("write");
    QCOMPARE(auth.get("/api/writer", {AuthFixture::bearer(writer.text("access_token"))}).status(), 200);
    QCOMPARE(auth.get("/api/writer", {AuthFixture::bearer(writer.text("refresh_token"))}).status(), 401);
    auth.clock().advance(7201 * 1000);
    QCOMPARE(auth.get("/api/me", headers).status(), 401);
}

void PolicySwitchesTest::sampleResourceOfDoorkeeper()
{
    AuthFixture auth(QStringLiteral("doorkeeper"));
    auth.change([](Policy &policy) { policy.sampleResource = true; });
    const QString token = auth.pair().text("access_token");
    QVERIFY(auth.revoke(token).status() == 200);
    const Answer revoked = auth.get("/api/me", {AuthFixture::bearer(token)});
    QCOMPARE(revoked.status(), 401);
    QVERIFY(revoked.header("WWW-Authenticate").contains("The access token was revoked"));
    QVERIFY(revoked.response.body.isEmpty());
    const Answer late = auth.pair();
    auth.clock().advance(7201 * 1000);
    const Answer expired = auth.get("/api/me", {AuthFixture::bearer(late.text("access_token"))});
    QVERIFY(expired.header("WWW-Authenticate").contains("The access token expired"));
}

QTEST_GUILESS_MAIN(PolicySwitchesTest)
#include "tst_policyswitches.moc"
