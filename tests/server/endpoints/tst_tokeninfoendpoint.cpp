#include "authfixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Gatehouse;

/// GET /oauth/token/info, and bearer tokens as RFC 6750 has them.
class TokenInfoEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells();
    void tellsInTheWikisWords();
    void refuses_data();
    void refuses();
    void takesParametersOnlyForDoorkeeper();
};

void TokenInfoEndpointTest::tells()
{
    AuthFixture auth;
    const QString token = auth.pair(QStringLiteral("public read")).text("access_token");
    auth.clock().advance(10 * 1000);
    const QJsonObject expected {{"resource_owner_id", auth.user().id},
                                {"scope", QJsonArray {"public", "read"}},
                                {"expires_in", 7190},
                                {"application", QJsonObject {{"uid", "client"}}},
                                {"created_at", TestStore::Start / 1000}};
    QCOMPARE(auth.tokenInfo(token).json(), expected);
    const QString ownerless = auth.token({{"grant_type", "client_credentials"}}).text("access_token");
    QVERIFY(auth.tokenInfo(ownerless).json()["resource_owner_id"].isNull());
}

void TokenInfoEndpointTest::tellsInTheWikisWords()
{
    AuthFixture auth(QStringLiteral("wiki"));
    auth.change([](Policy &policy) { policy.accessTokenLifetime = 0; });
    const Answer pair = auth.pair();
    QVERIFY(!pair.json().contains("expires_in"));
    const QJsonObject json = auth.tokenInfo(pair.text("access_token")).json();
    QCOMPARE(json["scopes"].toArray(), QJsonArray {"public"});
    QVERIFY(json.contains("expires_in_seconds") && json["expires_in_seconds"].isNull());
    QCOMPARE(auth.tokenInfo(QStringLiteral("never")).error(), QStringLiteral("invalid_request"));
}

void TokenInfoEndpointTest::refuses_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("token"); // "refresh_token": of a pair
    QTest::addColumn<QString>("error");
    QTest::addColumn<QByteArray>("challenge");
    QTest::newRow("none") << "standard"
                          << ""
                          << "" << QByteArray("Bearer realm=\"Gatehouse\"");
    QTest::newRow("unknown")
        << "standard"
        << "never"
        << "invalid_token"
        << QByteArray("Bearer realm=\"Gatehouse\", error=\"invalid_token\", error_description=\"The access "
                      "token is unknown, expired or revoked.\"");
    const QByteArray doorkeeper
        = "Bearer realm=\"Doorkeeper\", error=\"invalid_token\", error_description=\"The access token is invalid\"";
    QTest::newRow("doorkeeper: none") << "doorkeeper"
                                      << ""
                                      << "invalid_token" << doorkeeper;
    QTest::newRow("doorkeeper: refresh token") << "doorkeeper"
                                               << "refresh_token"
                                               << "invalid_token" << doorkeeper;
}

void TokenInfoEndpointTest::refuses()
{
    QFETCH(QString, profile);
    QFETCH(QString, token);
    QFETCH(QString, error);
    QFETCH(QByteArray, challenge);
    AuthFixture auth(profile);
    if (token == u"refresh_token")
        token = auth.pair().text("refresh_token");
    const Answer answer = token.isEmpty() ? auth.get("/oauth/token/info") : auth.tokenInfo(token);
    QCOMPARE(answer.status(), 401);
    QCOMPARE(answer.error(), error);
    QCOMPARE(answer.header("WWW-Authenticate"), challenge);
    if (profile == u"doorkeeper")
        QCOMPARE(answer.text("state"), QStringLiteral("unauthorized"));
}

void TokenInfoEndpointTest::takesParametersOnlyForDoorkeeper()
{
    for (const QString &profile : {QStringLiteral("standard"), QStringLiteral("doorkeeper")}) {
        AuthFixture auth(profile);
        const QString token = auth.pair().text("access_token");
        for (const QByteArray name : {"access_token", "bearer_token"}) {
            Request request;
            request.path = "/oauth/token/info";
            request.query = name + '=' + token.toLatin1();
            QCOMPARE(auth.send(request).status(), profile == u"doorkeeper" ? 200 : 401);
        }
    }
}

QTEST_GUILESS_MAIN(TokenInfoEndpointTest)
#include "tst_tokeninfoendpoint.moc"
