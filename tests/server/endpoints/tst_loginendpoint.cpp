#include "tests/server/pages/testbrowser.h"

#include "models/store/userstore.h"

#include <QTest>

using namespace Gatehouse;

class TestLoginEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsInAndLeadsBack();
    void nameIsCaseless();
    void saysWhoAsks();
    void letsTheFormLeadToTheClient();
    void unregisteredTargetIsNotLetIn();
    void wrongPasswordAndUnknownUserLookAlike_data();
    void wrongPasswordAndUnknownUserLookAlike();
    void accountIsThrottled();
    void addressIsThrottled();
    void successIsNeverThrottled();
    void othersStillSignIn();
    void verdictOfTheThrottledIsNotTold();
    void wrongMethodsAreRefused();
    void hostilePasswords_data();
    void hostilePasswords();

private:
    static Response attempt(TestBrowser &browser, const QString &name, const QString &password);
};

static const QString Ada = QString::fromLatin1(TestBrowser::Email);
static const QString Right = QString::fromLatin1(TestBrowser::Password);
static const QString Wrong = QStringLiteral("wrong");

Response TestLoginEndpoint::attempt(TestBrowser &browser, const QString &name, const QString &password)
{
    return browser.submit(browser.get(QStringLiteral("/login")), QStringLiteral("/login"),
                          {{QStringLiteral("username"), name}, {QStringLiteral("password"), password}});
}

static QString authorizePath(const QString &redirectUri)
{
    return QStringLiteral("/oauth/authorize?client_id=web&response_type=code&redirect_uri=%1").arg(redirectUri);
}

void TestLoginEndpoint::signsInAndLeadsBack()
{
    TestBrowser browser;
    const QString path = QStringLiteral("/oauth/authorize?client_id=web&state=a%20b");
    const Response page = browser.get(QStringLiteral("/login"), {{QStringLiteral("return_to"), path}});
    QCOMPARE(page.status, 200);
    const Response response = browser.submit(page, QStringLiteral("/login"),
                                             {{QStringLiteral("username"), Ada}, {QStringLiteral("password"), Right}});
    QCOMPARE(response.status, 302);
    QCOMPARE(response.header("Location"), QByteArray(TestBrowser::Origin) + path.toUtf8());
    QCOMPARE(browser.slowChecks, 1);
}

void TestLoginEndpoint::nameIsCaseless()
{
    TestBrowser browser;
    QCOMPARE(attempt(browser, Ada.toUpper(), Right).status, 302);
}

void TestLoginEndpoint::saysWhoAsks()
{
    TestBrowser browser;
    const Response page = browser.get(QStringLiteral("/login"),
                                      {{QStringLiteral("return_to"), authorizePath(browser.web().redirectUri)}});
    QVERIFY(page.body.contains("Application web"));
    browser.signIn();
    QVERIFY(browser.get(QStringLiteral("/login")).body.contains(TestBrowser::Email));
}

/// Chrome holds form-action against the redirects that follow: sign-in, then straight on to a trusted application.
void TestLoginEndpoint::letsTheFormLeadToTheClient()
{
    TestBrowser browser;
    const Response page = browser.get(QStringLiteral("/login"),
                                      {{QStringLiteral("return_to"), authorizePath(browser.web().redirectUri)}});
    QVERIFY(page.header("Content-Security-Policy").endsWith("form-action 'self' http://127.0.0.1:9999"));
}

void TestLoginEndpoint::unregisteredTargetIsNotLetIn()
{
    TestBrowser browser;
    const Response page = browser.get(
        QStringLiteral("/login"),
        {{QStringLiteral("return_to"), authorizePath(QStringLiteral("https://evil.example.net/callback"))}});
    QVERIFY(page.header("Content-Security-Policy").endsWith("form-action 'self'"));
}

void TestLoginEndpoint::wrongPasswordAndUnknownUserLookAlike_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("unknown") << "nobody@example.com";
    QTest::newRow("disabled") << "disabled@example.com";
    QTest::newRow("without a password") << "user@example.com";
    QTest::newRow("empty name") << "";
}

void TestLoginEndpoint::wrongPasswordAndUnknownUserLookAlike()
{
    QFETCH(QString, name);
    TestBrowser browser;
    User disabled = browser.store().addUser(QStringLiteral("disabled@example.com"), Wrong);
    disabled.enabled = false;
    take(browser.store()->users().update(disabled));
    const Response known = attempt(browser, Ada, Wrong);
    QCOMPARE(browser.slowChecks, 1);
    const Response unknown = attempt(browser, name, Wrong);
    QCOMPARE(browser.slowChecks, 2); // the same work, so the same time
    QCOMPARE(unknown.status, 403);
    QCOMPARE(unknown.status, known.status);
    QVERIFY(unknown.body.contains("The e-mail address or the password is wrong."));
    QVERIFY(known.body.contains("The e-mail address or the password is wrong."));
}

void TestLoginEndpoint::accountIsThrottled()
{
    TestBrowser browser;
    for (int i = 0; i < 10; ++i)
        QCOMPARE(attempt(browser, Ada, Wrong).status, 403);
    const Response refused = attempt(browser, Ada, Right);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("Retry-After"), QByteArray("30"));
    QCOMPARE(browser.slowChecks, 10); // the throttled one cost nothing
    browser.store().clock().advance(30000);
    QCOMPARE(attempt(browser, Ada, Right).status, 302);
}

void TestLoginEndpoint::addressIsThrottled()
{
    TestBrowser browser;
    browser.peer = QHostAddress(QStringLiteral("192.0.2.7"));
    for (int i = 0; i < 25; ++i)
        QCOMPARE(attempt(browser, QStringLiteral("user%1@example.com").arg(i), Wrong).status, 403);
    QCOMPARE(attempt(browser, Ada, Right).status, 429);
    browser.peer = QHostAddress(QStringLiteral("192.0.2.8"));
    QCOMPARE(attempt(browser, Ada, Right).status, 302);
}

void TestLoginEndpoint::successIsNeverThrottled()
{
    TestBrowser browser;
    for (int i = 0; i < 40; ++i)
        QCOMPARE(attempt(browser, Ada, Right).status, 302);
    QCOMPARE(browser.slowChecks, 1); // remembered
}

void TestLoginEndpoint::othersStillSignIn()
{
    TestBrowser browser;
    browser.store().addUser(QStringLiteral("grace@example.com"), Right);
    for (int i = 0; i < 12; ++i)
        attempt(browser, Ada, Wrong);
    QCOMPARE(attempt(browser, QStringLiteral("grace@example.com"), Right).status, 302);
}

/// Guesses sent all at once are checked all at once; those over the limit do not learn what came out.
void TestLoginEndpoint::verdictOfTheThrottledIsNotTold()
{
    TestBrowser browser;
    const Response page = browser.get(QStringLiteral("/login"));
    for (int i = 0; i < 10; ++i)
        attempt(browser, Ada, Wrong);
    Request request;
    request.method = Method::Post;
    request.path = "/login";
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = "username=ada%40example.com&password=correct%20horse&authenticity_token="
        + formFields(page).constFirst().second.toUtf8();
    request.verdicts = {{{browser.user().passwordDigest, Right}, true}};
    QCOMPARE(browser.send(request).status, 429);
}

void TestLoginEndpoint::wrongMethodsAreRefused()
{
    TestBrowser browser;
    QCOMPARE(browser.remove(QStringLiteral("/login"), {}).status, 405);
    QCOMPARE(browser.get(QStringLiteral("/logout")).status, 405);
}

void TestLoginEndpoint::hostilePasswords_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("empty") << "";
    QTest::newRow("long") << QString(60000, u'x');
    QTest::newRow("SQL") << "' OR 1=1 --";
    QTest::newRow("with more behind") << Right + QStringLiteral(" ");
    QTest::newRow("case") << Right.toUpper();
}

void TestLoginEndpoint::hostilePasswords()
{
    QFETCH(QString, password);
    TestBrowser browser;
    QCOMPARE(attempt(browser, Ada, password).status, 403);
}

QTEST_GUILESS_MAIN(TestLoginEndpoint)
#include "tst_loginendpoint.moc"
