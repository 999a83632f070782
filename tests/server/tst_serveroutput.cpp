#include "server/serveroutput.h"

#include <QTest>

using namespace Gatehouse;

class TestServerOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "America/New_York"); }
    void readsLikeTheSeedPages();
    void saysWhatRefused();
    void saysWhereItRedirects();
    void shortRequestIsShort();
    void saysHowManyWereTooMany();
    void hostileTextStaysOnItsLine();

private:
    static Exchange tokenRequest();
};

Exchange TestServerOutput::tokenRequest()
{
    Exchange exchange;
    exchange.at = 1'393'455'148'000; // 26 February 2014, 22:52:28 UTC
    exchange.peer = QStringLiteral("127.0.0.1");
    exchange.method = "POST";
    exchange.path = QStringLiteral("/oauth/token");
    exchange.endpoint = QStringLiteral("token");
    exchange.status = 200;
    exchange.durationMicroseconds = 18'040;
    return exchange;
}

void TestServerOutput::readsLikeTheSeedPages()
{
    Exchange exchange = tokenRequest();
    exchange.parameters = {{QStringLiteral("grant_type"), QStringLiteral("password")},
                           {QStringLiteral("password"), QStringLiteral("[FILTERED]")}};
    exchange.statements
        = {{QStringLiteral("SELECT a\n  FROM b WHERE c = ?"), 240, 1}, {QStringLiteral("UPDATE b"), 90, 0}};
    QCOMPARE(serverOutput(exchange),
             QStringLiteral("Started POST \"/oauth/token\" for 127.0.0.1 at 2014-02-26 17:52:28 -0500\n"
                            "Processing by the token endpoint\n"
                            "  Parameters: {\"grant_type\"=>\"password\", \"password\"=>\"[FILTERED]\"}\n"
                            "  SQL (0.2ms, 1 row)  SELECT a FROM b WHERE c = ?\n"
                            "  SQL (0.1ms, 0 rows)  UPDATE b\n"
                            "Completed 200 OK in 18.0ms\n\n"));
}

void TestServerOutput::saysWhatRefused()
{
    Exchange exchange = tokenRequest();
    exchange.status = 401;
    exchange.checks = {{QStringLiteral("client"), QStringLiteral("RFC 6749 3.2.1"), true, {}, {}},
                       {QStringLiteral("client_secret"), QStringLiteral("RFC 6749 2.3.1"), false, QStringLiteral("a"),
                        QStringLiteral("b")}};
    const QString text = serverOutput(exchange);
    QVERIFY2(text.contains(QStringLiteral("\n  Refused by client_secret (RFC 6749 2.3.1), expected \"a\", received "
                                          "\"b\"\nCompleted 401 Unauthorized")),
             qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("3.2.1")));
}

void TestServerOutput::saysWhereItRedirects()
{
    Exchange exchange = tokenRequest();
    exchange.status = 302;
    exchange.redirect = QStringLiteral("https://client.example/cb?code=[FILTERED]");
    QVERIFY(serverOutput(exchange).contains(
        QStringLiteral("\nRedirected to https://client.example/cb?code=[FILTERED]\nCompleted 302 Found")));
}

void TestServerOutput::shortRequestIsShort()
{
    Exchange exchange = tokenRequest();
    exchange.endpoint.clear();
    exchange.status = 404;
    QCOMPARE(serverOutput(exchange).count(u'\n'), 3);
}

void TestServerOutput::saysHowManyWereTooMany()
{
    Exchange exchange = tokenRequest();
    exchange.unrecorded = 1;
    QVERIFY(serverOutput(exchange).startsWith(QStringLiteral("(1 request before this one: too many ")));
    exchange.unrecorded = 2000;
    QVERIFY(serverOutput(exchange).startsWith(QStringLiteral("(2000 requests before this one: too many ")));
}

void TestServerOutput::hostileTextStaysOnItsLine()
{
    Exchange exchange = tokenRequest();
    exchange.path = QStringLiteral("/\"\n\u001b[31m");
    exchange.parameters = {{QStringLiteral("scope\n"), QStringLiteral("Started GET \"/\"\r\n\\")}};
    const QString text = serverOutput(exchange);
    QCOMPARE(text.count(u'\n'), 5);
    QVERIFY(!text.contains(QChar(0x1b)) && !text.contains(u'\r'));
    QVERIFY(text.contains(QStringLiteral("\"scope?\"=>\"Started GET \\\"/\\\"??\\\\\"")));
}

QTEST_GUILESS_MAIN(TestServerOutput)
#include "tst_serveroutput.moc"
