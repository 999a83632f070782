#include "headcases.h"
#include "httpfixture.h"

#include <QTest>

using namespace Gatehouse;

/// The guard and QHttpServer together, attacked over sockets.
class TestConnectionGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_host.reset(); }

    void refuses_data() { addRefusedHeads(); }
    void refuses();
    void refusesByteForByte_data() { addRefusedHeads(); }
    void refusesByteForByte();
    void refusesAfterAGoodRequest_data() { addRefusedHeads(); }
    void refusesAfterAGoodRequest();
    void accepts_data() { addAcceptedHeads(); }
    void accepts();
    void acceptsByteForByte_data() { addAcceptedHeads(); }
    void acceptsByteForByte();
    void readsBodiesInPieces_data();
    void readsBodiesInPieces();
    void smugglesNothing_data();
    void smugglesNothing();
    void answersExpectation();
    void bodyMayLookLikeAHead();
    void largestBody();
    void swallowsWhatFollowsARefusal();
    void slowHead();
    void slowBody();
    void idleConnection();
    void timesDoNotPressAnAnswer();
    void clientThatReadsNothing();
    void noise();

private:
    void restart(const HttpLimits &limits);
    quint16 m_port = 0;
    ScriptedHandler m_handler;
    std::unique_ptr<HttpHost> m_host;
};

static const QByteArray good = "GET /good HTTP/1.1\r\nHost: h\r\n\r\n";

void TestConnectionGuard::init()
{
    m_handler = {};
    restart({});
}

void TestConnectionGuard::restart(const HttpLimits &limits)
{
    m_host = std::make_unique<HttpHost>(m_handler, limits);
    const Result<quint16> port = m_host->listen(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY(port);
    m_port = *port;
}

void TestConnectionGuard::refuses()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    RawClient client(m_port);
    client.send(head + good);
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->header("Connection"), QByteArray("close"));
    QCOMPARE(answer->header("Allow").isEmpty(), status != 405);
    QVERIFY(answer->body.endsWith(".\n"));
    QVERIFY(client.isClosedByServer());
    QVERIFY(client.unread().isEmpty());
    QCOMPARE(m_handler.served, 0);
}

void TestConnectionGuard::refusesByteForByte()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    RawClient client(m_port);
    client.sendSlowly(head, head.size() > 1000 ? 997 : 1);
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QVERIFY(client.isClosedByServer());
    QCOMPARE(m_handler.served, 0);
}

void TestConnectionGuard::refusesAfterAGoodRequest()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    RawClient client(m_port);
    client.send(good + head + good);
    std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QVERIFY(client.isClosedByServer());
    QCOMPARE(m_handler.served, 1);
}

void TestConnectionGuard::accepts()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    RawClient client(m_port);
    client.send(head + good);
    std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body.sliced(answer->body.indexOf(' ') + 1), path + '?' + query + ' ');
    answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("GET /good? "));
}

void TestConnectionGuard::acceptsByteForByte()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    RawClient client(m_port);
    client.sendSlowly(head + good);
    std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->body.sliced(answer->body.indexOf(' ') + 1), path + '?' + query + ' ');
    answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("GET /good? "));
}

void TestConnectionGuard::readsBodiesInPieces_data()
{
    QTest::addColumn<int>("piece");
    for (int piece : {1, 2, 3, 7, 40, 64, 1000})
        QTest::addRow("%d", piece) << piece;
}

void TestConnectionGuard::readsBodiesInPieces()
{
    QFETCH(int, piece);
    const QByteArray request = "PATCH /p?q HTTP/1.1\r\nHost: h\r\nContent-Length: 11\r\n\r\nhello\r\n\r\nyo";
    RawClient client(m_port);
    client.sendSlowly(request + request + good, piece);
    for (const QByteArray &body : {QByteArray("PATCH /p?q hello\r\n\r\nyo"), QByteArray("PATCH /p?q hello\r\n\r\nyo"),
                                   QByteArray("GET /good? ")}) {
        const std::optional<Answer> answer = client.answer();
        QVERIFY(answer);
        QCOMPARE(answer->body, body);
    }
}

void TestConnectionGuard::smugglesNothing_data()
{
    QTest::addColumn<QByteArray>("first");
    const QByteArray start = "POST /a HTTP/1.1\r\nHost: h\r\n";
    QTest::newRow("CL.TE") << start + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    QTest::newRow("TE.CL") << start + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n8\r\n";
    QTest::newRow("TE obscured by tab") << start + "Transfer-Encoding:\tchunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n";
    QTest::newRow("TE obscured by quotes") << start + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n";
    QTest::newRow("TE after a folded line") << start + "X: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    QTest::newRow("TE after a bare LF") << start + "X: y\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    QTest::newRow("TE after a bare CR") << start + "X: y\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    QTest::newRow("length with a blank") << start + "Content-Length : 50\r\n\r\n";
    QTest::newRow("length after a NUL") << start + QByteArray("X\0: y\r\nContent-Length: 50\r\n\r\n", 28);
    QTest::newRow("length with an underscore and one without")
        << start + "Content-Length: 0\r\nContent-Length: 40\r\n\r\n";
}

void TestConnectionGuard::smugglesNothing()
{
    QFETCH(QByteArray, first);
    RawClient client(m_port);
    client.send(first + "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QVERIFY(answer->status >= 400);
    QVERIFY(client.isClosedByServer());
    QCOMPARE(m_handler.served, 0);
}

void TestConnectionGuard::answersExpectation()
{
    RawClient client(m_port);
    client.send("POST /e HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 3\r\n\r\n");
    std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 100);
    client.send("abc");
    answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("POST /e? abc"));
}

void TestConnectionGuard::bodyMayLookLikeAHead()
{
    const QByteArray body = "\nGET /x HTTP/1.1\n\n" + QByteArray("\0\r\n\r\n", 5) + good;
    RawClient client(m_port);
    client.send("DELETE /d HTTP/1.1\r\nHost: h\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
                + body + good);
    std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->body, "DELETE /d? " + body);
    answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("GET /good? "));
}

void TestConnectionGuard::largestBody()
{
    const QByteArray body(65536, 'b');
    const QByteArray head
        = "POST / HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(16000, 'x') + "\r\nContent-Length: 65536\r\n\r\n";
    RawClient client(m_port);
    client.send(QByteArray(head + body).repeated(20));
    for (int i = 0; i < 20; ++i) {
        const std::optional<Answer> answer = client.answer();
        QVERIFY(answer);
        QCOMPARE(answer->body.size(), body.size() + 8);
    }
}

void TestConnectionGuard::swallowsWhatFollowsARefusal()
{
    RawClient client(m_port);
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 500000\r\n\r\n" + QByteArray(500000, 'x'));
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 413);
    QVERIFY(client.isClosedByServer());
    QCOMPARE(client.socket().error(), QAbstractSocket::RemoteHostClosedError);
}

void TestConnectionGuard::slowHead()
{
    restart({.headTime = 60});
    RawClient client(m_port);
    client.send("GET / HTTP/1.1\r\nHost: ");
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 408);
    QVERIFY(client.isClosedByServer());
}

void TestConnectionGuard::slowBody()
{
    restart({.bodyTime = 60});
    RawClient client(m_port);
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nab");
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 408);
    QVERIFY(client.isClosedByServer());
}

void TestConnectionGuard::idleConnection()
{
    restart({.idleTime = 60});
    RawClient silent(m_port);
    RawClient client(m_port);
    client.send(good);
    QVERIFY(client.answer());
    QVERIFY(silent.isClosedByServer());
    QVERIFY(client.isClosedByServer());
    QCOMPARE(m_host->connectionCount(), 0);
}

void TestConnectionGuard::timesDoNotPressAnAnswer()
{
    restart({.headTime = 20, .bodyTime = 20, .idleTime = 20});
    std::optional<Reply> kept;
    m_handler.script = [&](const Request &, Reply reply) { kept.emplace(std::move(reply)); };
    RawClient client(m_port);
    client.send(good);
    QVERIFY(client.isLeftWaiting(150));
    kept->send({.status = 204, .headers = {}, .body = {}, .slowCheck = {}});
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 204);
}

void TestConnectionGuard::clientThatReadsNothing()
{
    m_handler.script = [](const Request &, Reply reply) {
        Response response;
        response.body = QByteArray(60000, 'x');
        reply.send(response);
    };
    RawClient client(m_port);
    client.socket().setReadBufferSize(1000);
    client.send(good.repeated(2000));
    QTRY_COMPARE(m_host->connectionCount(), 0);
    QVERIFY(m_handler.served < 2000);
}

/// Random changes to a good request: the server goes on answering others whatever they bring about.
void TestConnectionGuard::noise()
{
    restart({.headTime = 40, .bodyTime = 40, .idleTime = 40});
    const QByteArray request
        = "POST /a?b HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nabcdeGET / HTTP/1.1\r\nHost: h\r\n\r\n";
    std::srand(6749);
    for (int round = 0; round < 400; ++round) {
        QByteArray mutant = request;
        for (int change = std::rand() % 4; change >= 0; --change)
            mutant[std::rand() % int(mutant.size())] = "\r\n :\0/0aZ\xff,?#%"[std::rand() % 15];
        RawClient client(m_port);
        client.send(mutant);
        if (round % 8 == 0)
            QVERIFY(client.isClosedByServer());
    }
    QTRY_COMPARE(m_host->connectionCount(), 0);
    RawClient client(m_port);
    client.send(good);
    QVERIFY(client.answer());
}

QTEST_GUILESS_MAIN(TestConnectionGuard)
#include "tst_connectionguard.moc"
