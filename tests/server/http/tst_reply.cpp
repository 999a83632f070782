#include "httpfixture.h"

#include <QTest>
#include <QTimer>

using namespace Gatehouse;

/// Answers that come later.
class TestReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void lateAnswer();
    void pipelinedLateAnswersKeepTheirOrder();
    void atOnceAfterLate();
    void clientGoneWhileItWaits();
    void manyClientsGone();
    void flowOfDataWhileItWaits();
    void droppedIsAnError();
    void assignedOverIsAnError();
    void sentTwiceIsSentOnce();
    void closesAfterALateAnswer();

private:
    ScriptedHandler m_handler;
    std::vector<Reply> m_kept;
    std::unique_ptr<HttpHost> m_host;
    quint16 m_port = 0;
};

static const QByteArray good = "GET /good HTTP/1.1\r\nHost: h\r\n\r\n";

static Response text(const QByteArray &body)
{
    return {.status = 200, .headers = {}, .body = body, .slowCheck = {}};
}

void TestReply::init()
{
    m_handler = {};
    m_handler.script = [this](const Request &, Reply reply) { m_kept.push_back(std::move(reply)); };
    m_host = std::make_unique<HttpHost>(m_handler);
    const Result<quint16> port = m_host->listen(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY(port);
    m_port = *port;
}

void TestReply::cleanup()
{
    m_kept.clear();
    m_host.reset();
}

void TestReply::lateAnswer()
{
    RawClient client(m_port);
    for (int i = 0; i < 3; ++i) {
        client.send(good);
        QTRY_COMPARE(int(m_kept.size()), i + 1);
        QVERIFY(client.isLeftWaiting(20));
        m_kept.back().send(text("late"));
        const std::optional<Answer> answer = client.answer();
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray("late"));
    }
}

void TestReply::pipelinedLateAnswersKeepTheirOrder()
{
    QList<QByteArray> served;
    m_handler.script = [&](const Request &request, Reply reply) {
        served.append(request.path);
        auto waiting = std::make_shared<Reply>(std::move(reply));
        const int delay = request.path == "/slow" ? 60 : 5;
        QTimer::singleShot(delay, this, [waiting, path = request.path] { waiting->send(text(path)); });
    };
    RawClient client(m_port);
    client.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\nGET /quick HTTP/1.1\r\nHost: h\r\n\r\nGET /last "
                "HTTP/1.1\r\nHost: h\r\n\r\n");
    for (const char *path : {"/slow", "/quick", "/last"}) {
        const std::optional<Answer> answer = client.answer();
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray(path));
    }
    QCOMPARE(served, QList<QByteArray>({"/slow", "/quick", "/last"}));
}

void TestReply::atOnceAfterLate()
{
    RawClient client(m_port);
    client.send(good + good);
    QTRY_COMPARE(int(m_kept.size()), 1);
    m_handler.script = [](const Request &, Reply reply) { reply.send(text("at once")); };
    QVERIFY(client.isLeftWaiting(30));
    m_kept.back().send(text("late"));
    for (const char *body : {"late", "at once"}) {
        const std::optional<Answer> answer = client.answer();
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray(body));
    }
}

void TestReply::clientGoneWhileItWaits()
{
    {
        RawClient client(m_port);
        client.send(good);
        QTRY_COMPARE(int(m_kept.size()), 1);
    }
    QTest::qWait(30);
    m_kept.back().send(text("to nobody"));
    QTRY_COMPARE(m_host->connectionCount(), 0);
}

void TestReply::manyClientsGone()
{
    for (int i = 0; i < 100; ++i) {
        RawClient client(m_port);
        client.send(good + good);
        QTRY_COMPARE(int(m_kept.size()), i + 1);
        client.socket().abort();
    }
    m_handler.script = [](const Request &, Reply reply) { reply.send(text("to nobody")); };
    for (Reply &reply : m_kept)
        reply.send(text("to nobody"));
    QTRY_COMPARE(m_host->connectionCount(), 0);
}

void TestReply::flowOfDataWhileItWaits()
{
    RawClient client(m_port);
    client.send(good);
    QTRY_COMPARE(int(m_kept.size()), 1);
    client.send(good.repeated(20000)); // more than the server buffers
    QVERIFY(client.isLeftWaiting(50));
    m_handler.script = [](const Request &, Reply reply) { reply.send(text("next")); };
    m_kept.back().send(text("first"));
    for (int i = 0; i <= 20000; ++i) {
        const std::optional<Answer> answer = client.answer();
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray(i ? "next" : "first"));
    }
}

void TestReply::droppedIsAnError()
{
    m_handler.script = [](const Request &, const Reply &) {};
    RawClient client(m_port);
    client.send(good);
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 500);
}

void TestReply::assignedOverIsAnError()
{
    RawClient first(m_port);
    first.send(good);
    QTRY_COMPARE(int(m_kept.size()), 1);
    RawClient second(m_port);
    second.send(good);
    QTRY_COMPARE(int(m_kept.size()), 2);
    m_kept[0] = std::move(m_kept[1]);
    std::optional<Answer> answer = first.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 500);
    m_kept[0].send(text("second"));
    answer = second.answer();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("second"));
}

void TestReply::sentTwiceIsSentOnce()
{
    RawClient client(m_port);
    client.send(good);
    QTRY_COMPARE(int(m_kept.size()), 1);
    m_kept.back().send(text("one"));
    m_kept.back().send(text("two"));
    QVERIFY(client.answer());
    QVERIFY(client.isLeftWaiting(30));
}

void TestReply::closesAfterALateAnswer()
{
    RawClient client(m_port);
    client.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n" + good);
    QTRY_COMPARE(int(m_kept.size()), 1);
    m_kept.back().send(text("bye"));
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("bye"));
    QVERIFY(client.isClosedByServer());
    QCOMPARE(m_handler.served, 1);
}

QTEST_GUILESS_MAIN(TestReply)
#include "tst_reply.moc"
