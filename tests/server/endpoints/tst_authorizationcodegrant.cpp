#include "authfixture.h"

#include "models/store/userstore.h"
#include "server/checks/pkce.h"

#include <QTest>

using namespace Gatehouse;

namespace {

// RFC 7636 appendix B.
const QString Verifier = QStringLiteral("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
const QString Challenge = QStringLiteral("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

Form redemption(const QString &code)
{
    return {{"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", Callback}};
}

} // namespace

/// A code for a token, once: RFC 6749 section 4.1.3, RFC 7636, RFC 9700 sections 4.5 and 4.8.
class AuthorizationCodeGrantTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redeems();
    void fillsTheLineage();
    void refuses_data();
    void refuses();
    void keepsARefusedCode();
    void needsNoRedirectUriWhereNoneWasSent();
    void refusesAnotherLoopbackPortUnlessDoorkeeper();
    void verifies_data();
    void verifies();
    void knowsTheVectorOfTheStandard();
    void redeemsOnce();
    void endsWhatAReplayedCodeGave();
    void keepsWhatAReplayedCodeGaveForDoorkeeper();
    void doesNotLetOthersReplay();
    void givesNoRefreshTokenWhereItIsOff();
};

void AuthorizationCodeGrantTest::redeems()
{
    AuthFixture auth;
    const Answer answer = auth.pair(QStringLiteral("public read"));
    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.text("scope"), QStringLiteral("public read"));
    QVERIFY(!answer.text("refresh_token").isEmpty());
    QVERIFY(answer.text("refresh_token") != answer.text("access_token"));
    QVERIFY(auth.isActive(answer.text("access_token")));
    QVERIFY(auth.isActive(answer.text("refresh_token")));
}

void AuthorizationCodeGrantTest::fillsTheLineage()
{
    AuthFixture auth;
    auth.pair();
    QCOMPARE(auth.count("oauth_access_tokens t JOIN oauth_access_grants g ON g.id = t.grant_id "
                        "JOIN token_families f ON f.id = t.family_id AND f.grant_id = g.id "
                        "WHERE t.domain_id = 1 AND t.grant_type = 'authorization_code' AND t.exchange_id > 0 "
                        "AND t.parent_id IS NULL AND t.expires_at = t.created_at + 7200000"),
             1);
}

void AuthorizationCodeGrantTest::refuses_data()
{
    QTest::addColumn<QString>("code"); // empty: a good one
    QTest::addColumn<QString>("redirectUri");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<int>("age");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::newRow("unknown code") << "never" << Callback << "client" << 0 << 400 << "invalid_grant";
    QTest::newRow("no redirect_uri") << ""
                                     << ""
                                     << "client" << 0 << 400 << "invalid_request";
    QTest::newRow("other redirect_uri") << ""
                                        << "https://evil.example/cb"
                                        << "client" << 0 << 400 << "invalid_grant";
    QTest::newRow("longer redirect_uri") << "" << Callback + u'/' << "client" << 0 << 400 << "invalid_grant";
    QTest::newRow("other client") << "" << Callback << "other" << 0 << 400 << "invalid_grant";
    QTest::newRow("unknown client") << "" << Callback << "nope" << 0 << 401 << "invalid_client";
    QTest::newRow("expired") << "" << Callback << "client" << 60 << 400 << "invalid_grant";
}

void AuthorizationCodeGrantTest::refuses()
{
    QFETCH(QString, code);
    QFETCH(QString, redirectUri);
    QFETCH(QString, clientId);
    QFETCH(int, age);
    QFETCH(int, status);
    QFETCH(QString, error);
    AuthFixture auth;
    auth.store().addApplication(QStringLiteral("other"));
    const QString good = auth.code();
    auth.clock().advance(age * 1000);
    Form form {{"grant_type", "authorization_code"},
               {"code", code.isEmpty() ? good : code},
               {"client_id", clientId},
               {"client_secret", "secret"}};
    if (!redirectUri.isEmpty())
        form.append({"redirect_uri", redirectUri});
    const Answer answer = auth.post("/oauth/token", form);
    QCOMPARE(answer.status(), status);
    QCOMPARE(answer.error(), error);
    QCOMPARE(auth.count("oauth_access_tokens"), 0);
}

void AuthorizationCodeGrantTest::keepsARefusedCode()
{
    AuthFixture auth;
    const QString code = auth.code();
    QCOMPARE(auth.token({{"grant_type", "authorization_code"}, {"code", code}}).status(), 400);
    QCOMPARE(auth.token({{"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", "https://x.example"}})
                 .status(),
             400);
    QCOMPARE(auth.token(redemption(code)).status(), 200);
}

void AuthorizationCodeGrantTest::needsNoRedirectUriWhereNoneWasSent()
{
    AuthFixture auth;
    const QString code = auth.code([](AccessGrant &grant) { grant.redirectUri.clear(); });
    QCOMPARE(auth.token({{"grant_type", "authorization_code"}, {"code", code}}).status(), 200);
}

void AuthorizationCodeGrantTest::refusesAnotherLoopbackPortUnlessDoorkeeper()
{
    for (const QString &profile : {QStringLiteral("standard"), QStringLiteral("doorkeeper")}) {
        AuthFixture auth(profile);
        const QString code = auth.code(
            [](AccessGrant &grant) { grant.redirectUri = QStringLiteral("http://127.0.0.1:41000/callback"); });
        const Answer answer = auth.token({{"grant_type", "authorization_code"},
                                          {"code", code},
                                          {"redirect_uri", "http://127.0.0.1:42000/callback"}});
        QCOMPARE(answer.status(), profile == u"doorkeeper" ? 200 : 400);
    }
}

void AuthorizationCodeGrantTest::verifies_data()
{
    QTest::addColumn<QString>("challenge");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("verifier");
    QTest::addColumn<QString>("error");
    QTest::newRow("S256") << Challenge << "S256" << Verifier << "";
    QTest::newRow("S256, wrong") << Challenge << "S256" << Verifier.chopped(1) + u'l' << "invalid_grant";
    QTest::newRow("S256, the challenge itself") << Challenge << "S256" << Challenge << "invalid_grant";
    QTest::newRow("S256, missing") << Challenge << "S256"
                                   << ""
                                   << "invalid_request";
    QTest::newRow("plain") << Verifier << "plain" << Verifier << "";
    QTest::newRow("plain, wrong") << Verifier << "plain" << Challenge << "invalid_grant";
    QTest::newRow("plain, missing") << Verifier << "plain"
                                    << ""
                                    << "invalid_request";
    QTest::newRow("plain, too short") << "short"
                                      << "plain"
                                      << "short"
                                      << "invalid_grant";
    QTest::newRow("plain, bad character") << Verifier + u'!' << "plain" << Verifier + u'!' << "invalid_grant";
    QTest::newRow("verifier without challenge") << ""
                                                << "" << Verifier << "invalid_grant";
    QTest::newRow("neither") << ""
                             << ""
                             << ""
                             << "";
}

void AuthorizationCodeGrantTest::verifies()
{
    QFETCH(QString, challenge);
    QFETCH(QString, method);
    QFETCH(QString, verifier);
    QFETCH(QString, error);
    AuthFixture auth;
    const QString code = auth.code([&](AccessGrant &grant) {
        grant.codeChallenge = challenge;
        grant.codeChallengeMethod = method;
    });
    Form form = redemption(code);
    if (!verifier.isEmpty())
        form.append({"code_verifier", verifier});
    QCOMPARE(auth.token(form).error(), error);
}

void AuthorizationCodeGrantTest::knowsTheVectorOfTheStandard()
{
    QCOMPARE(s256Challenge(Verifier), Challenge);
    QVERIFY(isWellFormedVerifier(Verifier));
    QVERIFY(!isWellFormedVerifier(QString(42, u'a')));
    QVERIFY(isWellFormedVerifier(QString(128, u'~')));
    QVERIFY(!isWellFormedVerifier(QString(129, u'a')));
    QVERIFY(!isWellFormedVerifier(QString(43, QChar(0xe4))));
}

void AuthorizationCodeGrantTest::redeemsOnce()
{
    // Fifty requests in one turn, before anything is committed.
    AuthFixture auth;
    const QString code = auth.code();
    Request request;
    request.method = Method::Post;
    request.path = "/oauth/token";
    request.headers = {{"Host", "127.0.0.1:6749"}, {"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = AuthFixture::encoded(AuthFixture::withClient(redemption(code)));
    int won = 0;
    for (int i = 0; i < 50; ++i)
        won += auth.server().handle(request).status == 200 ? 1 : 0;
    auth.store().commit();
    QCOMPARE(won, 1);
    QCOMPARE(auth.count("oauth_access_tokens"), 1);
    QCOMPARE(auth.count("oauth_access_tokens WHERE revoked_at IS NULL"), 0);
}

void AuthorizationCodeGrantTest::endsWhatAReplayedCodeGave()
{
    AuthFixture auth;
    const QString code = auth.code();
    const Answer first = auth.token(redemption(code));
    const Answer second = auth.token({{"grant_type", "refresh_token"}, {"refresh_token", first.text("refresh_token")}});
    QVERIFY(auth.isActive(second.text("access_token")));
    const Answer replay = auth.token(redemption(code));
    QCOMPARE(replay.status(), 400);
    QCOMPARE(replay.error(), QStringLiteral("invalid_grant"));
    for (const Answer &answer : {first, second}) {
        QVERIFY(!auth.isActive(answer.text("access_token")));
        QVERIFY(!auth.isActive(answer.text("refresh_token")));
    }
    QCOMPARE(auth.count("oauth_access_grants WHERE replayed_at IS NOT NULL"), 1);
    QCOMPARE(auth.count("audit_events WHERE action = 'grant.replayed' AND actor = 'client:client'"), 1);
}

void AuthorizationCodeGrantTest::keepsWhatAReplayedCodeGaveForDoorkeeper()
{
    AuthFixture auth(QStringLiteral("doorkeeper"));
    auth.change([](Policy &policy) { policy.codeReplayRevokes = false; });
    const QString code = auth.code();
    const Answer first = auth.token(redemption(code));
    QCOMPARE(auth.token(redemption(code)).error(), QStringLiteral("invalid_grant"));
    QVERIFY(auth.isActive(first.text("access_token")));
}

void AuthorizationCodeGrantTest::doesNotLetOthersReplay()
{
    AuthFixture auth;
    auth.store().addApplication(QStringLiteral("other"));
    const QString code = auth.code();
    const Answer first = auth.token(redemption(code));
    Form form = redemption(code);
    form.emplaceBack("client_id", "other");
    form.emplaceBack("client_secret", "secret");
    QCOMPARE(auth.post("/oauth/token", form).error(), QStringLiteral("invalid_grant"));
    QVERIFY(auth.isActive(first.text("access_token")));
}

void AuthorizationCodeGrantTest::givesNoRefreshTokenWhereItIsOff()
{
    AuthFixture auth;
    auth.change([](Policy &policy) { policy.refreshTokens = false; });
    QVERIFY(!auth.pair().json().contains("refresh_token"));
    auth.change([](Policy &policy) {
        policy.refreshTokens = true;
        policy.grantTypes.removeAll(QStringLiteral("refresh_token"));
    });
    QVERIFY(!auth.pair().json().contains("refresh_token"));
}

QTEST_GUILESS_MAIN(AuthorizationCodeGrantTest)
#include "tst_authorizationcodegrant.moc"
