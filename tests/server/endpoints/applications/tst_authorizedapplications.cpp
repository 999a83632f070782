#include "models/store/consentstore.h"
#include "models/store/tokenstore.h"
#include "models/store/userstore.h"
#include "tests/server/endpoints/applications/administration.h"

#include <QTest>

using namespace Gatehouse;

/// /oauth/authorized_applications, and one of them.
class TestAuthorizedApplications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsSentToTheLoginPage();
    void emptyList();
    void listNamesWhatHasAccess();
    void listForPrograms();
    void usernameNamesTheOwnerOnThisMachineOnly();
    void dates_data();
    void dates();
    void revokes();
    void revokesForPrograms();
    void revokingLeavesOthersAlone();
    void revokingAsksForConsentAgain();
    void unknownOnesRedirectToo_data();
    void unknownOnesRedirectToo();
    void formNeedsTheToken();

private:
    static AccessToken addToken(TestBrowser &browser, const Application &application, const QString &value,
                                Id owner = 0)
    {
        AccessToken token = browser.store().newToken(value);
        token.applicationId = application.id;
        token.resourceOwnerId = owner ? owner : browser.user().id;
        token = take(browser.store()->tokens().insert(token));
        browser.store().commit();
        return token;
    }
    static bool isOver(TestBrowser &browser, const AccessToken &token)
    {
        return take(browser.store()->tokens().find(token.id))->token.revokedAt != 0;
    }
    static QString pathOf(const Application &application)
    {
        return QStringLiteral("/oauth/authorized_applications/%1").arg(application.id);
    }
    static inline const QString List = QStringLiteral("/oauth/authorized_applications");
};

void TestAuthorizedApplications::nobodyIsSentToTheLoginPage()
{
    for (const Policy &policy : {standardPolicy(), openDoorkeeper()}) {
        TestBrowser browser(policy);
        const QString login = QString::fromLatin1(TestBrowser::Origin) + QStringLiteral("/login");
        QCOMPARE(targetOf(browser.get(List)), login);
        browser.signIn();
        browser.forgetCookies();
        const Response page = browser.get(QStringLiteral("/login"));
        QCOMPARE(targetOf(browser.submit(page, pathOf(browser.web()), {{"_method", "delete"}})), login);
    }
}

void TestAuthorizedApplications::emptyList()
{
    TestBrowser browser;
    browser.signIn();
    const Response page = browser.get(List);
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("No application has access to your account."));
    QVERIFY(!page.body.contains("<form"));
}

void TestAuthorizedApplications::listNamesWhatHasAccess()
{
    TestBrowser browser;
    browser.signIn();
    addToken(browser, browser.web(), QStringLiteral("a"));
    const Response page = browser.get(List);
    QVERIFY(page.body.contains("<td>Application web</td>"));
    QVERIFY(page.body.contains("Access your public data"));
    QVERIFY(!page.body.contains("Application desktop"));
    QCOMPARE(page.body.count("<form"), 1);
}

void TestAuthorizedApplications::listForPrograms()
{
    Administration browser;
    addToken(browser, browser.web(), QStringLiteral("a"));
    addToken(browser, browser.desktop(), QStringLiteral("b"));
    const QString named = QStringLiteral("?username=") + QString::fromLatin1(TestBrowser::Email);
    for (const QString &path : {QString(List + named), QString(List + QStringLiteral("/") + named)}) {
        const QJsonArray list = arrayIn(browser.program(Method::Get, path));
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0]["name"].toString(), QStringLiteral("Application web"));
        QVERIFY(!list[0].toObject().contains(QLatin1String("uid")));
        QCOMPARE(list[1]["uid"].toString(), QStringLiteral("desktop"));
        QCOMPARE(list[0]["created_at"].toString(), QStringLiteral("2023-11-14T22:13:20.000Z"));
    }
    QCOMPARE(arrayIn(browser.get(List + QStringLiteral(".json") + named)).size(), 2);
}

void TestAuthorizedApplications::usernameNamesTheOwnerOnThisMachineOnly()
{
    const TestBrowser::Fields named {{"username", QString::fromLatin1(TestBrowser::Email)}};
    TestBrowser standard;
    QCOMPARE(standard.get(List, named).status, 302);
    TestBrowser doorkeeper(openDoorkeeper());
    QCOMPARE(doorkeeper.get(List, named).status, 200);
    doorkeeper.peer = QHostAddress(QStringLiteral("192.168.1.7"));
    QCOMPARE(doorkeeper.get(List, named).status, 302);
}

void TestAuthorizedApplications::dates_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QByteArray>("date");
    QTest::newRow("of the application") << QStringLiteral("doorkeeper") << QByteArray("2023-11-14 22:13:20 UTC");
    QTest::newRow("of the access") << QStringLiteral("standard") << QByteArray("November 15, 2023 ");
}

void TestAuthorizedApplications::dates()
{
    QFETCH(QString, profile);
    QFETCH(QByteArray, date);
    TestBrowser browser(take(Policy::preset(profile)));
    browser.store().clock().advance(86'400'000);
    browser.signIn();
    addToken(browser, browser.web(), QStringLiteral("a"));
    QVERIFY(browser.get(List).body.contains(date));
}

void TestAuthorizedApplications::revokes()
{
    TestBrowser browser;
    browser.signIn();
    const AccessToken token = addToken(browser, browser.web(), QStringLiteral("a"));
    const Response revoked = browser.submit(browser.get(List), pathOf(browser.web()), {}, QStringLiteral("delete"));
    QCOMPARE(revoked.status, 302);
    const Response page = browser.follow(revoked);
    QVERIFY(page.body.contains("Application revoked."));
    QVERIFY(!page.body.contains("Application web"));
    QVERIFY(isOver(browser, token));
}

void TestAuthorizedApplications::revokesForPrograms()
{
    Administration browser;
    const AccessToken token = addToken(browser, browser.web(), QStringLiteral("a"));
    const Response revoked = browser.program(Method::Delete, pathOf(browser.web()),
                                             {{"username", QString::fromLatin1(TestBrowser::Email)}});
    QCOMPARE(revoked.status, 204);
    QVERIFY(isOver(browser, token));
    QCOMPARE(browser.count("SELECT count(*) FROM audit_events WHERE actor = 'user:ada@example.com'"
                           " AND action = 'revocation' AND outcome = 'revoked'"),
             1);
}

void TestAuthorizedApplications::revokingLeavesOthersAlone()
{
    TestBrowser browser;
    browser.signIn();
    const User other = browser.store().addUser(QStringLiteral("other@example.com"));
    const AccessToken theirs = addToken(browser, browser.web(), QStringLiteral("a"), other.id);
    const AccessToken elsewhere = addToken(browser, browser.desktop(), QStringLiteral("b"));
    addToken(browser, browser.web(), QStringLiteral("c"));
    browser.submit(browser.get(List), pathOf(browser.web()), {}, QStringLiteral("delete"));
    QVERIFY(!isOver(browser, theirs) && !isOver(browser, elsewhere));
}

void TestAuthorizedApplications::revokingAsksForConsentAgain()
{
    TestBrowser browser;
    browser.signIn();
    take(browser.store()->consents().give(1, browser.user().id, browser.web().id, QStringLiteral("public"), 1));
    addToken(browser, browser.web(), QStringLiteral("a"));
    const TestBrowser::Fields request {
        {"response_type", "code"}, {"client_id", "web"}, {"redirect_uri", "http://127.0.0.1:9999/callback"}};
    QCOMPARE(browser.get(QStringLiteral("/oauth/authorize"), request).status, 302);
    browser.submit(browser.get(List), pathOf(browser.web()), {}, QStringLiteral("delete"));
    QCOMPARE(browser.get(QStringLiteral("/oauth/authorize"), request).status, 200);
}

void TestAuthorizedApplications::unknownOnesRedirectToo_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"2", "987654", "abc", "-1"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestAuthorizedApplications::unknownOnesRedirectToo()
{
    QFETCH(QString, id);
    TestBrowser browser(openDoorkeeper());
    const Response response
        = browser.remove(List + QLatin1Char('/') + id, {{"username", QString::fromLatin1(TestBrowser::Email)}});
    QCOMPARE(response.status, 302);
    QVERIFY(targetOf(response).endsWith(List));
}

void TestAuthorizedApplications::formNeedsTheToken()
{
    TestBrowser browser;
    browser.signIn();
    const AccessToken token = addToken(browser, browser.web(), QStringLiteral("a"));
    QCOMPARE(browser.remove(pathOf(browser.web()), {}).status, 403);
    QVERIFY(!isOver(browser, token));
}

QTEST_GUILESS_MAIN(TestAuthorizedApplications)
#include "tst_authorizedapplications.moc"
