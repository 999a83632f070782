#include "tests/server/pages/testbrowser.h"

#include <QTest>

using namespace Gatehouse;

/// The code page, the home page and the assets.
class TestWebPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codePageShowsWhatTheAddressNames();
    void codePageWantsSomebodySignedIn();
    void codeInPathOnlyWhereThePolicySaysSo();
    void homeNamesTheIssuer();
    void homeSignsOut();
    void assets_data();
    void assets();
    void pagesOfForeignHostsAreRefused_data();
    void pagesOfForeignHostsAreRefused();
};

void TestWebPages::codePageShowsWhatTheAddressNames()
{
    TestBrowser browser;
    browser.signIn();
    const QString path = QStringLiteral("/oauth/authorize/native");
    QVERIFY(browser.get(path, {{QStringLiteral("code"), QStringLiteral("abc123")}})
                .body.contains("<code id=\"authorization_code\">abc123</code>"));
    QVERIFY(browser.get(path).body.contains("<code id=\"authorization_code\"></code>"));
    const Response escaped = browser.get(path, {{QStringLiteral("code"), QStringLiteral("<b>x</b>")}});
    QVERIFY(!escaped.body.contains("<b>x</b>"));
    QCOMPARE(escaped.header("Referrer-Policy"), QByteArray("no-referrer"));
}

void TestWebPages::codePageWantsSomebodySignedIn()
{
    TestBrowser browser;
    const Response response = browser.get(QStringLiteral("/oauth/authorize/native?code=abc"));
    QCOMPARE(targetOf(response), QStringLiteral("http://127.0.0.1:6749/login"));
    QVERIFY(browser.follow(response).body.contains("/oauth/authorize/native?code=abc"));
}

void TestWebPages::codeInPathOnlyWhereThePolicySaysSo()
{
    TestBrowser standard;
    standard.signIn();
    QCOMPARE(standard.get(QStringLiteral("/oauth/authorize/abc")).status, 404);
    Policy policy;
    policy.codeInPath = true;
    TestBrowser strange(policy);
    const Response away = strange.get(QStringLiteral("/oauth/authorize/a%3Cb"));
    QVERIFY(strange.follow(away).body.contains("/oauth/authorize/a%3Cb"));
    policy.codePageForAnybody = true;
    TestBrowser wiki(policy);
    QVERIFY(wiki.get(QStringLiteral("/oauth/authorize/a%3Cb")).body.contains("\"authorization_code\">a&lt;b</code>"));
    QVERIFY(
        wiki.get(QStringLiteral("/oauth/authorize/native?code=q")).body.contains("\"authorization_code\">q</code>"));
}

void TestWebPages::homeNamesTheIssuer()
{
    TestBrowser browser;
    const Response home = browser.get(QStringLiteral("/"));
    QCOMPARE(home.status, 200);
    QVERIFY(home.body.contains(TestBrowser::Origin));
    QVERIFY(home.body.contains("/.well-known/oauth-authorization-server"));
    QVERIFY(!home.body.contains(TestBrowser::Email));
}

void TestWebPages::homeSignsOut()
{
    TestBrowser browser;
    browser.signIn();
    const Response home = browser.get(QStringLiteral("/"));
    QVERIFY(home.body.contains(TestBrowser::Email));
    QCOMPARE(browser.submit(home, QStringLiteral("/logout"), {}).status, 200);
    QVERIFY(!browser.get(QStringLiteral("/")).body.contains(TestBrowser::Email));
}

void TestWebPages::assets_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    const QByteArray page("text/html; charset=utf-8");

    QTest::newRow("style") << "/assets/gatehouse.css" << 200 << QByteArray("text/css; charset=utf-8");
    QTest::newRow("mark") << "/assets/gatehouse.svg" << 200 << QByteArray("image/svg+xml");
    QTest::newRow("unknown") << "/assets/other.css" << 404 << page;
    QTest::newRow("template") << "/assets/login.html" << 404 << page;
    QTest::newRow("case") << "/assets/GATEHOUSE.css" << 404 << page;
    QTest::newRow("encoded traversal") << "/assets/..%2f..%2fetc%2fpasswd" << 404 << page;
    QTest::newRow("NUL") << "/assets/gatehouse.css%00" << 404 << page;
}

void TestWebPages::assets()
{
    QFETCH(QString, path);
    TestBrowser browser;
    const Response response = browser.get(path);
    QTEST(response.status, "status");
    QTEST(response.header("Content-Type"), "type");
    QVERIFY(!response.body.isEmpty());
}

void TestWebPages::pagesOfForeignHostsAreRefused_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path :
         {"/", "/login", "/oauth/authorize", "/oauth/authorize/native", "/assets/gatehouse.css", "/none"})
        QTest::newRow(path) << QByteArray(path);
}

void TestWebPages::pagesOfForeignHostsAreRefused()
{
    QFETCH(QByteArray, path);
    TestBrowser browser;
    Request request;
    request.path = path;
    request.headers = {{"Host", "evil.example.net:6749"}};
    const Response response = browser.send(request);
    QCOMPARE(response.status, 421);
    QVERIFY(response.header("Set-Cookie").isEmpty());
}

QTEST_GUILESS_MAIN(TestWebPages)
#include "tst_webpages.moc"
