#include "authfixture.h"

#include "models/store/userstore.h"

#include <QTest>

using namespace Gatehouse;

/// POST /oauth/token: shape of requests and answers, client credentials and password grants, RFC 6749 section 5.
class TokenEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsTheStandardSays();
    void refuses_data();
    void refuses();
    void refusesWhatCannotBeRead_data();
    void refusesWhatCannotBeRead();
    void refusesSecretsInTheAddress();
    void takesEveryKindOfBody_data();
    void takesEveryKindOfBody();
    void grantsScopes_data();
    void grantsScopes();
    void keepsToTheGrantTypesOfAnApplication_data();
    void keepsToTheGrantTypesOfAnApplication();
    void refusesClientCredentialsOfPublicClients();
    void givesTokensForPasswords();
    void refusesPasswords_data();
    void refusesPasswords();
    void givesTokensForPasswordsWithoutAClient();
    void speaksDoorkeeper();
    void storesDigestsOnly();
    void storesPlainWhereThePolicySaysSo();
};

void TokenEndpointTest::answersAsTheStandardSays()
{
    AuthFixture auth;
    const Answer answer = auth.token({{"grant_type", "client_credentials"}});
    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json; charset=utf-8"));
    QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(answer.header("Pragma"), QByteArray("no-cache"));
    QCOMPARE(answer.json().keys(), QStringList({"access_token", "expires_in", "scope", "token_type"}));
    QCOMPARE(answer.text("access_token").size(), 43);
    QCOMPARE(answer.text("token_type"), QStringLiteral("Bearer"));
    QCOMPARE(answer.json()["expires_in"].toInt(), 7200);
    QCOMPARE(answer.text("scope"), QStringLiteral("public"));
}

void TokenEndpointTest::refuses_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const QPair<QString, QString> type {"grant_type", "client_credentials"};
    const QPair<QString, QString> id {"client_id", "client"};
    const QPair<QString, QString> secret {"client_secret", "secret"};
    QTest::newRow("nothing") << Form() << 400 << "invalid_request";
    QTest::newRow("no grant_type") << Form {id, secret} << 400 << "invalid_request";
    QTest::newRow("blank grant_type") << Form {{"grant_type", ""}, id, secret} << 400 << "invalid_request";
    QTest::newRow("unknown grant_type") << Form {{"grant_type", "magic"}, id, secret} << 400
                                        << "unsupported_grant_type";
    QTest::newRow("no client") << Form {type} << 401 << "invalid_client";
    QTest::newRow("unknown client") << Form {type, {"client_id", "nope"}, secret} << 401 << "invalid_client";
    QTest::newRow("wrong secret") << Form {type, id, {"client_secret", "wrong"}} << 401 << "invalid_client";
    QTest::newRow("no secret") << Form {type, id} << 401 << "invalid_client";
    QTest::newRow("secret without id") << Form {type, secret} << 401 << "invalid_client";
    QTest::newRow("grant type that is off")
        << Form {{"grant_type", "password"}, id, secret} << 400 << "unauthorized_client";
    QTest::newRow("unknown scope") << Form {type, id, secret, {"scope", "read admin"}} << 400 << "invalid_scope";
    QTest::newRow("parameter twice") << Form {type, type, id, secret} << 400 << "invalid_request";
    QTest::newRow("unknown parameter twice")
        << Form {type, id, secret, {"x", "1"}, {"x", "1"}} << 400 << "invalid_request";
}

void TokenEndpointTest::refuses()
{
    QFETCH(Form, form);
    QFETCH(int, status);
    QFETCH(QString, error);
    AuthFixture auth;
    const Answer answer = auth.post("/oauth/token", form);
    QCOMPARE(answer.status(), status);
    QCOMPARE(answer.error(), error);
    QVERIFY(!answer.text("error_description").isEmpty());
    QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(answer.header("WWW-Authenticate"), status == 401 ? QByteArray("Basic realm=\"Gatehouse\"") : QByteArray());
    QCOMPARE(auth.count("oauth_access_tokens"), 0);
}

void TokenEndpointTest::refusesWhatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("bad escape") << QByteArray("application/x-www-form-urlencoded") << QByteArray("grant_type=%zz");
    QTest::newRow("NUL") << QByteArray("application/x-www-form-urlencoded")
                         << QByteArray("grant_type=client_credentials%00");
    QTest::newRow("cut JSON") << QByteArray("application/json") << QByteArray("{\"grant_type\":");
    QTest::newRow("no boundary") << QByteArray("multipart/form-data") << QByteArray("x");
    QTest::newRow("unknown type") << QByteArray("text/plain") << QByteArray("grant_type=client_credentials");
    QTest::newRow("no type") << QByteArray() << QByteArray("grant_type=client_credentials");
}

void TokenEndpointTest::refusesWhatCannotBeRead()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    AuthFixture auth;
    Request request;
    request.method = Method::Post;
    request.path = "/oauth/token";
    request.headers = {{"Content-Type", type}};
    request.body = body;
    const Answer answer = auth.send(request);
    QCOMPARE(answer.status(), 400);
    QCOMPARE(answer.error(), QStringLiteral("invalid_request"));
}

void TokenEndpointTest::refusesSecretsInTheAddress()
{
    AuthFixture auth;
    Request request;
    request.method = Method::Post;
    request.path = "/oauth/token";
    request.query = AuthFixture::encoded(AuthFixture::withClient({{"grant_type", "client_credentials"}}));
    QCOMPARE(auth.send(request).status(), 400);
    auth.change([](Policy &policy) { policy.secretsInQuery = true; });
    QCOMPARE(auth.send(request).status(), 200);
}

void TokenEndpointTest::takesEveryKindOfBody_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("form") << QByteArray("application/x-www-form-urlencoded; charset=UTF-8")
                          << QByteArray("grant_type=client_credentials&client_id=client&client_secret=secret");
    QTest::newRow("JSON")
        << QByteArray("application/json")
        << QByteArray(R"({"grant_type":"client_credentials","client_id":"client","client_secret":"secret"})");
    QByteArray multipart;
    for (const QByteArray field :
         {"grant_type\"\r\n\r\nclient_credentials", "client_id\"\r\n\r\nclient", "client_secret\"\r\n\r\nsecret"})
        multipart += "--b\r\nContent-Disposition: form-data; name=\"" + field + "\r\n";
    QTest::newRow("multipart") << QByteArray("multipart/form-data; boundary=b") << multipart + "--b--\r\n";
}

void TokenEndpointTest::takesEveryKindOfBody()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    AuthFixture auth;
    Request request;
    request.method = Method::Post;
    request.path = "/oauth/token";
    request.headers = {{"Content-Type", type}};
    request.body = body;
    QCOMPARE(auth.send(request).status(), 200);
}

void TokenEndpointTest::grantsScopes_data()
{
    QTest::addColumn<QString>("ofApplication");
    QTest::addColumn<QString>("requested");
    QTest::addColumn<QString>("granted"); // empty: refused
    QTest::newRow("default") << ""
                             << ""
                             << "public";
    QTest::newRow("blanks are nothing") << ""
                                        << "  "
                                        << "public";
    QTest::newRow("asked for") << ""
                               << "write read"
                               << "write read";
    QTest::newRow("each once") << ""
                               << "read read"
                               << "read";
    QTest::newRow("unknown") << ""
                             << "read admin"
                             << "";
    QTest::newRow("case counts") << ""
                                 << "READ"
                                 << "";
    QTest::newRow("application's") << "read"
                                   << "read"
                                   << "read";
    QTest::newRow("beyond the application's") << "read"
                                              << "read write"
                                              << "";
    QTest::newRow("default beyond the application's") << "read"
                                                      << ""
                                                      << "";
    QTest::newRow("default within the application's") << "read public"
                                                      << ""
                                                      << "public";
    QTest::newRow("application's beyond the domain's") << "admin"
                                                       << "admin"
                                                       << "";
}

void TokenEndpointTest::grantsScopes()
{
    QFETCH(QString, ofApplication);
    QFETCH(QString, requested);
    QFETCH(QString, granted);
    AuthFixture auth;
    Application application = auth.client();
    application.scopes = ofApplication;
    auth.update(application);
    const Answer answer = auth.token({{"grant_type", "client_credentials"}, {"scope", requested}});
    QCOMPARE(answer.text("scope"), granted);
    QCOMPARE(answer.error(), granted.isEmpty() ? QStringLiteral("invalid_scope") : QString());
}

void TokenEndpointTest::keepsToTheGrantTypesOfAnApplication_data()
{
    QTest::addColumn<QString>("listed");
    QTest::addColumn<bool>("extends");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("error");
    QTest::newRow("listed") << "client_credentials" << true << "client_credentials"
                            << "";
    QTest::newRow("not listed") << "refresh_token" << true << "client_credentials"
                                << "unauthorized_client";
    QTest::newRow("off, listed") << "password" << true << "password"
                                 << "";
    QTest::newRow("off, listed, no say") << "password" << false << "password"
                                         << "unsupported_grant_type";
    QTest::newRow("off") << "" << false << "password"
                         << "unsupported_grant_type";
    QTest::newRow("off, but others may") << "" << true << "password"
                                         << "unauthorized_client";
}

void TokenEndpointTest::keepsToTheGrantTypesOfAnApplication()
{
    QFETCH(QString, listed);
    QFETCH(bool, extends);
    QFETCH(QString, type);
    QFETCH(QString, error);
    AuthFixture auth;
    auth.change([&](Policy &policy) { policy.clientGrantTypesExtend = extends; });
    Application application = auth.client();
    application.grantTypes = listed;
    auth.update(application);
    const Answer answer
        = auth.token({{"grant_type", type}, {"username", "user@example.com"}, {"password", "password"}});
    QCOMPARE(answer.error(), error);
    QCOMPARE(answer.status(), error.isEmpty() ? 200 : 400);
}

void TokenEndpointTest::refusesClientCredentialsOfPublicClients()
{
    AuthFixture auth;
    const Form form {{"grant_type", "client_credentials"}, {"client_id", "public"}};
    QCOMPARE(auth.post("/oauth/token", form).error(), QStringLiteral("unauthorized_client"));
    auth.change([](Policy &policy) { policy.publicClientCredentials = true; });
    QCOMPARE(auth.post("/oauth/token", form).status(), 200);
}

void TokenEndpointTest::givesTokensForPasswords()
{
    AuthFixture auth(QStringLiteral("doorkeeper"));
    const Form form {{"grant_type", "password"}, {"username", "USER@example.com"}, {"password", "password"}};
    const Answer answer = auth.token(form);
    QCOMPARE(answer.status(), 200);
    QVERIFY(!answer.text("refresh_token").isEmpty());
    QCOMPARE(auth.tokenInfo(answer.text("access_token")).json()["resource_owner_id"].toInteger(), auth.user().id);
    QCOMPARE(auth.count("oauth_access_tokens WHERE grant_type = 'password' AND family_id IS NOT NULL"), 1);
}

void TokenEndpointTest::refusesPasswords_data()
{
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("enabled");
    QTest::addColumn<QString>("error");
    QTest::newRow("wrong") << "user@example.com"
                           << "wrong" << true << "invalid_grant";
    QTest::newRow("unknown user") << "nobody@example.com"
                                  << "password" << true << "invalid_grant";
    QTest::newRow("disabled user") << "user@example.com"
                                   << "password" << false << "invalid_grant";
    QTest::newRow("no username") << ""
                                 << "password" << true << "invalid_request";
    QTest::newRow("no password") << "user@example.com"
                                 << "" << true << "invalid_request";
}

void TokenEndpointTest::refusesPasswords()
{
    QFETCH(QString, username);
    QFETCH(QString, password);
    QFETCH(bool, enabled);
    QFETCH(QString, error);
    AuthFixture auth;
    auth.change([](Policy &policy) { policy.grantTypes.append(QStringLiteral("password")); });
    User user = take(auth.store()->users().find(auth.user().id)).value();
    user.enabled = enabled;
    take(auth.store()->users().update(user));
    const Answer answer = auth.token({{"grant_type", "password"}, {"username", username}, {"password", password}});
    QCOMPARE(answer.status(), 400);
    QCOMPARE(answer.error(), error);
}

void TokenEndpointTest::givesTokensForPasswordsWithoutAClient()
{
    AuthFixture auth(QStringLiteral("doorkeeper"));
    const Form form {{"grant_type", "password"}, {"username", "user@example.com"}, {"password", "password"}};
    QCOMPARE(auth.post("/oauth/token", form).error(), QStringLiteral("invalid_client"));
    auth.change([](Policy &policy) { policy.passwordNeedsClient = false; });
    const Answer answer = auth.post("/oauth/token", form);
    QCOMPARE(answer.status(), 200);
    QVERIFY(auth.tokenInfo(answer.text("access_token")).json()["application"].toObject()["uid"].isNull());
    Form withWrongClient = form;
    withWrongClient.emplaceBack("client_id", "nope");
    QCOMPARE(auth.post("/oauth/token", withWrongClient).error(), QStringLiteral("invalid_client"));
    const Answer refreshed
        = auth.post("/oauth/token", {{"grant_type", "refresh_token"}, {"refresh_token", answer.text("refresh_token")}});
    QCOMPARE(refreshed.status(), 200);
}

void TokenEndpointTest::speaksDoorkeeper()
{
    AuthFixture auth(QStringLiteral("doorkeeper"));
    const Answer good = auth.token({{"grant_type", "client_credentials"}});
    QCOMPARE(good.json()["created_at"].toInteger(), TestStore::Start / 1000);
    const Answer bad = auth.post("/oauth/token", {{"grant_type", "client_credentials"}, {"state", "s"}});
    QCOMPARE(bad.status(), 401);
    QCOMPARE(bad.text("state"), QStringLiteral("s"));
    QCOMPARE(
        bad.header("WWW-Authenticate"),
        QByteArray("Bearer realm=\"Doorkeeper\", error=\"invalid_client\", error_description=\"Client authentication "
                   "failed due "
                   "to unknown client, no client authentication included, or unsupported authentication method.\""));
    QCOMPARE(auth.token({}).text("error_description"), QStringLiteral("Missing required parameter: grant_type."));
}

void TokenEndpointTest::storesDigestsOnly()
{
    AuthFixture auth;
    const Answer answer = auth.pair();
    for (const char *name : {"access_token", "refresh_token"}) {
        const QString value = answer.text(name);
        QVERIFY(!value.isEmpty());
        QCOMPARE(
            auth.count(QStringLiteral("oauth_access_tokens WHERE token = '%1' OR refresh_token = '%1'").arg(value)), 0);
    }
    QCOMPARE(auth.count("oauth_access_tokens WHERE length(token) = 64 AND length(refresh_token) = 64"), 1);
}

void TokenEndpointTest::storesPlainWhereThePolicySaysSo()
{
    AuthFixture auth;
    auth.change([](Policy &policy) { policy.plainStorage = true; });
    const Answer answer = auth.pair();
    QCOMPARE(auth.count(QStringLiteral("oauth_access_tokens WHERE token = '%1'").arg(answer.text("access_token"))), 1);
    QVERIFY(auth.isActive(answer.text("access_token")));
}

QTEST_GUILESS_MAIN(TokenEndpointTest)
#include "tst_tokenendpoint.moc"
