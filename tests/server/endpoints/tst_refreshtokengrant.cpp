#include "authfixture.h"

#include "models/store/userstore.h"

#include <QTest>

using namespace Gatehouse;

using Rotation = Policy::RefreshRotation;

/// Refresh tokens: RFC 6749 section 6, rotation and reuse after RFC 9700 section 4.14.2.
class RefreshTokenGrantTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rotatesOnce();
    void endsTheFamilyOnReuse();
    void letsOnlyOneOfFiftyWin();
    void keepsTheOldPairUntilTheNewOneIsUsed_data();
    void keepsTheOldPairUntilTheNewOneIsUsed();
    void endsTheOldPairAtOnce();
    void narrowsScopes();
    void refuses_data();
    void refuses();
    void outlivesTheAccessToken();
    void endsAbsolutely();
    void fillsTheLineage();
    void endsWithItsUser();
    void deadTokensComeBeforeWrongClientsInDoorkeepersWording_data();
    void deadTokensComeBeforeWrongClientsInDoorkeepersWording();

private:
    static Answer refresh(AuthFixture &auth, const Answer &pair, const Form &more = {})
    {
        return auth.token(Form {{"grant_type", "refresh_token"}, {"refresh_token", pair.text("refresh_token")}} + more);
    }
    static std::unique_ptr<AuthFixture> fixture(Rotation rotation)
    {
        auto auth = std::make_unique<AuthFixture>();
        auth->change([&](Policy &policy) { policy.refreshRotation = rotation; });
        return auth;
    }
};

void RefreshTokenGrantTest::rotatesOnce()
{
    const auto auth = fixture(Rotation::Once);
    const Answer first = auth->pair();
    const Answer second = refresh(*auth, first);
    QCOMPARE(second.status(), 200);
    QVERIFY(second.text("access_token") != first.text("access_token"));
    QVERIFY(second.text("refresh_token") != first.text("refresh_token"));
    QVERIFY(auth->isActive(second.text("refresh_token")));
    QVERIFY(!auth->isActive(first.text("refresh_token")));
    QVERIFY(auth->isActive(first.text("access_token")));
}

void RefreshTokenGrantTest::endsTheFamilyOnReuse()
{
    const auto auth = fixture(Rotation::Once);
    const Answer first = auth->pair();
    const Answer bystander = auth->pair();
    const Answer second = refresh(*auth, first);
    const Answer third = refresh(*auth, second);
    QCOMPARE(refresh(*auth, first).error(), QStringLiteral("invalid_grant"));
    for (const Answer &answer : {first, second, third}) {
        QVERIFY(!auth->isActive(answer.text("access_token")));
        QVERIFY(!auth->isActive(answer.text("refresh_token")));
    }
    QCOMPARE(refresh(*auth, third).error(), QStringLiteral("invalid_grant"));
    QVERIFY(auth->isActive(bystander.text("refresh_token")));
    QCOMPARE(auth->count("token_families WHERE end_reason = 'reuse' AND ended_at IS NOT NULL"), 1);
    QCOMPARE(auth->count("audit_events WHERE action = 'token.reuse_detected'"), 1);
}

void RefreshTokenGrantTest::letsOnlyOneOfFiftyWin()
{
    const auto auth = fixture(Rotation::Once);
    const Answer first = auth->pair();
    Request request;
    request.method = Method::Post;
    request.path = "/oauth/token";
    request.headers = {{"Host", "127.0.0.1:6749"}, {"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = AuthFixture::encoded(
        AuthFixture::withClient({{"grant_type", "refresh_token"}, {"refresh_token", first.text("refresh_token")}}));
    int won = 0;
    for (int i = 0; i < 50; ++i)
        won += auth->server().handle(request).status == 200 ? 1 : 0;
    auth->store().commit();
    QCOMPARE(won, 1);
    QCOMPARE(auth->count("oauth_access_tokens WHERE revoked_at IS NULL"), 0);
}

void RefreshTokenGrantTest::keepsTheOldPairUntilTheNewOneIsUsed_data()
{
    QTest::addColumn<bool>("byTokenInfo");
    QTest::newRow("shown at token info") << true;
    QTest::newRow("introspected") << false;
}

void RefreshTokenGrantTest::keepsTheOldPairUntilTheNewOneIsUsed()
{
    QFETCH(bool, byTokenInfo);
    const auto auth = fixture(Rotation::UntilUsed);
    const Answer first = auth->pair();
    const Answer second = refresh(*auth, first);
    QVERIFY(auth->isActive(first.text("access_token")));
    const Answer third = refresh(*auth, first);
    QCOMPARE(third.status(), 200);
    const QString used = second.text("access_token");
    QCOMPARE(byTokenInfo ? auth->tokenInfo(used).status() : auth->introspect(used).status(), 200);
    QVERIFY(!auth->isActive(first.text("access_token")));
    QCOMPARE(refresh(*auth, first).error(), QStringLiteral("invalid_grant"));
    QCOMPARE(refresh(*auth, second).status(), 200);
}

void RefreshTokenGrantTest::endsTheOldPairAtOnce()
{
    const auto auth = fixture(Rotation::Immediate);
    const Answer first = auth->pair();
    const Answer second = refresh(*auth, first);
    QVERIFY(!auth->isActive(first.text("access_token")));
    QCOMPARE(refresh(*auth, first).error(), QStringLiteral("invalid_grant"));
    QVERIFY(auth->isActive(second.text("access_token")));
    QCOMPARE(refresh(*auth, second).status(), 200);
}

void RefreshTokenGrantTest::narrowsScopes()
{
    const auto auth = fixture(Rotation::Once);
    const Answer first = auth->pair(QStringLiteral("public read"));
    QCOMPARE(refresh(*auth, first, {{"scope", "public read write"}}).error(), QStringLiteral("invalid_scope"));
    const Answer narrowed = refresh(*auth, first, {{"scope", "read"}});
    QCOMPARE(narrowed.text("scope"), QStringLiteral("read"));
    QCOMPARE(refresh(*auth, narrowed, {{"scope", "public read"}}).error(), QStringLiteral("invalid_scope"));
    QCOMPARE(refresh(*auth, narrowed).text("scope"), QStringLiteral("read"));
}

void RefreshTokenGrantTest::refuses_data()
{
    QTest::addColumn<QString>("token"); // "refresh", "access" of a pair, or a value
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::newRow("missing") << ""
                             << "client" << 400 << "invalid_request";
    QTest::newRow("unknown") << "never"
                             << "client" << 400 << "invalid_grant";
    QTest::newRow("an access token") << "access"
                                     << "client" << 400 << "invalid_grant";
    QTest::newRow("another client's") << "refresh"
                                      << "other" << 400 << "invalid_grant";
    QTest::newRow("unknown client") << "refresh"
                                    << "nope" << 401 << "invalid_client";
}

void RefreshTokenGrantTest::refuses()
{
    QFETCH(QString, token);
    QFETCH(QString, clientId);
    QFETCH(int, status);
    QFETCH(QString, error);
    AuthFixture auth;
    auth.store().addApplication(QStringLiteral("other"));
    const Answer pair = auth.pair();
    const QString known = pair.text(qPrintable(token + QStringLiteral("_token")));
    const Answer answer = auth.post("/oauth/token",
                                    {{"grant_type", "refresh_token"},
                                     {"refresh_token", known.isEmpty() ? token : known},
                                     {"client_id", clientId},
                                     {"client_secret", "secret"}});
    QCOMPARE(answer.status(), status);
    QCOMPARE(answer.error(), error);
    QVERIFY(auth.isActive(pair.text("refresh_token")));
}

void RefreshTokenGrantTest::outlivesTheAccessToken()
{
    const auto auth = fixture(Rotation::Once);
    const Answer first = auth->pair();
    auth->clock().advance(7200 * 1000);
    QVERIFY(!auth->isActive(first.text("access_token")));
    QCOMPARE(refresh(*auth, first).status(), 200);
}

void RefreshTokenGrantTest::endsAbsolutely()
{
    const auto auth = fixture(Rotation::Once);
    auth->change([](Policy &policy) { policy.refreshTokenLifetime = 100; });
    const Answer first = auth->pair();
    auth->clock().advance(60 * 1000);
    const Answer second = refresh(*auth, first);
    QCOMPARE(second.status(), 200);
    auth->clock().advance(40 * 1000);
    QCOMPARE(refresh(*auth, second).error(), QStringLiteral("invalid_grant"));
}

void RefreshTokenGrantTest::fillsTheLineage()
{
    const auto auth = fixture(Rotation::Once);
    refresh(*auth, auth->pair());
    QCOMPARE(auth->count("oauth_access_tokens t JOIN oauth_access_tokens p ON p.id = t.parent_id "
                         "AND p.family_id = t.family_id AND p.grant_id = t.grant_id "
                         "AND p.resource_owner_id = t.resource_owner_id WHERE t.grant_type = 'refresh_token'"),
             1);
    QCOMPARE(auth->count("token_families"), 1);
}

void RefreshTokenGrantTest::endsWithItsUser()
{
    const auto auth = fixture(Rotation::Once);
    const Answer first = auth->pair();
    User user = take(auth->store()->users().find(auth->user().id)).value();
    user.enabled = false;
    take(auth->store()->users().update(user));
    auth->store().commit();
    QCOMPARE(refresh(*auth, first).error(), QStringLiteral("invalid_grant"));
    QVERIFY(!auth->isActive(first.text("access_token")));
}

void RefreshTokenGrantTest::deadTokensComeBeforeWrongClientsInDoorkeepersWording_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("unknownToken");
    QTest::newRow("standard") << QStringLiteral("standard") << QStringLiteral("invalid_client");
    QTest::newRow("doorkeeper") << QStringLiteral("doorkeeper") << QStringLiteral("invalid_grant");
}

void RefreshTokenGrantTest::deadTokensComeBeforeWrongClientsInDoorkeepersWording()
{
    QFETCH(QString, profile);
    AuthFixture auth(profile);
    const auto refreshAsStranger = [&auth](const QString &token) {
        return auth.post("/oauth/token",
                         {{"grant_type", "refresh_token"},
                          {"refresh_token", token},
                          {"client_id", "nobody"},
                          {"client_secret", "x"}});
    };
    QTEST(refreshAsStranger(QStringLiteral("never")).error(), "unknownToken");
    const QString alive = auth.pair().text("refresh_token");
    QCOMPARE(refreshAsStranger(alive).error(), QStringLiteral("invalid_client"));
    auth.revoke(alive);
    QTEST(refreshAsStranger(alive).error(), "unknownToken");
}

QTEST_GUILESS_MAIN(RefreshTokenGrantTest)
#include "tst_refreshtokengrant.moc"
