#include "server/checks/redirecturi.h"

#include "models/records/application.h"

#include <QTest>

using namespace Gatehouse;

class TestRedirectUri : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exact_data();
    void exact();
    void loopbackPort_data();
    void loopbackPort();
    void likeDoorkeeper_data();
    void likeDoorkeeper();
    void answers_data();
    void answers();
    void origin_data();
    void origin();
};

static Application applicationWith(const QString &uris, bool confidential)
{
    Application application;
    application.redirectUri = uris;
    application.confidential = confidential;
    return application;
}

void TestRedirectUri::exact_data()
{
    QTest::addColumn<QString>("requested");
    QTest::addColumn<bool>("matches");

    QTest::newRow("as registered") << "https://client.example.com/cb" << true;
    QTest::newRow("second line") << "myapp://callback" << true;
    QTest::newRow("with its query") << "https://client.example.com/q?tenant=1" << true;

    QTest::newRow("empty") << "" << false;
    QTest::newRow("userinfo") << "https://client.example.com@evil.example.net/cb" << false;
    QTest::newRow("userinfo before") << "https://evil@client.example.com/cb" << false;
    QTest::newRow("many at signs") << "https://a@b@client.example.com/cb" << false;
    QTest::newRow("scheme case") << "HTTPS://client.example.com/cb" << false;
    QTest::newRow("host case") << "https://CLIENT.example.com/cb" << false;
    QTest::newRow("path case") << "https://client.example.com/CB" << false;
    QTest::newRow("default port") << "https://client.example.com:443/cb" << false;
    QTest::newRow("other port") << "https://client.example.com:8443/cb" << false;
    QTest::newRow("empty port") << "https://client.example.com:/cb" << false;
    QTest::newRow("port in userinfo") << "https://client.example.com:443@evil.example.net/cb" << false;
    QTest::newRow("trailing dot") << "https://client.example.com./cb" << false;
    QTest::newRow("subdomain") << "https://a.client.example.com/cb" << false;
    QTest::newRow("suffix") << "https://client.example.com.evil.example.net/cb" << false;
    QTest::newRow("prefix") << "https://evilclient.example.com/cb" << false;
    QTest::newRow("http") << "http://client.example.com/cb" << false;
    QTest::newRow("no scheme") << "//client.example.com/cb" << false;
    QTest::newRow("relative") << "/cb" << false;
    QTest::newRow("trailing slash") << "https://client.example.com/cb/" << false;
    QTest::newRow("longer path") << "https://client.example.com/cb/more" << false;
    QTest::newRow("shorter path") << "https://client.example.com/c" << false;
    QTest::newRow("no path") << "https://client.example.com" << false;
    QTest::newRow("%2f") << "https://client.example.com%2fcb" << false;
    QTest::newRow("percent-encoded letter") << "https://client.example.com/%63b" << false;
    QTest::newRow("..;/") << "https://client.example.com/x/..;/cb" << false;
    QTest::newRow("dot segments") << "https://client.example.com/x/../cb" << false;
    QTest::newRow("double slash") << "https://client.example.com//cb" << false;
    QTest::newRow("backslash") << "https://client.example.com\\cb" << false;
    QTest::newRow("backslash host") << "https://evil.example.net\\@client.example.com/cb" << false;
    QTest::newRow("fragment") << "https://client.example.com/cb#x" << false;
    QTest::newRow("empty fragment") << "https://client.example.com/cb#" << false;
    QTest::newRow("query added") << "https://client.example.com/cb?a=1" << false;
    QTest::newRow("empty query") << "https://client.example.com/cb?" << false;
    QTest::newRow("query changed") << "https://client.example.com/q?tenant=2" << false;
    QTest::newRow("query left out") << "https://client.example.com/q" << false;
    QTest::newRow("query longer") << "https://client.example.com/q?tenant=1&x=2" << false;
    QTest::newRow("blank after") << "https://client.example.com/cb " << false;
    QTest::newRow("blank before") << " https://client.example.com/cb" << false;
    QTest::newRow("tab") << "https://client.example.com/cb\t" << false;
    QTest::newRow("line feed") << "https://client.example.com/cb\n" << false;
    QTest::newRow("header injection") << "https://client.example.com/cb\r\nSet-Cookie: a=b" << false;
    QTest::newRow("two lines at once") << "https://client.example.com/cb\nmyapp://callback" << false;
    QTest::newRow("NUL") << QString::fromLatin1("https://client.example.com/cb\0", 30) << false;
    QTest::newRow("look-alike") << QStringLiteral("https://client\u3002example.com/cb") << false;
    QTest::newRow("soft hyphen") << QStringLiteral("https://client\u00ad.example.com/cb") << false;
    QTest::newRow("registered javascript") << "javascript:alert(1)" << false;
    QTest::newRow("registered data") << "DATA:text/html,x" << false;
    QTest::newRow("registered fragment") << "https://client.example.com/f#x" << false;
    QTest::newRow("a loopback port is for public clients") << "http://127.0.0.1:5555/cb" << false;
}

void TestRedirectUri::exact()
{
    QFETCH(QString, requested);
    const Application application
        = applicationWith(QStringLiteral("https://client.example.com/cb\nmyapp://callback\n"
                                         "https://client.example.com/q?tenant=1\njavascript:alert(1)\n"
                                         "DATA:text/html,x\nhttps://client.example.com/f#x\nhttp://127.0.0.1:9999/cb"),
                          true);
    QTEST(isRegisteredRedirect(Policy::RedirectMatch::Exact, application, requested), "matches");
}

void TestRedirectUri::loopbackPort_data()
{
    QTest::addColumn<QString>("requested");
    QTest::addColumn<bool>("matches");

    QTest::newRow("as registered") << "http://127.0.0.1:9998/cb" << true;
    QTest::newRow("other port") << "http://127.0.0.1:55555/cb" << true;
    QTest::newRow("no port") << "http://127.0.0.1/cb" << true;
    QTest::newRow("IPv6") << "http://[::1]:4711/six" << true;
    QTest::newRow("port 65535") << "http://127.0.0.1:65535/cb" << true;

    QTest::newRow("port 0") << "http://127.0.0.1:0/cb" << false;
    QTest::newRow("port too large") << "http://127.0.0.1:65536/cb" << false;
    QTest::newRow("port empty") << "http://127.0.0.1:/cb" << false;
    QTest::newRow("port with sign") << "http://127.0.0.1:+80/cb" << false;
    QTest::newRow("port with blank") << "http://127.0.0.1: 80/cb" << false;
    QTest::newRow("port of letters") << "http://127.0.0.1:80a/cb" << false;
    QTest::newRow("port is userinfo") << "http://127.0.0.1:80@evil.example.net/cb" << false;
    QTest::newRow("Arabic digits") << QStringLiteral("http://127.0.0.1:\u0661\u0662/cb") << false;
    QTest::newRow("two ports") << "http://127.0.0.1:80:80/cb" << false;
    QTest::newRow("other path") << "http://127.0.0.1:55555/CB" << false;
    QTest::newRow("path crossed") << "http://127.0.0.1:4711/six" << false;
    QTest::newRow("slash") << "http://127.0.0.1:55555/cb/" << false;
    QTest::newRow("query added") << "http://127.0.0.1:55555/cb?x=1" << false;
    QTest::newRow("fragment") << "http://127.0.0.1:55555/cb#x" << false;
    QTest::newRow("https") << "https://127.0.0.1:55555/cb" << false;
    QTest::newRow("localhost") << "http://localhost:55555/cb" << false;
    QTest::newRow("localhost does not vary") << "http://localhost:55555/l" << false;
    QTest::newRow("other loopback address") << "http://127.0.0.2:55555/cb" << false;
    QTest::newRow("short address") << "http://127.1:55555/cb" << false;
    QTest::newRow("decimal address") << "http://2130706433:55555/cb" << false;
    QTest::newRow("mapped address") << "http://[::ffff:127.0.0.1]:55555/cb" << false;
    QTest::newRow("long IPv6") << "http://[0:0:0:0:0:0:0:1]:4711/six" << false;
    QTest::newRow("name that begins alike") << "http://127.0.0.1.evil.example.net:55555/cb" << false;
    QTest::newRow("userinfo") << "http://x@127.0.0.1:55555/cb" << false;
    QTest::newRow("backslash") << "http://127.0.0.1:55555\\cb" << false;
    QTest::newRow("control character") << "http://127.0.0.1:55555/cb\r\n" << false;
    QTest::newRow("web address does not vary") << "https://client.example.com:8443/cb" << false;
}

void TestRedirectUri::loopbackPort()
{
    QFETCH(QString, requested);
    const Application application
        = applicationWith(QStringLiteral("http://127.0.0.1:9998/cb\nhttp://[::1]:1/six\nhttp://localhost:1/l\n"
                                         "https://client.example.com/cb"),
                          false);
    QTEST(isRegisteredRedirect(Policy::RedirectMatch::Exact, application, requested), "matches");
}

void TestRedirectUri::likeDoorkeeper_data()
{
    QTest::addColumn<QString>("requested");
    QTest::addColumn<bool>("matches");

    QTest::newRow("any loopback port") << "http://127.0.0.1:55555/callback" << true;
    QTest::newRow("no loopback port") << "http://127.0.0.1/callback" << true;
    QTest::newRow("unregistered query") << "http://127.0.0.1:9999/callback?a=1" << true;
    QTest::newRow("registered query") << "https://client.example.com/cb?tenant=1&b=2" << true;
    QTest::newRow("registered query in other order") << "https://client.example.com/cb?b=2&tenant=1" << true;
    QTest::newRow("host case") << "https://CLIENT.example.com/cb?tenant=1&b=2" << true;
    QTest::newRow("default port") << "https://client.example.com:443/cb?tenant=1&b=2" << true;

    QTest::newRow("localhost") << "http://localhost:9999/callback" << false;
    QTest::newRow("other loopback") << "http://127.0.0.2:9999/callback" << false;
    QTest::newRow("longer path") << "http://127.0.0.1:9999/callback/more" << false;
    QTest::newRow("trailing slash") << "http://127.0.0.1:9999/callback/" << false;
    QTest::newRow("https") << "https://127.0.0.1:9999/callback" << false;
    QTest::newRow("scheme and path case") << "HTTP://127.0.0.1:9999/Callback" << false;
    QTest::newRow("fragment") << "http://127.0.0.1:9999/callback#x" << false;
    QTest::newRow("relative") << "/callback" << false;
    QTest::newRow("broken") << "http://[broken" << false;
    QTest::newRow("query left out") << "https://client.example.com/cb" << false;
    QTest::newRow("query too short") << "https://client.example.com/cb?tenant=1" << false;
    QTest::newRow("query too long") << "https://client.example.com/cb?tenant=1&b=2&c=3" << false;
    QTest::newRow("other query") << "https://client.example.com/cb?tenant=2&b=2" << false;
    QTest::newRow("other port") << "https://client.example.com:444/cb?tenant=1&b=2" << false;
    QTest::newRow("userinfo on loopback") << "http://x:y@127.0.0.1:9999/callback" << false;
    QTest::newRow("userinfo") << "https://x@client.example.com/cb?tenant=1&b=2" << false;
    QTest::newRow("header injection") << "http://127.0.0.1:9999/callback?a=1\r\nX: y" << false;
    QTest::newRow("evil host") << "https://evil.example.net/cb?tenant=1&b=2" << false;
}

void TestRedirectUri::likeDoorkeeper()
{
    QFETCH(QString, requested);
    const Application application = applicationWith(
        QStringLiteral("http://127.0.0.1:9999/callback\nhttps://client.example.com/cb?tenant=1&b=2"), true);
    QTEST(isRegisteredRedirect(Policy::RedirectMatch::Doorkeeper, application, requested), "matches");
}

void TestRedirectUri::answers_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("fragment");

    QTest::newRow("plain") << "https://c.example/cb" << QByteArray("https://c.example/cb?state=a%20b%26c%3Dd%2F%C3%A9")
                           << QByteArray("https://c.example/cb#state=a%20b%26c%3Dd%2F%C3%A9");
    QTest::newRow("query") << "https://c.example/cb?t=1"
                           << QByteArray("https://c.example/cb?t=1&state=a%20b%26c%3Dd%2F%C3%A9")
                           << QByteArray("https://c.example/cb?t=1#state=a%20b%26c%3Dd%2F%C3%A9");
    QTest::newRow("open query") << "https://c.example/cb?"
                                << QByteArray("https://c.example/cb?state=a%20b%26c%3Dd%2F%C3%A9")
                                << QByteArray("https://c.example/cb?#state=a%20b%26c%3Dd%2F%C3%A9");
    QTest::newRow("own scheme") << "myapp:cb" << QByteArray("myapp:cb?state=a%20b%26c%3Dd%2F%C3%A9")
                                << QByteArray("myapp:cb#state=a%20b%26c%3Dd%2F%C3%A9");
    QTest::newRow("no line can be added")
        << "myapp:a\r\nb \u00e9" << QByteArray("myapp:a%0D%0Ab%20%C3%A9?state=a%20b%26c%3Dd%2F%C3%A9")
        << QByteArray("myapp:a%0D%0Ab%20%C3%A9#state=a%20b%26c%3Dd%2F%C3%A9");
}

void TestRedirectUri::answers()
{
    QFETCH(QString, uri);
    const QList<QPair<QString, QString>> fields {{QStringLiteral("state"), QStringLiteral("a b&c=d/\u00e9")}};
    QTEST(withQuery(uri, fields), "query");
    QTEST(withFragment(uri, fields), "fragment");
}

void TestRedirectUri::origin_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("origin");

    QTest::newRow("https") << "https://c.example/cb?x=1"
                           << "https://c.example";
    QTest::newRow("port") << "http://127.0.0.1:9999/cb"
                          << "http://127.0.0.1:9999";
    QTest::newRow("IPv6") << "http://[::1]:9999/cb"
                          << "http://[::1]:9999";
    QTest::newRow("own scheme") << "myapp://callback"
                                << "myapp:";
    QTest::newRow("out of band") << OutOfBandUri << "";
}

void TestRedirectUri::origin()
{
    QFETCH(QString, uri);
    QTEST(redirectOrigin(uri), "origin");
}

QTEST_APPLESS_MAIN(TestRedirectUri)
#include "tst_redirecturi.moc"
