#include "server/pages/codepage.h"
#include "server/pages/consentpage.h"
#include "server/pages/errorpage.h"
#include "server/pages/homepage.h"
#include "server/pages/loginpage.h"
#include "server/pages/pagerenderer.h"

#include <QTest>

using namespace Gatehouse;

class TestPageRenderer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data();
    void pages();
    void everyPageIsGuarded_data();
    void everyPageIsGuarded();
    void valuesAreEscaped_data();
    void valuesAreEscaped();
    void formTarget_data();
    void formTarget();
    void emptyValuesLeaveNothingBehind();
    void unknownScopeIsShownByName();
    void redirectSaysWhere();
    void throttledLoginSaysWhenToTryAgain();

private:
    PageRenderer m_renderer;
};

static const QString Nasty = QStringLiteral("<script>alert('x\")</script>&amp;");

static ConsentPage consent(const QString &text)
{
    ConsentPage page;
    page.formToken = text;
    page.applicationName = text;
    page.confidential = false;
    page.signedIn = text;
    page.loginUrl = text;
    page.redirectUri = QStringLiteral("https://client.example.com/cb");
    page.scopes = {QStringLiteral("read"), text};
    page.fields = {{QStringLiteral("state"), text}};
    return page;
}

static LoginPage login(const QString &text)
{
    LoginPage page;
    page.formToken = text;
    page.returnTo = text;
    page.login = text;
    page.applicationName = text;
    page.signedIn = text;
    page.notice = LoginPage::Notice::WrongPassword;
    return page;
}

static HomePage home(const QString &text)
{
    HomePage page;
    page.formToken = text;
    page.issuer = text;
    page.signedIn = text;
    return page;
}

static Response pageNamed(const QString &name, PageRenderer &renderer, const QString &text)
{
    if (name == u"consent")
        return consent(text).render(renderer, Language());
    if (name == u"login")
        return login(text).render(renderer, Language());
    if (name == u"home")
        return home(text).render(renderer, Language());
    if (name == u"code")
        return CodePage {text}.render(renderer, Language());
    if (name == u"error")
        return ErrorPage::authorization(400, text, text).render(renderer, Language());
    return SignedOutPage().render(renderer, Language());
}

static void addPages()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"consent", "login", "home", "code", "error", "signedout"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestPageRenderer::pages_data()
{
    addPages();
}

/// A page is whole, in one language, and has no place that was left unfilled.
void TestPageRenderer::pages()
{
    QFETCH(QString, name);
    const Response response = pageNamed(name, m_renderer, QStringLiteral("text"));
    QVERIFY(response.body.startsWith("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"));
    QVERIFY(response.body.contains("<h1>"));
    QVERIFY(response.body.endsWith("</html>\n"));
    QVERIFY(!response.body.contains("{{"));
    QCOMPARE(response.body.count("<title>"), 1);
    QCOMPARE(response.body.count("<form"), response.body.count("</form>"));
    QCOMPARE(response.header("Content-Type"), QByteArray("text/html; charset=utf-8"));
}

void TestPageRenderer::everyPageIsGuarded_data()
{
    addPages();
}

void TestPageRenderer::everyPageIsGuarded()
{
    QFETCH(QString, name);
    const Response response = pageNamed(name, m_renderer, QStringLiteral("text"));
    const QByteArray policy = response.header("Content-Security-Policy");
    for (const char *rule : {"default-src 'none'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"})
        QVERIFY2(policy.contains(rule), rule);
    QVERIFY(!policy.contains("unsafe"));
    QVERIFY(!policy.contains("script-src"));
    const bool hasForm = response.body.contains("<form");
    QVERIFY(policy.contains(hasForm ? "form-action 'self'" : "form-action 'none'"));
    QCOMPARE(response.header("Referrer-Policy"), QByteArray(hasForm ? "same-origin" : "no-referrer"));
    QCOMPARE(response.header("X-Frame-Options"), QByteArray("DENY"));
    QCOMPARE(response.header("X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(response.header("Cache-Control"), QByteArray("no-store"));
}

void TestPageRenderer::valuesAreEscaped_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"consent", "login", "home", "code", "error"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestPageRenderer::valuesAreEscaped()
{
    QFETCH(QString, name);
    const QByteArray body = pageNamed(name, m_renderer, Nasty).body;
    QVERIFY(!body.contains("<script"));
    QVERIFY(!body.contains("x\")"));
    QVERIFY(body.contains("&lt;script&gt;alert("));
    QVERIFY(body.contains("&amp;amp;"));
}

void TestPageRenderer::formTarget_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QByteArray>("sources");

    QTest::newRow("https") << "https://c.example/cb?x=1" << QByteArray("form-action 'self' https://c.example");
    QTest::newRow("port") << "http://127.0.0.1:9999/cb" << QByteArray("form-action 'self' http://127.0.0.1:9999");
    QTest::newRow("own scheme") << "com.example.app:/cb" << QByteArray("form-action 'self' com.example.app:");
    QTest::newRow("IPv6 has no word in the grammar")
        << "http://[::1]:9999/cb" << QByteArray("form-action 'self' http:");
    QTest::newRow("a rule cannot be added")
        << "https://c.example;script-src */cb" << QByteArray("form-action 'self' https:");
    QTest::newRow("out of band") << "urn:ietf:wg:oauth:2.0:oob" << QByteArray("form-action 'self'");
}

void TestPageRenderer::formTarget()
{
    QFETCH(QString, uri);
    ConsentPage page = consent(QStringLiteral("text"));
    page.redirectUri = uri;
    const QByteArray policy = page.render(m_renderer, Language()).header("Content-Security-Policy");
    QTEST(policy.mid(policy.indexOf("form-action")), "sources");
}

void TestPageRenderer::emptyValuesLeaveNothingBehind()
{
    LoginPage page;
    const QByteArray body = page.render(m_renderer, Language()).body;
    QVERIFY(!body.contains("alert"));
    QVERIFY(!body.contains("return_to"));
    QVERIFY(!body.contains("signed in"));
    QVERIFY(body.contains("name=\"username\" type=\"text\""));
}

void TestPageRenderer::unknownScopeIsShownByName()
{
    const QByteArray body = consent(QStringLiteral("calendar")).render(m_renderer, Language()).body;
    QVERIFY(body.contains("<li><span>Read your data</span> <code>read</code></li>"));
    QVERIFY(body.contains("<li><span>calendar</span></li>"));
}

void TestPageRenderer::redirectSaysWhere()
{
    const Response response = m_renderer.redirect("https://c.example/cb?a=1&b=2");
    QCOMPARE(response.status, 302);
    QCOMPARE(response.header("Location"), QByteArray("https://c.example/cb?a=1&b=2"));
    QVERIFY(response.body.contains("You are being <a href=\"https://c.example/cb?a=1&amp;b=2\">redirected</a>."));
}

void TestPageRenderer::throttledLoginSaysWhenToTryAgain()
{
    LoginPage page;
    page.notice = LoginPage::Notice::TooManyAttempts;
    page.wait = 17;
    const Response response = page.render(m_renderer, Language());
    QCOMPARE(response.status, 429);
    QCOMPARE(response.header("Retry-After"), QByteArray("17"));
    QVERIFY(response.body.contains("17 second"));
}

QTEST_GUILESS_MAIN(TestPageRenderer)
#include "tst_pagerenderer.moc"
