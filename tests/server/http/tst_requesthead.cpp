#include "headcases.h"

#include "server/http/requesthead.h"

#include <QTest>

using namespace Gatehouse;

/// The reading of request heads, without a socket.
class TestRequestHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data() { addRefusedHeads(); }
    void refuses();
    void accepts_data() { addAcceptedHeads(); }
    void accepts();
    void findsTheEndOfTheHead();
    void knowsTheMethods();
    void takesHeadersApart();
    void readsConnection_data();
    void readsConnection();
    void absoluteFormReplacesHost();
    void limitsAreExact();

private:
    static int statusOf(const QByteArray &bytes, RequestHead &head);
};

int TestRequestHead::statusOf(const QByteArray &bytes, RequestHead &head)
{
    const HttpLimits limits;
    const HeadScan scan = scanHead(bytes, limits);
    if (scan.fault)
        return scan.fault->status;
    if (scan.size == 0)
        return 0;
    const std::optional<HttpFault> fault = parseHead(QByteArrayView(bytes).first(scan.size), limits, head);
    return fault ? fault->status : 200;
}

void TestRequestHead::refuses()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    RequestHead result;
    QCOMPARE(statusOf(head, result), status);
}

void TestRequestHead::accepts()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    RequestHead result;
    QCOMPARE(statusOf(head, result), 200);
    QCOMPARE(result.path, path);
    QCOMPARE(result.query, query);
}

void TestRequestHead::findsTheEndOfTheHead()
{
    const QByteArray head = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    for (qsizetype size = 0; size < head.size(); ++size) {
        const HeadScan scan = scanHead(QByteArrayView(head).first(size), {});
        QVERIFY(!scan.fault);
        QCOMPARE(scan.size, 0);
    }
    QCOMPARE(scanHead(QByteArray(head + "body\nwith\nfeeds\r\n\r\n"), {}).size, head.size());
}

void TestRequestHead::knowsTheMethods()
{
    for (Method method :
         {Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete, Method::Options}) {
        RequestHead head;
        QCOMPARE(statusOf(methodName(method) + " / HTTP/1.1\r\nHost: h\r\n\r\n", head), 200);
        QCOMPARE(head.method, method);
    }
}

void TestRequestHead::takesHeadersApart()
{
    RequestHead head;
    QCOMPARE(
        statusOf("POST / HTTP/1.1\r\nhOsT:h\r\nX-Empty:\r\nX:  \t v w\t \r\nX: \xe4:;\r\ncontent-LENGTH: 0017\r\n\r\n",
                 head),
        200);
    const Headers expected
        = {{"hOsT", "h"}, {"X-Empty", ""}, {"X", "v w"}, {"X", "\xe4:;"}, {"content-LENGTH", "0017"}};
    QCOMPARE(head.headers, expected);
    QCOMPARE(head.contentLength, 17);
}

void TestRequestHead::readsConnection_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<bool>("keepAlive");
    const auto row = [](const char *version, const char *connection, bool keepAlive) {
        QTest::addRow("%s %s", version, connection) << QByteArray(version) << QByteArray(connection) << keepAlive;
    };
    row("1.1", "", true);
    row("1.1", "close", false);
    row("1.1", "Keep-Alive, CLOSE", false);
    row("1.1", "closed", true);
    row("1.1", "te,close ,x", false);
    row("1.0", "", false);
    row("1.0", "Keep-Alive", true);
    row("1.0", "keep-alive, close", false);
}

void TestRequestHead::readsConnection()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, connection);
    QFETCH(bool, keepAlive);
    RequestHead head;
    QCOMPARE(statusOf("GET / HTTP/" + version + "\r\nHost: h\r\nConnection: " + connection + "\r\n\r\n", head), 200);
    QCOMPARE(head.keepAlive, keepAlive);
    QCOMPARE(head.oldVersion, version == "1.0");
}

void TestRequestHead::absoluteFormReplacesHost()
{
    RequestHead head;
    QCOMPARE(statusOf("GET HTTP://Other:81/a HTTP/1.1\r\nX: y\r\nHost: h\r\n\r\n", head), 200);
    QCOMPARE(headerValue(head.headers, "host"), QByteArray("Other:81"));
    head = {};
    QCOMPARE(statusOf("GET http://other/a HTTP/1.0\r\n\r\n", head), 200);
    QCOMPARE(headerValue(head.headers, "host"), QByteArray("other"));
}

void TestRequestHead::limitsAreExact()
{
    RequestHead head;
    const QByteArray host = " HTTP/1.1\r\nHost: h\r\n";
    QCOMPARE(statusOf("GET /" + QByteArray(8191, 'a') + host + "\r\n", head), 200);
    head = {};
    QCOMPARE(statusOf("GET /" + host + QByteArray("X: 1\r\n").repeated(99) + "\r\n", head), 200);
    head = {};
    QCOMPARE(statusOf("GET /" + host + "Content-Length: 65536\r\n\r\n", head), 200);
    const QByteArray start = "GET /" + host + "X: ";
    head = {};
    QCOMPARE(statusOf(start + QByteArray(16384 - start.size() - 4, 'x') + "\r\n\r\n", head), 200);
    QCOMPARE(statusOf(start + QByteArray(16384 - start.size() - 3, 'x') + "\r\n\r\n", head), 431);
}

QTEST_GUILESS_MAIN(TestRequestHead)
#include "tst_requesthead.moc"
