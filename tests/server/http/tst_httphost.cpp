#include "httpfixture.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTimeZone>
#include <QTimer>

#include <sys/socket.h>

using namespace Gatehouse;

/// What an honest client sees of the host.
class TestHttpHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_host.reset(); }

    void handsTheRequestOn();
    void answersAsHttp();
    void headHasNoBody();
    void noContentHasNoLength();
    void keepsAlive();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void answersPipelinedRequestsInOrder();
    void neverBreaksTheFraming_data();
    void neverBreaksTheFraming();
    void largeAnswer();
    void takenPort();
    void foreignAddress();
    void listensOnIpv6();
    void listensAgainAfterClose();
    void closeLetsAnswersOut();
    void destroyedWhileServing();
    void answersWhoHasSaidAll();
    void answersOfOneTurn();
    void closedInTheTurnOfTheAnswer();
    void destroyedInTheTurnOfTheAnswer();

private:
    ScriptedHandler m_handler;
    std::unique_ptr<HttpHost> m_host;
    quint16 m_port = 0;
};

static const QHostAddress loopback(QHostAddress::LocalHost);
static const QByteArray good = "GET /good HTTP/1.1\r\nHost: h\r\n\r\n";

void TestHttpHost::init()
{
    m_handler = {};
    m_host = std::make_unique<HttpHost>(m_handler);
    const Result<quint16> port = m_host->listen(loopback, 0);
    QVERIFY(port);
    m_port = *port;
}

void TestHttpHost::handsTheRequestOn()
{
    Request seen;
    m_handler.script = [&](Request request, Reply reply) {
        seen = std::move(request);
        reply.send({});
    };
    RawClient client(m_port);
    client.send("PUT /a%20b?c=d+e HTTP/1.1\r\nHost: h\r\nX-One: 1\r\nX-One: 2\r\nContent-Length: 4\r\n\r\nbody");
    QVERIFY(client.answer());
    QCOMPARE(seen.method, Method::Put);
    QCOMPARE(seen.path, QByteArray("/a%20b"));
    QCOMPARE(seen.query, QByteArray("c=d+e"));
    const Headers headers = {{"Host", "h"}, {"X-One", "1"}, {"X-One", "2"}, {"Content-Length", "4"}};
    QCOMPARE(seen.headers, headers);
    QCOMPARE(seen.body, QByteArray("body"));
    QCOMPARE(seen.peer, loopback);
    QVERIFY(!seen.secure);
    QVERIFY(seen.verdicts.isEmpty());
}

void TestHttpHost::answersAsHttp()
{
    RawClient client(m_port);
    client.send(good);
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->header("Content-Length"), QByteArray("11"));
    QCOMPARE(answer->header("Content-Type"), QByteArray("text/plain"));
    QVERIFY(!hasHeader(answer->headers, "Server"));
    QVERIFY(!hasHeader(answer->headers, "Connection"));
    const QDateTime date
        = QLocale::c().toDateTime(QString::fromLatin1(answer->header("Date")), "ddd, dd MMM yyyy hh:mm:ss 'GMT'");
    QVERIFY(qAbs(QDateTime(date.date(), date.time(), QTimeZone::utc()).secsTo(QDateTime::currentDateTimeUtc())) < 5);
}

void TestHttpHost::headHasNoBody()
{
    RawClient client(m_port);
    client.send("HEAD /h HTTP/1.1\r\nHost: h\r\n\r\n" + good);
    std::optional<Answer> answer = client.answer(false);
    QVERIFY(answer);
    QCOMPARE(answer->header("Content-Length"), QByteArray("9"));
    answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("GET /good? "));
}

void TestHttpHost::noContentHasNoLength()
{
    m_handler.script = [](const Request &, Reply reply) {
        reply.send({.status = 204, .headers = {}, .body = "x", .slowCheck = {}});
    };
    RawClient client(m_port);
    client.send(good + good);
    for (int i = 0; i < 2; ++i) {
        const std::optional<Answer> answer = client.answer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 204);
        QVERIFY(!hasHeader(answer->headers, "Content-Length"));
    }
}

void TestHttpHost::keepsAlive()
{
    RawClient client(m_port);
    for (int i = 0; i < 50; ++i) {
        client.send(good);
        QVERIFY(client.answer());
    }
    QCOMPARE(m_handler.served, 50);
    QCOMPARE(m_host->connectionCount(), 1);
}

void TestHttpHost::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<bool>("closes");
    QTest::newRow("close") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                           << QByteArray("close") << true;
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << QByteArray("close") << true;
    QTest::newRow("HTTP/1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                                         << QByteArray("keep-alive") << false;
}

void TestHttpHost::closesWhenAsked()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, connection);
    QFETCH(bool, closes);
    RawClient client(m_port);
    client.send(request + good);
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->header("Connection"), connection);
    QCOMPARE(client.answer().has_value(), !closes);
    if (closes)
        QVERIFY(client.isClosedByServer());
    QCOMPARE(m_handler.served, closes ? 1 : 2);
}

void TestHttpHost::answersPipelinedRequestsInOrder()
{
    QByteArray requests;
    for (int i = 0; i < 5000; ++i)
        requests += "GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: h\r\n\r\n";
    RawClient client(m_port);
    client.send(requests);
    for (int i = 0; i < 5000; ++i) {
        const std::optional<Answer> answer = client.answer();
        QVERIFY(answer);
        QCOMPARE(answer->body, "GET /" + QByteArray::number(i) + "? ");
    }
}

void TestHttpHost::neverBreaksTheFraming_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("CR") << QByteArray("a\rb");
    QTest::newRow("LF") << QByteArray("a\nSet-Cookie: b");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
}

void TestHttpHost::neverBreaksTheFraming()
{
    QFETCH(QByteArray, value);
    m_handler.script = [&](const Request &, Reply reply) {
        reply.send({.status = 302, .headers = {{"Location", value}}, .body = {}, .slowCheck = {}});
    };
    RawClient client(m_port);
    client.send(good);
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 500);
    QVERIFY(!hasHeader(answer->headers, "Location"));
    QVERIFY(!hasHeader(answer->headers, "Set-Cookie"));
}

void TestHttpHost::largeAnswer()
{
    const QByteArray page(5'000'000, 'p');
    m_handler.script = [&](const Request &, Reply reply) {
        reply.send({.status = 200, .headers = {}, .body = page, .slowCheck = {}});
    };
    RawClient client(m_port);
    client.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->body, page);
    QVERIFY(client.isClosedByServer());
}

void TestHttpHost::takenPort()
{
    QTcpServer other;
    QVERIFY(other.listen(loopback, 0));
    HttpHost second(m_handler);
    const Result<quint16> port = second.listen(loopback, other.serverPort());
    QVERIFY(!port);
    QCOMPARE(port.error().kind, Error::Kind::Conflict);
    QCOMPARE(port.error().message, QString("Port %1 is in use.").arg(other.serverPort()));
    QVERIFY(!second.isListening());
    other.close();
    QVERIFY(second.listen(loopback, 0));
}

void TestHttpHost::foreignAddress()
{
    HttpHost host(m_handler);
    const Result<quint16> port = host.listen(QHostAddress("192.0.2.1"), 0);
    QVERIFY(!port);
    QCOMPARE(port.error().kind, Error::Kind::Unavailable);
    QVERIFY(port.error().message.contains("192.0.2.1"));
}

void TestHttpHost::listensOnIpv6()
{
    HttpHost host(m_handler);
    const Result<quint16> port = host.listen(QHostAddress(QHostAddress::LocalHostIPv6), 0);
    if (!port)
        QSKIP("no IPv6 here");
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHostIPv6), *port);
    socket.write(good);
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200 OK\r\n"));
}

void TestHttpHost::listensAgainAfterClose()
{
    m_host->close();
    QVERIFY(!m_host->isListening());
    const Result<quint16> port = m_host->listen(loopback, m_port);
    QVERIFY(port);
    QCOMPARE(*port, m_port);
    RawClient client(m_port);
    client.send(good);
    QVERIFY(client.answer());
}

void TestHttpHost::closeLetsAnswersOut()
{
    std::optional<Reply> kept;
    m_handler.script = [&](const Request &, Reply reply) { kept.emplace(std::move(reply)); };
    RawClient idle(m_port);
    RawClient busy(m_port);
    busy.send(good + good);
    QTRY_VERIFY(kept);
    QSignalSpy drained(m_host.get(), &HttpHost::drained);
    m_host->close();
    QVERIFY(idle.isClosedByServer());
    QCOMPARE(m_host->connectionCount(), 1);
    QCOMPARE(drained.size(), 0);
    kept->send({});
    const std::optional<Answer> answer = busy.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->header("Connection"), QByteArray("close"));
    QVERIFY(busy.isClosedByServer());
    QTRY_COMPARE(drained.size(), 1);
    QCOMPARE(m_handler.served, 1);
}

void TestHttpHost::destroyedWhileServing()
{
    std::vector<Reply> kept;
    m_handler.script = [&](const Request &, Reply reply) { kept.push_back(std::move(reply)); };
    RawClient client(m_port);
    client.send(good);
    QTRY_COMPARE(int(kept.size()), 1);
    m_host.reset();
    kept.front().send({});
    QVERIFY(client.isClosedByServer());
    QVERIFY(!client.answer());
}

/// A client may close its side of the connection once it has asked.
void TestHttpHost::answersWhoHasSaidAll()
{
    m_handler.script = [](const Request &request, Reply reply) {
        if (request.path == "/good")
            return reply.send({});
        auto late = std::make_shared<Reply>(std::move(reply));
        QTimer::singleShot(0, qApp, [late] { late->send({}); });
    };
    for (const QByteArray &request : {good, QByteArray("GET /late HTTP/1.1\r\nHost: h\r\n\r\n")}) {
        QTcpSocket client;
        client.connectToHost(loopback, m_port);
        QVERIFY(client.waitForConnected(5000));
        client.write(request);
        QVERIFY(client.flush());
        ::shutdown(int(client.socketDescriptor()), SHUT_WR);
        QTRY_VERIFY(client.bytesAvailable() > 0);
        QVERIFY(client.readAll().startsWith("HTTP/1.1 200 OK\r\n"));
    }
}

/// However many there are, each of them arrives.
void TestHttpHost::answersOfOneTurn()
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 40; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_port));
        clients.back()->send(good);
    }
    for (const auto &client : clients)
        QVERIFY(client->answer());
}

void TestHttpHost::closedInTheTurnOfTheAnswer()
{
    m_handler.script = [&](const Request &, Reply reply) {
        reply.send({});
        m_host->close();
    };
    RawClient client(m_port);
    client.send(good);
    QVERIFY(client.answer());
    QVERIFY(client.isClosedByServer());
}

/// A timer that is due runs after the requests of its turn, before their answers go out.
void TestHttpHost::destroyedInTheTurnOfTheAnswer()
{
    QTimer end;
    end.setSingleShot(true);
    connect(&end, &QTimer::timeout, this, [this] { m_host.reset(); });
    m_handler.script = [&end](const Request &, Reply reply) {
        reply.send({});
        end.start(0);
    };
    RawClient client(m_port);
    client.send(good);
    QVERIFY(client.answer());
    QVERIFY(client.isClosedByServer());
}

QTEST_GUILESS_MAIN(TestHttpHost)
#include "tst_httphost.moc"
