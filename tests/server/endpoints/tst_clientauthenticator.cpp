#include "authfixture.h"

#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"

#include <QTest>

using namespace Gatehouse;

/// Who a client is, RFC 6749 section 2.3, asked at the token endpoint.
class ClientAuthenticatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void authenticates_data();
    void authenticates();
    void takesChosenSecrets();
    void slowsGuessingDown();
};

void ClientAuthenticatorTest::authenticates_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<Form>("body");
    QTest::addColumn<QString>("error");
    const auto basic = [](const QByteArray &pair) -> QByteArray { return "Basic " + pair.toBase64(); };
    const Form post {{"client_id", "client"}, {"client_secret", "secret"}};
    const Form idOnly {{"client_id", "client"}};
    const QString s = QStringLiteral("standard");
    const QString d = QStringLiteral("doorkeeper");

    QTest::newRow("basic") << s << basic("client:secret") << Form() << "";
    QTest::newRow("basic, other case") << s << QByteArray("bAsIc " + QByteArray("client:secret").toBase64()) << Form()
                                       << "";
    QTest::newRow("basic, form-encoded") << s << basic("client:s%65cret") << Form() << "";
    QTest::newRow("basic, wrong") << s << basic("client:wrong") << Form() << "invalid_client";
    QTest::newRow("basic, no secret") << s << basic("client:") << Form() << "invalid_client";
    QTest::newRow("basic, NUL behind the secret") << s << basic("client:secret%00") << Form() << "invalid_client";
    QTest::newRow("basic, unreadable") << s << QByteArray("Basic ***") << Form() << "invalid_client";
    QTest::newRow("basic, unreadable, body good") << s << QByteArray("Basic ***") << post << "invalid_client";
    QTest::newRow("post") << s << QByteArray() << post << "";
    QTest::newRow("both") << s << basic("client:secret") << post << "invalid_request";
    QTest::newRow("basic and its own id") << s << basic("client:secret") << idOnly << "";
    QTest::newRow("basic and another id")
        << s << basic("client:secret") << Form {{"client_id", "public"}} << "invalid_request";
    QTest::newRow("bearer beside the body") << s << QByteArray("Bearer x") << post << "";
    QTest::newRow("confidential by its id alone") << s << QByteArray() << idOnly << "invalid_client";
    QTest::newRow("public with a secret")
        << s << QByteArray() << Form {{"client_id", "public"}, {"client_secret", "x"}} << "invalid_client";

    QTest::newRow("doorkeeper: other case")
        << d << QByteArray("basic " + QByteArray("client:secret").toBase64()) << Form() << "invalid_client";
    QTest::newRow("doorkeeper: not decoded") << d << basic("client:s%65cret") << Form() << "invalid_client";
    QTest::newRow("doorkeeper: unreadable") << d << QByteArray("Basic ***") << Form() << "invalid_client";
    QTest::newRow("doorkeeper: unreadable, body good") << d << QByteArray("Basic ***") << post << "";
    QTest::newRow("doorkeeper: basic before body")
        << d << basic("client:secret") << Form {{"client_id", "client"}, {"client_secret", "wrong"}} << "";
    QTest::newRow("doorkeeper: basic before body, wrong") << d << basic("client:wrong") << post << "invalid_client";
    QTest::newRow("doorkeeper: public by its id") << d << QByteArray() << Form {{"client_id", "public"}} << "";
}

void ClientAuthenticatorTest::authenticates()
{
    QFETCH(QString, profile);
    QFETCH(QByteArray, header);
    QFETCH(Form, body);
    QFETCH(QString, error);
    AuthFixture auth(profile);
    auth.change([](Policy &policy) { policy.publicClientCredentials = true; });
    body.emplaceBack("grant_type", "client_credentials");
    const Headers headers = header.isEmpty() ? Headers() : Headers {{"Authorization", header}};
    const Answer answer = auth.post("/oauth/token", body, headers);
    QCOMPARE(answer.error(), error);
    if (error == u"invalid_client")
        QVERIFY(answer.status() == 401 && !answer.header("WWW-Authenticate").isEmpty());
}

void ClientAuthenticatorTest::takesChosenSecrets()
{
    AuthFixture auth;
    take(auth.store()->applications().setSecret(auth.client().id, hashPassword(QStringLiteral("chosen"))));
    Request request;
    request.method = Method::Post;
    request.path = "/oauth/token";
    request.headers = {{"Host", "127.0.0.1:6749"}, {"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = "grant_type=client_credentials&client_id=client&client_secret=chosen";
    QVERIFY(auth.server().handle(request).slowCheck);
    QCOMPARE(auth.send(request).status(), 200);
    // Once verified it is remembered, and only the right one is.
    QVERIFY(!auth.server().handle(request).slowCheck);
    request.body = "grant_type=client_credentials&client_id=client&client_secret=guessed";
    QVERIFY(auth.server().handle(request).slowCheck);
    QCOMPARE(auth.send(request).status(), 401);
}

void ClientAuthenticatorTest::slowsGuessingDown()
{
    AuthFixture auth;
    const Form wrong {{"grant_type", "client_credentials"}, {"client_id", "client"}, {"client_secret", "x"}};
    for (int i = 0; i < 30; ++i)
        QCOMPARE(auth.post("/oauth/token", wrong).status(), 401);
    const Answer stopped = auth.token({{"grant_type", "client_credentials"}});
    QCOMPARE(stopped.status(), 429);
    QVERIFY(stopped.header("Retry-After").toInt() > 0);
    auth.clock().advance(31 * 1000);
    QCOMPARE(auth.token({{"grant_type", "client_credentials"}}).status(), 200);
}

QTEST_GUILESS_MAIN(ClientAuthenticatorTest)
#include "tst_clientauthenticator.moc"
