#include "tests/server/pages/testbrowser.h"

#include <QTest>

using namespace Gatehouse;

/// Every request that changes something over the pages, held against forged ones.
class TestCsrf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foreignOrigin_data();
    void foreignOrigin();
    void ownOrigin_data();
    void ownOrigin();
    void formTokenIsNeeded_data();
    void formTokenIsNeeded();
    void railsHasAStatusOfItsOwn();
    void anotherBrowsersTokenIsWorthNothing();
    void tokenOfBeforeSignInIsWorthNothing();
    void withoutProtectionForeignPagesStayOut();
    void withoutProtectionProgramsNeedNoToken();
};

using Fields = TestBrowser::Fields;

static Fields decision(const Application &application, const QString &token)
{
    return {{QStringLiteral("client_id"), application.uid},
            {QStringLiteral("redirect_uri"), application.redirectUri},
            {QStringLiteral("response_type"), QStringLiteral("code")},
            {QStringLiteral("authenticity_token"), token}};
}

static QString tokenOf(const Response &page)
{
    const Fields fields = formFields(page);
    for (const auto &[name, value] : fields) {
        if (name == u"authenticity_token")
            return value;
    }
    return {};
}

static QString homeToken(TestBrowser &browser)
{
    return tokenOf(browser.get(QStringLiteral("/")));
}

static void addChanges()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("consent") << "/oauth/authorize";
    QTest::newRow("login") << "/login";
    QTest::newRow("logout") << "/logout";
}

void TestCsrf::foreignOrigin_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    for (const char *path : {"/oauth/authorize", "/login", "/logout"}) {
        const auto add = [path](const char *header, const char *value) {
            QTest::addRow("%s %s %s", path, header, value)
                << QString::fromLatin1(path) << QByteArray(header) << QByteArray(value);
        };
        add("Origin", "https://evil.example.net");
        add("Origin", "null");
        add("Origin", "http://127.0.0.1:80");
        add("Origin", "https://127.0.0.1:6749");
        add("Origin", "http://127.0.0.1:6749.evil.example.net");
        add("Origin", "http://localhost:6749");
        add("Sec-Fetch-Site", "cross-site");
        add("Sec-Fetch-Site", "same-site");
    }
}

void TestCsrf::foreignOrigin()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    TestBrowser browser;
    browser.signIn();
    const QString token = homeToken(browser);
    browser.extraHeaders = {{header, value}};
    const Response response = browser.post(path, decision(browser.web(), token));
    QCOMPARE(response.status, 403);
    QVERIFY(response.header("Location").isEmpty());
    browser.extraHeaders.clear();
    QVERIFY(browser.get(QStringLiteral("/")).body.contains(TestBrowser::Email));
}

void TestCsrf::ownOrigin_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("origin") << QByteArray("Origin") << QByteArray("http://127.0.0.1:6749");
    QTest::newRow("same-origin") << QByteArray("Sec-Fetch-Site") << QByteArray("same-origin");
    QTest::newRow("typed in") << QByteArray("Sec-Fetch-Site") << QByteArray("none");
}

void TestCsrf::ownOrigin()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    TestBrowser browser;
    browser.extraHeaders = {{header, value}};
    QCOMPARE(browser.signIn().status, 302);
    const Response response
        = browser.post(QStringLiteral("/oauth/authorize"), decision(browser.web(), homeToken(browser)));
    QCOMPARE(targetOf(response), browser.web().redirectUri);
}

void TestCsrf::formTokenIsNeeded_data()
{
    addChanges();
}

void TestCsrf::formTokenIsNeeded()
{
    QFETCH(QString, path);
    TestBrowser browser;
    browser.signIn();
    const QString token = homeToken(browser);
    for (const QString &wrong : {QString(), token.chopped(1), token.toUpper(), QString(token.size(), u'0')})
        QCOMPARE(browser.post(path, decision(browser.web(), wrong)).status, 403);
    const Fields twice = decision(browser.web(), token) + Fields {{QStringLiteral("authenticity_token"), token}};
    const Response response = browser.post(path, twice);
    QVERIFY(response.status >= 400);
}

void TestCsrf::railsHasAStatusOfItsOwn()
{
    Policy policy;
    policy.wording = Policy::Wording::Doorkeeper;
    TestBrowser browser(policy);
    browser.signIn();
    const Response response
        = browser.post(QStringLiteral("/oauth/authorize"), decision(browser.web(), QStringLiteral("wrong")));
    QCOMPARE(response.status, 422);
}

void TestCsrf::anotherBrowsersTokenIsWorthNothing()
{
    TestBrowser browser;
    const QString foreign = homeToken(browser);
    browser.forgetCookies();
    browser.signIn();
    QVERIFY(homeToken(browser) != foreign);
    QCOMPARE(browser.post(QStringLiteral("/oauth/authorize"), decision(browser.web(), foreign)).status, 403);
}

void TestCsrf::tokenOfBeforeSignInIsWorthNothing()
{
    TestBrowser browser;
    const QString before = homeToken(browser);
    browser.signIn();
    QCOMPARE(browser.post(QStringLiteral("/oauth/authorize"), decision(browser.web(), before)).status, 403);
    QCOMPARE(browser.post(QStringLiteral("/oauth/authorize"), decision(browser.web(), homeToken(browser))).status, 302);
}

void TestCsrf::withoutProtectionForeignPagesStayOut()
{
    Policy policy;
    policy.forgeryProtection = false;
    TestBrowser browser(policy);
    browser.signIn();
    browser.extraHeaders = {{"Origin", "https://evil.example.net"}};
    QCOMPARE(browser.post(QStringLiteral("/oauth/authorize"), decision(browser.web(), {})).status, 403);
}

void TestCsrf::withoutProtectionProgramsNeedNoToken()
{
    Policy policy;
    policy.forgeryProtection = false;
    TestBrowser browser(policy);
    browser.signIn();
    const Response response = browser.post(QStringLiteral("/oauth/authorize"), decision(browser.web(), {}));
    QVERIFY(answerIn(response).hasQueryItem(QStringLiteral("code")));
}

QTEST_GUILESS_MAIN(TestCsrf)
#include "tst_csrf.moc"
