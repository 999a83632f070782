#include "models/secrets/digest.h"
#include "models/store/sessionstore.h"
#include "models/store/userstore.h"
#include "tests/server/pages/testbrowser.h"

#include <QTest>

using namespace Gatehouse;

static const QByteArray Cookie("gatehouse_session");

class TestVisitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cookieIsGuarded();
    void cookieKeepsToTls();
    void cookieChangesAtSignInAndSignOut();
    void plantedCookieIsNotKept_data();
    void plantedCookieIsNotKept();
    void databaseHasTheDigestOnly();
    void sessionExpires();
    void disabledUserIsOut();
    void notBeforeEndsSessions();
    void signOutEndsTheSession();
    void firstCookieOfTheNameCounts();
};

static bool isSignedIn(TestBrowser &browser)
{
    return browser.get(QStringLiteral("/")).body.contains(TestBrowser::Email);
}

static QByteArray setCookieOf(const Response &response)
{
    return response.header("Set-Cookie");
}

void TestVisitor::cookieIsGuarded()
{
    TestBrowser browser;
    const QByteArray cookie = setCookieOf(browser.get(QStringLiteral("/login")));
    QVERIFY(cookie.startsWith("gatehouse_session="));
    QCOMPARE(browser.cookie(Cookie).size(), 43);
    for (const char *attribute : {"; HttpOnly", "; SameSite=Lax", "; Path=/"})
        QVERIFY2(cookie.contains(attribute), attribute);
    QVERIFY(!cookie.contains("Secure"));
    QVERIFY(!cookie.contains("Domain"));
}

void TestVisitor::cookieKeepsToTls()
{
    TestBrowser browser;
    Request request;
    request.path = "/login";
    request.secure = true;
    QVERIFY(setCookieOf(browser.send(request)).contains("; Secure"));
}

void TestVisitor::cookieChangesAtSignInAndSignOut()
{
    TestBrowser browser;
    const Response page = browser.get(QStringLiteral("/login"));
    const QByteArray before = browser.cookie(Cookie);
    browser.signIn();
    const QByteArray during = browser.cookie(Cookie);
    browser.submit(browser.get(QStringLiteral("/")), QStringLiteral("/logout"), {});
    const QByteArray after = browser.cookie(Cookie);
    QVERIFY(before != during);
    QVERIFY(during != after);
    QVERIFY(before != after);
}

void TestVisitor::plantedCookieIsNotKept_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("short") << QByteArray("x");
    QTest::newRow("long") << QByteArray(4000, 'x');
    QTest::newRow("odd characters") << QByteArray(42, 'x') + '\'';
}

void TestVisitor::plantedCookieIsNotKept()
{
    QFETCH(QByteArray, value);
    TestBrowser browser;
    browser.setCookie(Cookie, value);
    browser.get(QStringLiteral("/login"));
    QVERIFY(browser.cookie(Cookie) != value);
    QCOMPARE(browser.cookie(Cookie).size(), 43);
}

void TestVisitor::databaseHasTheDigestOnly()
{
    TestBrowser browser;
    browser.signIn();
    SessionStore &sessions = browser.store()->sessions();
    const QString value = QString::fromLatin1(browser.cookie(Cookie));
    const Timestamp now = browser.store().now();
    QVERIFY(take(sessions.findLive(browser.user().domainId, sha256Hex(value), now)));
    QVERIFY(!take(sessions.findLive(browser.user().domainId, value, now)));
}

void TestVisitor::sessionExpires()
{
    TestBrowser browser;
    browser.signIn();
    browser.store().clock().advance(86399 * 1000);
    QVERIFY(isSignedIn(browser));
    browser.store().clock().advance(1000);
    QVERIFY(!isSignedIn(browser));
}

void TestVisitor::disabledUserIsOut()
{
    TestBrowser browser;
    browser.signIn();
    User user = browser.user();
    user.enabled = false;
    take(browser.store()->users().update(user));
    QVERIFY(!isSignedIn(browser));
}

void TestVisitor::notBeforeEndsSessions()
{
    TestBrowser browser;
    browser.signIn();
    User user = browser.user();
    user.notBefore = browser.store().now() + 1;
    take(browser.store()->users().update(user));
    QVERIFY(!isSignedIn(browser));
    browser.store().clock().advance(1);
    browser.signIn();
    QVERIFY(isSignedIn(browser));
}

void TestVisitor::signOutEndsTheSession()
{
    TestBrowser browser;
    browser.signIn();
    const QByteArray value = browser.cookie(Cookie);
    const Response response = browser.submit(browser.get(QStringLiteral("/")), QStringLiteral("/logout"), {});
    QCOMPARE(response.status, 200);
    QVERIFY(!isSignedIn(browser));
    browser.setCookie(Cookie, value);
    QVERIFY(!isSignedIn(browser));
}

void TestVisitor::firstCookieOfTheNameCounts()
{
    TestBrowser browser;
    browser.signIn();
    const QByteArray mine = browser.cookie(Cookie);
    browser.forgetCookies();
    Request request;
    request.path = "/";
    request.headers
        = {{"Cookie", "x" + Cookie + "=a; " + Cookie + "2=b; " + Cookie + "=" + mine + "; " + Cookie + "=c"}};
    QVERIFY(browser.send(request).body.contains(TestBrowser::Email));
}

QTEST_GUILESS_MAIN(TestVisitor)
#include "tst_visitor.moc"
