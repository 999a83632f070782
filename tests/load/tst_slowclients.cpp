#include "tests/flows/flowserver.h"
#include "tests/flows/socketclient.h"
#include "tests/load/slowcrowd.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>

#include <sys/resource.h>

using namespace Gatehouse;

using Fields = SocketClient::Fields;

/// Clients that waste the server's time, and honest ones beside them (security.md section 5, "stays responsive").
class TestSlowClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void honestOnesAreServed_data();
    void honestOnesAreServed();
    void slowOnesAreCut();

private:
    static constexpr int MostClients = 1000; ///< idle ones, and as many again that are half open
    static constexpr int Duration = 10000; ///< milliseconds

    QTemporaryDir m_folder;
    std::unique_ptr<FlowServer> m_server;
    std::unique_ptr<SlowCrowd> m_crowd;
};

void TestSlowClients::initTestCase()
{
    rlimit files {};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = qMin<rlim_t>(files.rlim_max, 8192);
    ::setrlimit(RLIMIT_NOFILE, &files);
    if (files.rlim_cur < 4096)
        QSKIP("This process may not open enough files.");
    m_server = std::make_unique<FlowServer>(Policy(), m_folder.filePath(QStringLiteral("gatehouse.db")));
    // More than the server keeps at a time, so that it has to choose all the while.
    m_crowd = std::make_unique<SlowCrowd>(m_server->port(), MostClients, MostClients, MostClients / 10, 4);
    QTRY_VERIFY_WITH_TIMEOUT(m_crowd->thrownOut() > 0 || m_crowd->size() >= 2 * MostClients, 20000);
}

void TestSlowClients::honestOnesAreServed_data()
{
    QTest::addColumn<bool>("keepsConnection");
    QTest::newRow("one that keeps its connection") << true;
    QTest::newRow("one that comes anew each time") << false;
}

/// Each request asks for a token, and waits for the disk.
void TestSlowClients::honestOnesAreServed()
{
    QFETCH(bool, keepsConnection);
    const Fields fields {{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
                         {QStringLiteral("client_id"), QStringLiteral("web")},
                         {QStringLiteral("client_secret"), QString::fromLatin1(FlowServer::Secret)}};
    std::vector<double> times;
    auto client = std::make_unique<SocketClient>(m_server->port());
    QElapsedTimer whole;
    whole.start();
    while (whole.elapsed() < Duration) {
        QElapsedTimer one;
        one.start();
        if (!keepsConnection)
            client = std::make_unique<SocketClient>(m_server->port());
        const Response response = client->post("/oauth/token", fields);
        const bool isServed = response.status == 200;
        times.push_back(isServed ? double(one.nsecsElapsed()) / 1e6 : std::numeric_limits<double>::infinity());
        if (!isServed)
            client = std::make_unique<SocketClient>(m_server->port());
        QTest::qWait(2);
    }
    std::sort(times.begin(), times.end());
    const double p99 = times[times.size() * 99 / 100];
    qInfo("%zu requests among %d slow clients, %d thrown out so far: median %.2f ms, p99 %.2f ms, longest %.2f ms",
          times.size(), m_crowd->size(), m_crowd->thrownOut(), times[times.size() / 2], p99, times.back());
    QVERIFY(p99 < 1000); // the aim is 50; a machine that builds something else at the time is no failure
}

/// Whatever a client does, it is gone after a while when it brings no request to its end.
void TestSlowClients::slowOnesAreCut()
{
    m_crowd->relent();
    QTRY_COMPARE_WITH_TIMEOUT(m_crowd->size(), 0, 35000);
    qInfo("the longest stay of a slow client: %.1f s", double(m_crowd->longestStay()) / 1000);
    QVERIFY(m_crowd->longestStay() < 30000);
}

QTEST_GUILESS_MAIN(TestSlowClients)
#include "tst_slowclients.moc"
