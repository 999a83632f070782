#include "httpfixture.h"

#include <QTest>

#include <sys/resource.h>

using namespace Gatehouse;

/// How many connections there may be, and which of them goes when there are more.
class TestConnectionCaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { allowManyFiles(); }
    void init() { m_handler = {}; }
    void cleanup() { m_host.reset(); }

    void manyConnections();
    void evictsTheOldestIdleOne();
    void evictsWhatNeverArrives();
    void refusesWhenAllAreServed();
    void oneAddressLocksNoOtherOut();
    void oneAddressMakesRoomAtItsOwnCost();
    void theMostCrowdedAddressMakesRoom();
    void oneAddressIsRefusedAlone();
    void countsWhatIsGone();
    void leavesFilesForOthers();

private:
    void restart(const HttpLimits &limits);
    std::vector<std::unique_ptr<RawClient>> clientsFrom(const QHostAddress &source, int number);

    quint16 m_port = 0;
    ScriptedHandler m_handler;
    std::unique_ptr<HttpHost> m_host;
};

static const QByteArray good = "GET /good HTTP/1.1\r\nHost: h\r\n\r\n";
static const QHostAddress crowded(QStringLiteral("127.0.0.1"));
static const QHostAddress quiet(QStringLiteral("127.0.0.2"));

void TestConnectionCaps::restart(const HttpLimits &limits)
{
    m_host = std::make_unique<HttpHost>(m_handler, limits);
    const Result<quint16> port = m_host->listen(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY(port);
    m_port = *port;
}

/// Connections that the server has taken one after the other.
std::vector<std::unique_ptr<RawClient>> TestConnectionCaps::clientsFrom(const QHostAddress &source, int number)
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < number; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_port, source));
        (void)clients.back()->isLeftWaiting(5);
    }
    return clients;
}

void TestConnectionCaps::manyConnections()
{
    restart({.headTime = 60000, .idleTime = 60000, .connections = 1000, .connectionsPerAddress = 1000});
    const QByteArray start = good.first(10);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 1000; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_port));
        clients.back()->send(start);
    }
    QTRY_COMPARE(m_host->connectionCount(), 1000);
    for (const auto &client : clients)
        client->send(good.sliced(start.size()));
    for (const auto &client : clients) {
        const std::optional<Answer> answer = client->answer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
    }
    RawClient oneMore(m_port);
    oneMore.send(good);
    QVERIFY(oneMore.answer());
    QCOMPARE(m_host->connectionCount(), 1000);
}

void TestConnectionCaps::evictsTheOldestIdleOne()
{
    restart({.connections = 3});
    RawClient reading(m_port);
    reading.send("GET / HTTP/1.1\r\n");
    QVERIFY(reading.isLeftWaiting(20));
    RawClient oldest(m_port);
    QVERIFY(oldest.isLeftWaiting(20));
    RawClient younger(m_port);
    QVERIFY(younger.isLeftWaiting(20));
    RawClient newcomer(m_port);
    newcomer.send(good);
    QVERIFY(newcomer.answer());
    QVERIFY(oldest.isClosedByServer());
    QVERIFY(younger.isLeftWaiting(20));
    reading.send("Host: h\r\n\r\n");
    QVERIFY(reading.answer());
}

void TestConnectionCaps::refusesWhenAllAreServed()
{
    restart({.connections = 2});
    std::vector<Reply> kept;
    m_handler.script = [&](const Request &, Reply reply) { kept.push_back(std::move(reply)); };
    RawClient first(m_port);
    RawClient second(m_port);
    first.send(good);
    second.send(good);
    QTRY_COMPARE(int(kept.size()), 2);
    RawClient third(m_port);
    const std::optional<Answer> answer = third.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 503);
    QVERIFY(third.isClosedByServer());
    for (Reply &reply : kept)
        reply.send({});
    QVERIFY(first.answer());
    QVERIFY(second.answer());
}

/// A request that has begun is let finish, but not for ever.
void TestConnectionCaps::evictsWhatNeverArrives()
{
    restart({.connections = 2});
    RawClient halfOpen(m_port);
    halfOpen.send("GET / HTTP/1.1\r\n");
    QTest::qWait(1300);
    RawClient idle(m_port);
    QVERIFY(idle.isLeftWaiting(20));
    RawClient newcomer(m_port);
    newcomer.send(good);
    QVERIFY(newcomer.answer());
    QVERIFY(halfOpen.isClosedByServer());
    QVERIFY(idle.isLeftWaiting(20));
}

void TestConnectionCaps::oneAddressLocksNoOtherOut()
{
    restart({.connections = 10, .connectionsPerAddress = 6});
    RawClient honest(m_port, quiet);
    honest.send(good);
    QVERIFY(honest.answer());
    const auto crowd = clientsFrom(crowded, 30);
    QCOMPARE(m_host->connectionCount(), 7);
    honest.send(good);
    QVERIFY(honest.answer());
    RawClient newcomer(m_port, quiet);
    newcomer.send(good);
    QVERIFY(newcomer.answer());
}

void TestConnectionCaps::oneAddressMakesRoomAtItsOwnCost()
{
    restart({.connections = 10, .connectionsPerAddress = 3});
    const auto others = clientsFrom(quiet, 3);
    const auto crowd = clientsFrom(crowded, 5);
    for (const auto &client : others)
        QVERIFY(client->isLeftWaiting(5));
    QVERIFY(crowd[0]->isClosedByServer());
    QVERIFY(crowd[1]->isClosedByServer());
    for (int i = 2; i < 5; ++i) {
        crowd[i]->send(good);
        QVERIFY(crowd[i]->answer());
    }
}

void TestConnectionCaps::theMostCrowdedAddressMakesRoom()
{
    restart({.connections = 10, .connectionsPerAddress = 9});
    const auto others = clientsFrom(quiet, 3);
    const auto crowd = clientsFrom(crowded, 20);
    QCOMPARE(m_host->connectionCount(), 10);
    for (const auto &client : others) {
        client->send(good);
        QVERIFY(client->answer());
    }
}

void TestConnectionCaps::oneAddressIsRefusedAlone()
{
    restart({.connections = 10, .connectionsPerAddress = 2});
    std::vector<Reply> kept;
    m_handler.script = [&](const Request &, Reply reply) { kept.push_back(std::move(reply)); };
    const auto busy = clientsFrom(crowded, 2);
    for (const auto &client : busy)
        client->send(good);
    QTRY_COMPARE(int(kept.size()), 2);
    RawClient third(m_port, crowded);
    const std::optional<Answer> answer = third.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 503);
    QCOMPARE(answer->header("Retry-After"), QByteArray("1"));
    m_handler.script = ScriptedHandler::echo;
    RawClient other(m_port, quiet);
    other.send(good);
    QVERIFY(other.answer());
    for (Reply &reply : kept)
        reply.send({});
    QVERIFY(busy[0]->answer());
    QVERIFY(busy[1]->answer());
}

void TestConnectionCaps::countsWhatIsGone()
{
    restart({.connections = 10, .connectionsPerAddress = 2});
    for (int round = 0; round < 5; ++round) {
        const auto clients = clientsFrom(crowded, 2);
        for (const auto &client : clients) {
            client->send(good);
            QVERIFY(client->answer());
        }
    }
    QTRY_COMPARE(m_host->connectionCount(), 0);
}

/// Where a process may open few files, the server takes so few connections that it never runs out of them.
void TestConnectionCaps::leavesFilesForOthers()
{
    rlimit before {};
    ::getrlimit(RLIMIT_NOFILE, &before);
    rlimit few = before;
    few.rlim_cur = 84;
    ::setrlimit(RLIMIT_NOFILE, &few);
    restart({});
    const auto crowd = clientsFrom(crowded, 30);
    QCOMPARE(m_host->connectionCount(), 10);
    const auto others = clientsFrom(quiet, 10);
    QCOMPARE(m_host->connectionCount(), 20);
    RawClient newcomer(m_port, quiet);
    newcomer.send(good);
    QVERIFY(newcomer.answer());
    ::setrlimit(RLIMIT_NOFILE, &before);
}

QTEST_GUILESS_MAIN(TestConnectionCaps)
#include "tst_connectioncaps.moc"
