#include "authfixture.h"

#include <QTest>

using namespace Gatehouse;

/// POST /oauth/revoke, RFC 7009.
class RevocationEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsThePairOfAnAccessToken();
    void endsTheFamilyOfARefreshToken();
    void endsTheFamilyOfARotatedRefreshToken();
    void ignoresTheHint_data();
    void ignoresTheHint();
    void isDoneWithNothingToEnd_data();
    void isDoneWithNothingToEnd();
    void asksForOwnership_data();
    void asksForOwnership();
    void letsAnybodyEndTokensWithoutAClient();
};

void RevocationEndpointTest::endsThePairOfAnAccessToken()
{
    AuthFixture auth;
    const Answer pair = auth.pair();
    const Answer bystander = auth.pair();
    const Answer answer = auth.revoke(u' ' + pair.text("access_token") + QStringLiteral("\r\n"));
    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.response.body, QByteArray("{}"));
    QVERIFY(!auth.isActive(pair.text("access_token")));
    QVERIFY(!auth.isActive(pair.text("refresh_token")));
    QVERIFY(auth.isActive(bystander.text("access_token")));
    QCOMPARE(auth.count("audit_events WHERE action = 'revocation' AND outcome = 'revoked' AND actor = 'client:client'"),
             1);
}

void RevocationEndpointTest::endsTheFamilyOfARefreshToken()
{
    AuthFixture auth;
    const Answer first = auth.pair();
    const Answer second = auth.token({{"grant_type", "refresh_token"}, {"refresh_token", first.text("refresh_token")}});
    QCOMPARE(auth.revoke(second.text("refresh_token")).status(), 200);
    for (const Answer &answer : {first, second}) {
        QVERIFY(!auth.isActive(answer.text("access_token")));
        QVERIFY(!auth.isActive(answer.text("refresh_token")));
    }
    QCOMPARE(auth.count("token_families WHERE end_reason = 'revoked'"), 1);
}

void RevocationEndpointTest::endsTheFamilyOfARotatedRefreshToken()
{
    // A refresh that raced ahead must not leave the client's own revocation without effect.
    AuthFixture auth;
    const Answer first = auth.pair();
    const Answer second = auth.token({{"grant_type", "refresh_token"}, {"refresh_token", first.text("refresh_token")}});
    QCOMPARE(auth.revoke(first.text("refresh_token")).status(), 200);
    QVERIFY(!auth.isActive(second.text("access_token")));
    QCOMPARE(auth.token({{"grant_type", "refresh_token"}, {"refresh_token", second.text("refresh_token")}}).error(),
             QStringLiteral("invalid_grant"));
}

void RevocationEndpointTest::ignoresTheHint_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("hint");
    for (const char *kind : {"access_token", "refresh_token"}) {
        for (const char *hint : {"access_token", "refresh_token", "nonsense"})
            QTest::addRow("%s as %s", kind, hint) << QString::fromLatin1(kind) << QString::fromLatin1(hint);
    }
}

void RevocationEndpointTest::ignoresTheHint()
{
    QFETCH(QString, kind);
    QFETCH(QString, hint);
    AuthFixture auth;
    const Answer pair = auth.pair();
    const Form form {{"token", pair.text(qPrintable(kind))}, {"token_type_hint", hint}};
    QCOMPARE(auth.post("/oauth/revoke", AuthFixture::withClient(form)).status(), 200);
    QVERIFY(!auth.isActive(pair.text("access_token")));
}

void RevocationEndpointTest::isDoneWithNothingToEnd_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("token");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("unknown") << "standard"
                             << "never" << 200 << "unknown_token";
    QTest::newRow("missing") << "standard"
                             << "" << 400 << "invalid_request";
    QTest::newRow("twice") << "standard"
                           << "again" << 200 << "already_inactive";
    QTest::newRow("a code") << "standard"
                            << "code" << 200 << "unknown_token";
    QTest::newRow("doorkeeper: missing") << "doorkeeper"
                                         << "" << 200 << "unknown_token";
}

void RevocationEndpointTest::isDoneWithNothingToEnd()
{
    QFETCH(QString, profile);
    QFETCH(QString, token);
    QFETCH(int, status);
    QFETCH(QString, outcome);
    AuthFixture auth(profile);
    const QString code = auth.code();
    if (token == u"again") {
        token = auth.pair().text("access_token");
        QCOMPARE(auth.revoke(token).status(), 200);
    } else if (token == u"code") {
        token = code;
    }
    QCOMPARE(auth.revoke(token).status(), status);
    QCOMPARE(auth.count(qPrintable(u"audit_events WHERE outcome = '" % outcome % u'\'')), 1);
    const Form form {{"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", Callback}};
    QCOMPARE(auth.token(form).status(), 200);
}

void RevocationEndpointTest::asksForOwnership_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<Form>("caller");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("ends");
    const Form own = AuthFixture::withClient({});
    const Form wrong {{"client_id", "client"}, {"client_secret", "x"}};
    const Form other {{"client_id", "other"}, {"client_secret", "secret"}};
    const Form anyPublic {{"client_id", "public"}};
    const QString invalid = QStringLiteral("invalid_client");
    const QString unauthorized = QStringLiteral("unauthorized_client");
    QTest::newRow("standard: owner") << "standard" << own << 200 << "" << true;
    QTest::newRow("standard: nobody") << "standard" << Form() << 401 << invalid << false;
    QTest::newRow("standard: wrong secret") << "standard" << wrong << 401 << invalid << false;
    QTest::newRow("standard: another") << "standard" << other << 400 << unauthorized << false;
    QTest::newRow("standard: another, public") << "standard" << anyPublic << 200 << "" << false;
    QTest::newRow("doorkeeper: owner") << "doorkeeper" << own << 200 << "" << true;
    QTest::newRow("doorkeeper: nobody") << "doorkeeper" << Form() << 403 << unauthorized << false;
    QTest::newRow("doorkeeper: wrong secret") << "doorkeeper" << wrong << 403 << unauthorized << false;
    QTest::newRow("doorkeeper: another") << "doorkeeper" << other << 403 << unauthorized << false;
    QTest::newRow("doorkeeper: another, public") << "doorkeeper" << anyPublic << 403 << unauthorized << false;
    QTest::newRow("wiki: owner") << "wiki" << own << 200 << "" << true;
    QTest::newRow("wiki: nobody") << "wiki" << Form() << 200 << "" << false;
    QTest::newRow("wiki: wrong secret") << "wiki" << wrong << 200 << "" << false;
    QTest::newRow("wiki: another") << "wiki" << other << 200 << "" << false;
}

void RevocationEndpointTest::asksForOwnership()
{
    QFETCH(QString, profile);
    QFETCH(Form, caller);
    QFETCH(int, status);
    QFETCH(QString, error);
    QFETCH(bool, ends);
    AuthFixture auth(profile);
    auth.store().addApplication(QStringLiteral("other"));
    const QString token = auth.pair().text("access_token");
    const Answer answer = auth.post("/oauth/revoke", Form {{"token", token}} + caller);
    QCOMPARE(answer.status(), status);
    QCOMPARE(answer.error(), error);
    QCOMPARE(hasHeader(answer.response.headers, "WWW-Authenticate"), status == 401);
    QCOMPARE(auth.isActive(token), !ends);
}

void RevocationEndpointTest::letsAnybodyEndTokensWithoutAClient()
{
    AuthFixture auth(QStringLiteral("wiki"));
    const Form form {{"grant_type", "password"}, {"username", "user@example.com"}, {"password", "password"}};
    const QString token = auth.post("/oauth/token", form).text("access_token");
    QCOMPARE(token.size(), 64);
    QCOMPARE(auth.tokenInfo(token).status(), 200);
    QCOMPARE(auth.post("/oauth/revoke", {{"token", token}}, {AuthFixture::bearer(token)}).status(), 200);
    QCOMPARE(auth.tokenInfo(token).status(), 401);
}

QTEST_GUILESS_MAIN(RevocationEndpointTest)
#include "tst_revocationendpoint.moc"
