#include "tests/server/pages/testbrowser.h"

#include <QTest>
#include <QUrl>

using namespace Gatehouse;

class TestReturnPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsBackToOwnPathsOnly_data();
    void leadsBackToOwnPathsOnly();
    void doorkeeperKeepsThePathInACookie();
    void aLongPathStandsInTheAddress();
};

void TestReturnPath::leadsBackToOwnPathsOnly_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("location");
    const QByteArray home("http://127.0.0.1:6749/");

    QTest::newRow("nothing") << "" << home;
    QTest::newRow("own path") << "/oauth/authorize?a=b%20c&d"
                              << QByteArray("http://127.0.0.1:6749/oauth/authorize?a=b%20c&d");
    QTest::newRow("other site") << "https://evil.example.net/" << home;
    QTest::newRow("no scheme") << "//evil.example.net/" << home;
    QTest::newRow("backslash") << "/\\evil.example.net/" << home;
    QTest::newRow("backslashes") << "\\\\evil.example.net/" << home;
    QTest::newRow("userinfo") << "@evil.example.net/" << home;
    QTest::newRow("dotted") << ".evil.example.net/" << home;
    QTest::newRow("port") << ":80@evil.example.net/" << home;
    QTest::newRow("tab") << "/\t/evil.example.net" << home;
    QTest::newRow("line") << "/x\r\nSet-Cookie: a=b" << home;
    QTest::newRow("script") << "javascript:alert(1)" << home;
    QTest::newRow("not ASCII") << QStringLiteral("/\u2044/evil.example.net") << home;
}

void TestReturnPath::leadsBackToOwnPathsOnly()
{
    QFETCH(QString, path);
    TestBrowser browser;
    const Response page = browser.get(QStringLiteral("/login"), {{QStringLiteral("return_to"), path}});
    const Response response = browser.submit(page, QStringLiteral("/login"),
                                             {{QStringLiteral("username"), QString::fromLatin1(TestBrowser::Email)},
                                              {QStringLiteral("password"), QString::fromLatin1(TestBrowser::Password)},
                                              {QStringLiteral("return_to"), path}});
    QTEST(response.header("Location"), "location");
}

void TestReturnPath::doorkeeperKeepsThePathInACookie()
{
    TestBrowser browser(take(Policy::preset(QStringLiteral("doorkeeper"))));
    const Response asked = browser.get(QStringLiteral("/oauth/authorize"),
                                       {{QStringLiteral("client_id"), QStringLiteral("web")},
                                        {QStringLiteral("redirect_uri"), browser.web().redirectUri},
                                        {QStringLiteral("response_type"), QStringLiteral("code")}});
    QCOMPARE(asked.header("Location"), QByteArray("http://127.0.0.1:6749/login"));
    const Response page = browser.follow(asked);
    QVERIFY(page.body.contains("Application web"));
    browser.setCookie("gatehouse_return", {}); // another window went elsewhere meanwhile
    const Response signedIn
        = browser.submit(page, QStringLiteral("/login"),
                         {{QStringLiteral("username"), QString::fromLatin1(TestBrowser::Email)},
                          {QStringLiteral("password"), QString::fromLatin1(TestBrowser::Password)}});
    QVERIFY(signedIn.header("Location").startsWith("http://127.0.0.1:6749/oauth/authorize?client_id=web"));
}

void TestReturnPath::aLongPathStandsInTheAddress()
{
    TestBrowser browser(take(Policy::preset(QStringLiteral("doorkeeper"))));
    const QString state(4000, u'x');
    const Response asked = browser.get(QStringLiteral("/oauth/authorize"),
                                       {{QStringLiteral("client_id"), QStringLiteral("web")},
                                        {QStringLiteral("redirect_uri"), browser.web().redirectUri},
                                        {QStringLiteral("response_type"), QStringLiteral("code")},
                                        {QStringLiteral("state"), state}});
    QVERIFY(asked.header("Location").contains("return_to="));
    QVERIFY(browser.cookie("gatehouse_return").isEmpty());
}

QTEST_GUILESS_MAIN(TestReturnPath)
#include "tst_returnpath.moc"
