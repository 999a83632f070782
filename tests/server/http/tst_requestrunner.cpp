#include "models/secrets/passwordhash.h"
#include "models/store/settingstore.h"
#include "models/store/store.h"
#include "server/http/replytarget.h"
#include "server/requestrunner.h"

#include <QJsonDocument>
#include <QTest>

using namespace Gatehouse;

namespace {

/// Keeps the answer of one request.
class Catcher : public ReplyTarget
{
public:
    void answer(const Response &response) override
    {
        ++count;
        last = response;
    }
    int count = 0;
    Response last;
};

Response status(int number)
{
    return {.status = number, .headers = {}, .body = {}, .slowCheck = {}};
}

} // namespace

/// Slow checks and the wait for the commit.
class TestRequestRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_store.reset(); }

    void answersAtOnceWhatNeedsNothing();
    void doesTheSlowCheckAndRunsAgain_data();
    void doesTheSlowCheckAndRunsAgain();
    void boundsTheRounds();
    void boundsTheChecks();
    void survivesItsEndDuringChecks();
    void waitsForTheCommit();
    void readersOfTheSameTurnWait();
    void oneCommitForATurn();
    void refusesWhatCouldNotBeCommitted();

private:
    void serve(RequestRunner &runner, Catcher &catcher) { runner.serve({}, Reply(catcher)); }

    SystemClock m_clock;
    std::unique_ptr<Store> m_store;
};

void TestRequestRunner::init()
{
    Result<DatabaseUrl> url = DatabaseUrl::parse(":memory:");
    QVERIFY(url);
    Result<std::unique_ptr<Store>> store = Store::open(*url, m_clock);
    QVERIFY(store);
    m_store = *std::move(store);
}

void TestRequestRunner::answersAtOnceWhatNeedsNothing()
{
    RequestRunner runner([](const Request &) { return status(201); }, m_store->writer());
    Catcher catcher;
    serve(runner, catcher);
    QCOMPARE(catcher.count, 1);
    QCOMPARE(catcher.last.status, 201);
}

void TestRequestRunner::doesTheSlowCheckAndRunsAgain_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("expected");
    QTest::newRow("right") << "correct horse" << 200;
    QTest::newRow("wrong") << "battery staple" << 401;
}

void TestRequestRunner::doesTheSlowCheckAndRunsAgain()
{
    QFETCH(QString, password);
    QFETCH(int, expected);
    const SlowCheck check {hashPassword("correct horse"), password};
    int runs = 0;
    RequestRunner runner(
        [&](const Request &request) {
            ++runs;
            if (request.verdicts.isEmpty())
                return Response::waitingFor(check);
            return status(request.verdicts.first().check == check && request.verdicts.first().matches ? 200 : 401);
        },
        m_store->writer());
    Catcher catcher;
    serve(runner, catcher);
    QCOMPARE(catcher.count, 0);
    QTRY_COMPARE(catcher.count, 1);
    QCOMPARE(catcher.last.status, expected);
    QCOMPARE(runs, 2);
}

void TestRequestRunner::boundsTheRounds()
{
    int runs = 0;
    RequestRunner runner(
        [&](const Request &request) {
            ++runs;
            return Response::waitingFor({"", QString::number(request.verdicts.size())});
        },
        m_store->writer());
    Catcher catcher;
    serve(runner, catcher);
    QTRY_COMPARE(catcher.count, 1);
    QCOMPARE(catcher.last.status, 500);
    QCOMPARE(runs, RequestRunner::MostRounds + 1);
}

void TestRequestRunner::boundsTheChecks()
{
    RequestRunner runner(
        [](const Request &request) { return request.verdicts.isEmpty() ? Response::waitingFor({}) : status(200); },
        m_store->writer());
    std::vector<std::unique_ptr<Catcher>> catchers;
    for (int i = 0; i < RequestRunner::MostChecks; ++i) {
        catchers.push_back(std::make_unique<Catcher>());
        serve(runner, *catchers.back());
    }
    Catcher oneMore;
    serve(runner, oneMore);
    QCOMPARE(oneMore.count, 1);
    QCOMPARE(oneMore.last.status, 503);
    QCOMPARE(oneMore.last.header("Retry-After"), QByteArray("1"));
    QCOMPARE(QJsonDocument::fromJson(oneMore.last.body)["error"].toString(), QString("temporarily_unavailable"));
    for (const auto &catcher : catchers) {
        QTRY_COMPARE_WITH_TIMEOUT(catcher->count, 1, 30000);
        QCOMPARE(catcher->last.status, 200);
    }
}

void TestRequestRunner::survivesItsEndDuringChecks()
{
    Catcher catcher;
    {
        RequestRunner runner([](const Request &) { return Response::waitingFor({}); }, m_store->writer());
        for (int i = 0; i < 10; ++i)
            serve(runner, catcher);
    }
    QCOMPARE(catcher.count, 10);
    QCOMPARE(catcher.last.status, 500);
    QCoreApplication::processEvents();
    QCOMPARE(catcher.count, 10);
}

void TestRequestRunner::waitsForTheCommit()
{
    RequestRunner runner([&](const Request &) { return status(m_store->settings().set("a", "b") ? 200 : 500); },
                         m_store->writer());
    Catcher catcher;
    serve(runner, catcher);
    QVERIFY(m_store->writer().isPending());
    QCOMPARE(catcher.count, 0);
    QTRY_COMPARE(catcher.count, 1);
    QVERIFY(!m_store->writer().isPending());
    QCOMPARE(catcher.last.status, 200);
}

void TestRequestRunner::readersOfTheSameTurnWait()
{
    bool writes = true;
    RequestRunner runner(
        [&](const Request &) { return status(!writes || m_store->settings().set("a", "b") ? 200 : 500); },
        m_store->writer());
    Catcher writer;
    serve(runner, writer);
    writes = false;
    Catcher reader;
    serve(runner, reader);
    QCOMPARE(reader.count, 0);
    QTRY_COMPARE(reader.count, 1);
    QCOMPARE(writer.count, 1);
}

void TestRequestRunner::oneCommitForATurn()
{
    int commits = 0;
    connect(&m_store->writer(), &Writer::committed, this, [&] { ++commits; });
    int number = 0;
    RequestRunner runner(
        [&](const Request &) { return status(m_store->settings().set(QString::number(++number), "x") ? 200 : 500); },
        m_store->writer());
    Catcher catcher;
    for (int i = 0; i < 100; ++i)
        serve(runner, catcher);
    QTRY_COMPARE(catcher.count, 100);
    QCOMPARE(commits, 1);
}

void TestRequestRunner::refusesWhatCouldNotBeCommitted()
{
    RequestRunner runner([&](const Request &) { return status(m_store->settings().set("a", "b") ? 200 : 500); },
                         m_store->writer());
    Catcher catcher;
    serve(runner, catcher);
    QVERIFY(m_store->connection().execute("ROLLBACK")); // so that the commit has nothing to commit
    QTRY_COMPARE(catcher.count, 1);
    QCOMPARE(catcher.last.status, 503);
    QCOMPARE(catcher.last.header("Retry-After"), QByteArray("1"));
}

QTEST_GUILESS_MAIN(TestRequestRunner)
#include "tst_requestrunner.moc"
