#include "authfixture.h"

#include <QTest>

using namespace Gatehouse;

/// POST /oauth/introspect, RFC 7662.
class IntrospectionEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesAnAccessToken();
    void describesARefreshToken();
    void describesAClientsOwnToken();
    void saysNothingAboutInactiveTokens_data();
    void saysNothingAboutInactiveTokens();
    void asksWhoAsks_data();
    void asksWhoAsks();
    void needsAToken();
    void showsAClientItsOwnTokens_data();
    void showsAClientItsOwnTokens();
    void showsABearerTokensOfItsClient_data();
    void showsABearerTokensOfItsClient();
};

void IntrospectionEndpointTest::describesAnAccessToken()
{
    AuthFixture auth;
    const QJsonObject json = auth.introspect(auth.pair(QStringLiteral("public read")).text("access_token")).json();
    const QJsonObject expected {{"active", true},
                                {"scope", "public read"},
                                {"client_id", "client"},
                                {"username", "user@example.com"},
                                {"token_type", "Bearer"},
                                {"exp", TestStore::Start / 1000 + 7200},
                                {"iat", TestStore::Start / 1000},
                                {"sub", QString::number(auth.user().id)},
                                {"iss", "http://127.0.0.1:6749"}};
    QCOMPARE(json, expected);
}

void IntrospectionEndpointTest::describesARefreshToken()
{
    AuthFixture auth;
    const QJsonObject json = auth.introspect(auth.pair().text("refresh_token")).json();
    QCOMPARE(json["active"].toBool(), true);
    QVERIFY(!json.contains("exp"));
    QVERIFY(!json.contains("token_type"));
    auth.change([](Policy &policy) { policy.refreshTokenLifetime = 1000; });
    const QJsonObject limited = auth.introspect(auth.pair().text("refresh_token")).json();
    QCOMPARE(limited["exp"].toInteger(), TestStore::Start / 1000 + 1000);
}

void IntrospectionEndpointTest::describesAClientsOwnToken()
{
    AuthFixture auth;
    const Answer token = auth.token({{"grant_type", "client_credentials"}});
    const QJsonObject json = auth.introspect(token.text("access_token")).json();
    QCOMPARE(json["sub"].toString(), QStringLiteral("client"));
    QVERIFY(!json.contains("username"));
}

void IntrospectionEndpointTest::saysNothingAboutInactiveTokens_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"unknown", "expired", "revoked", "code", "application disabled", "not before"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void IntrospectionEndpointTest::saysNothingAboutInactiveTokens()
{
    QFETCH(QString, what);
    AuthFixture auth;
    const QString asker = QStringLiteral("other");
    auth.store().addApplication(asker);
    const Answer pair = auth.pair();
    QString token = pair.text("access_token");
    Application application = auth.client();
    if (what == u"unknown")
        token = QStringLiteral("never");
    else if (what == u"expired")
        auth.clock().advance(7200 * 1000);
    else if (what == u"revoked")
        QCOMPARE(auth.revoke(token).status(), 200);
    else if (what == u"code")
        token = auth.code();
    else if (what == u"application disabled")
        application.enabled = false;
    else
        application.notBefore = TestStore::Start + 1;
    auth.update(application);
    const Answer answer
        = auth.post("/oauth/introspect", {{"token", token}, {"client_id", asker}, {"client_secret", "secret"}});
    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.response.body, QByteArray("{\"active\":false}"));
    QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
}

void IntrospectionEndpointTest::asksWhoAsks_data()
{
    QTest::addColumn<Form>("caller");
    QTest::addColumn<int>("status");
    QTest::newRow("nobody") << Form() << 401;
    QTest::newRow("wrong secret") << Form {{"client_id", "client"}, {"client_secret", "x"}} << 401;
    QTest::newRow("public client") << Form {{"client_id", "public"}} << 401;
    QTest::newRow("confidential client") << AuthFixture::withClient({}) << 200;
}

void IntrospectionEndpointTest::asksWhoAsks()
{
    QFETCH(Form, caller);
    QFETCH(int, status);
    AuthFixture auth;
    const Answer answer = auth.post("/oauth/introspect", Form {{"token", auth.pair().text("access_token")}} + caller);
    QCOMPARE(answer.status(), status);
    QCOMPARE(answer.error(), status == 401 ? QStringLiteral("invalid_client") : QString());
    QCOMPARE(answer.json().contains("active"), status == 200);
}

void IntrospectionEndpointTest::needsAToken()
{
    AuthFixture auth;
    QCOMPARE(auth.introspect({}).error(), QStringLiteral("invalid_request"));
    AuthFixture doorkeeper(QStringLiteral("doorkeeper"));
    QCOMPARE(doorkeeper.introspect({}).response.body, QByteArray("{\"active\":false}"));
}

void IntrospectionEndpointTest::showsAClientItsOwnTokens_data()
{
    QTest::addColumn<QString>("asker");
    QTest::addColumn<bool>("active");
    QTest::newRow("owner") << "client" << true;
    QTest::newRow("another") << "other" << false;
}

void IntrospectionEndpointTest::showsAClientItsOwnTokens()
{
    QFETCH(QString, asker);
    QFETCH(bool, active);
    AuthFixture auth(QStringLiteral("doorkeeper"));
    auth.store().addApplication(QStringLiteral("other"));
    const Answer answer = auth.post("/oauth/introspect", {{"token", auth.pair().text("access_token")}},
                                    {AuthFixture::basic(asker.toLatin1(), "secret")});
    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.json()["active"].toBool(), active);
    const QStringList all {"active", "client_id", "exp", "iat", "scope", "token_type"};
    QCOMPARE(answer.json().keys(), active ? all : QStringList {"active"});
}

void IntrospectionEndpointTest::showsABearerTokensOfItsClient_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<int>("status");
    QTest::newRow("same client") << "own"
                                 << "target" << 200;
    QTest::newRow("itself") << "own"
                            << "own" << 401;
    QTest::newRow("another client") << "foreign"
                                    << "target" << 401;
    QTest::newRow("unknown target") << "own"
                                    << "never" << 401;
    QTest::newRow("unknown bearer") << "never"
                                    << "target" << 401;
    QTest::newRow("nobody") << ""
                            << "target" << 400;
}

void IntrospectionEndpointTest::showsABearerTokensOfItsClient()
{
    QFETCH(QString, shown);
    QFETCH(QString, asked);
    QFETCH(int, status);
    AuthFixture auth(QStringLiteral("doorkeeper"));
    auth.store().addApplication(QStringLiteral("other"));
    const Form foreign {{"grant_type", "client_credentials"}, {"client_id", "other"}, {"client_secret", "secret"}};
    const QHash<QString, QString> tokens {
        {"own", auth.token({{"grant_type", "client_credentials"}}).text("access_token")},
        {"target", auth.pair().text("access_token")},
        {"foreign", auth.post("/oauth/token", foreign).text("access_token")},
    };
    const Headers headers = shown.isEmpty() ? Headers() : Headers {AuthFixture::bearer(tokens.value(shown, shown))};
    const Answer answer = auth.post("/oauth/introspect", {{"token", tokens.value(asked, asked)}}, headers);
    QCOMPARE(answer.status(), status);
    QCOMPARE(answer.json()["active"].toBool(), status == 200);
}

QTEST_GUILESS_MAIN(IntrospectionEndpointTest)
#include "tst_introspectionendpoint.moc"
