#include "wrk.h"

#include "models/clock.h"
#include "models/secrets/passwordhash.h"
#include "models/secrets/random.h"
#include "models/store/applicationstore.h"
#include "models/store/store.h"
#include "models/store/storethread.h"
#include "server/http/httphost.h"
#include "server/http/reply.h"
#include "server/servercontroller.h"
#include "tests/support/testvault.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>

using namespace Gatehouse;

namespace {

/// The value, or the end of the benchmark with the reason.
template<class T> T need(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(result).value();
}

/// What the host alone can do: the measure for the rest.
class BareHandler : public HttpHandler
{
public:
    void serve(Request, Reply reply) override { reply.send(Response::json(200, QByteArray("{\"ok\":true}"))); }
};

/// The real server on a database on disk, and the bare route beside it in the same thread.
class World
{
public:
    /// With that many tokens of its client, made beforehand.
    explicit World(const QString &folder, int tokens = 0);
    ~World();

    QByteArray bareUrl() const { return "http://127.0.0.1:" + QByteArray::number(m_barePort) + '/'; }
    QByteArray url(const char *path) const { return m_server->issuer().toLatin1() + path; }
    QByteArray tokenForm() const { return "grant_type=client_credentials&" + m_credentials; }
    QByteArray introspectionForm() const { return "token=" + m_token + '&' + m_credentials; }
    QByteArray unknownTokenForm() const { return "token={}&" + m_credentials; }
    qint64 tokenRows();
    /// Microseconds that the service thread has worked so far.
    qint64 worked();

private:
    template<class Work> auto inService(Work work)
    {
        decltype(work(m_service->store())) result {};
        QMetaObject::invokeMethod(
            &m_service->store(), [&] { result = work(m_service->store()); }, Qt::BlockingQueuedConnection);
        return result;
    }
    void addClient();
    void addTokens(int number);
    void startServer();
    void startBareRoute();
    QByteArray post(const QByteArray &path, const QByteArray &form) const;

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<StoreThread> m_service;
    TestVault m_vault;
    std::unique_ptr<ServerController> m_server;
    BareHandler m_bareHandler;
    std::unique_ptr<HttpHost> m_bareHost;
    quint16 m_barePort = 0;
    QByteArray m_credentials;
    QByteArray m_token;
};

World::World(const QString &folder, int tokens)
    : m_folder(folder + "/gatehouse-bench-XXXXXX")
    , m_service(need(StoreThread::start(need(DatabaseUrl::parse(m_folder.filePath("bench.db"))), m_clock)))
{
    addClient();
    addTokens(tokens);
    startServer();
    startBareRoute();
    m_token = QJsonDocument::fromJson(post("/oauth/token", tokenForm())).object()["access_token"].toString().toLatin1();
    if (!post("/oauth/introspect", introspectionForm()).contains("\"active\":true"))
        qFatal("The server does not know the token it has issued.");
}

World::~World()
{
    inService([this](Store &) {
        m_bareHost.reset();
        return true;
    });
}

void World::addClient()
{
    const QString secret = randomToken();
    Application application;
    application.domainId = 1;
    application.name = "bench";
    application.uid = "bench";
    application.secret = storedSecretForGenerated(secret);
    const bool added = inService([&](Store &store) { return store.applications().create(application).isOk(); });
    if (!added)
        qFatal("The client could not be stored.");
    m_credentials = "client_id=bench&client_secret=" + secret.toLatin1();
}

void World::addTokens(int number)
{
    constexpr int AtATime = 500'000;
    const QString sql = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
                        " INSERT INTO oauth_access_tokens (domain_id, application_id, token, expires_in, scopes, "
                        "grant_type, created_at, expires_at) SELECT 1, 1, lower(hex(randomblob(32))) AS token, 7200, "
                        "'public', 'client_credentials', %2, %2 + 7200000 FROM n ORDER BY token";
    for (int left = number; left > 0; left -= AtATime) {
        const bool added = inService([&](Store &store) {
            return store.connection().change(sql.arg(qMin(left, AtATime)).arg(m_clock.now())).isOk();
        });
        if (!added)
            qFatal("The tokens could not be stored.");
    }
}

void World::startServer()
{
    ServerSettings settings;
    settings.port = 0;
    settings.recordExchanges = false;
    m_server = std::make_unique<ServerController>(*m_service, m_vault.opener(), settings);
    m_server->start();
    if (!QTest::qWaitFor([this] { return m_server->state() == ServerController::State::Running; }, 30000))
        qFatal("The server does not start.");
}

void World::startBareRoute()
{
    m_barePort = inService([this](Store &) {
        m_bareHost = std::make_unique<HttpHost>(m_bareHandler);
        return need(m_bareHost->listen(QHostAddress(QHostAddress::LocalHost), 0));
    });
}

QByteArray World::post(const QByteArray &path, const QByteArray &form) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_server->port());
    const QByteArray host = "127.0.0.1:" + QByteArray::number(m_server->port());
    socket.write("POST " + path + " HTTP/1.1\r\nHost: " + host
                 + "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(form.size())
                 + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n" + form);
    socket.waitForDisconnected(30000);
    const QByteArray answer = socket.readAll();
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

qint64 World::tokenRows()
{
    return inService([](Store &store) -> qint64 {
        Statement count = store.connection().prepare("SELECT count(*) FROM oauth_access_tokens");
        return count.exec() && count.next() ? count.number(0) : -1;
    });
}

qint64 World::worked()
{
    return inService([](Store &) {
        timespec time {};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1'000'000 + time.tv_nsec / 1000;
    });
}

/// The rounds of one route.
struct Series
{
    const char *name;
    World *world;
    Load load;
    double wanted; ///< as a share of the base; 0: none
    int base = 0; ///< the series it is compared with
    QList<LoadResult> results {};
    qint64 worked = 0; ///< microseconds of the service thread

    template<class Value> auto median(Value value) const
    {
        QList<decltype(value(LoadResult()))> values;
        for (const LoadResult &result : results)
            values.append(value(result));
        std::sort(values.begin(), values.end());
        return values.value(values.size() / 2);
    }
    double perSecond() const
    {
        return median([](const LoadResult &result) { return result.perSecond(); });
    }
    qint64 sum(qint64 LoadResult::*member) const
    {
        qint64 total = 0;
        for (const LoadResult &result : results)
            total += result.*member;
        return total;
    }
};

void print(const Series &series, const Series &base)
{
    const auto milliseconds = [&](qint64 LoadResult::*member) {
        return double(series.median([member](const LoadResult &result) { return result.*member; })) / 1000;
    };
    const double share = series.perSecond() / base.perSecond();
    std::printf("%-34s %7.0f/s  %4.2f of %s  %5.1f us of CPU each  p50 %5.2f ms  p99 %5.2f ms"
                "  refused %lld  broken %lld",
                series.name, series.perSecond(), share, base.name,
                double(series.worked) / double(series.sum(&LoadResult::requests)), milliseconds(&LoadResult::median),
                milliseconds(&LoadResult::slowest), series.sum(&LoadResult::refused), series.sum(&LoadResult::broken));
    if (series.wanted > 0)
        std::printf("  wanted %.2f: %s", series.wanted, share >= series.wanted ? "met" : "MISSED");
    std::printf("\n");
}

int number(const QCommandLineParser &parser, const char *name)
{
    return qMax(1, parser.value(name).toInt());
}

void checkKept(World &world, qint64 before, const Series &issued)
{
    const qint64 rows = world.tokenRows() - before;
    const qint64 acknowledged = issued.sum(&LoadResult::requests) - issued.sum(&LoadResult::refused);
    std::printf("token rows %lld, acknowledged %lld: %s\n", rows, acknowledged,
                rows >= acknowledged ? "none is lost" : "LOST");
}

void run(const QCommandLineParser &parser)
{
    const QString folder = parser.value("folder");
    const int connections = number(parser, "connections");
    const int seconds = number(parser, "seconds");
    World world(folder);
    QList<Series> all {
        {"the bare route", &world, {world.bareUrl(), {}, connections, seconds}, 0},
        {"client_credentials", &world, {world.url("/oauth/token"), world.tokenForm(), connections, seconds}, 0.12},
        {"introspection",
         &world,
         {world.url("/oauth/introspect"), world.introspectionForm(), connections, seconds},
         0.6},
        {"metadata", &world, {world.url("/.well-known/oauth-authorization-server"), {}, connections, seconds}, 0.9},
    };
    std::unique_ptr<World> large;
    if (const int tokens = parser.value("tokens").toInt(); tokens > 0) {
        large = std::make_unique<World>(folder, tokens);
        all.append({"introspection of unknown tokens",
                    &world,
                    {world.url("/oauth/introspect"), world.unknownTokenForm(), connections, seconds},
                    0});
        all.append({"client_credentials, large file",
                    large.get(),
                    {large->url("/oauth/token"), large->tokenForm(), connections, seconds},
                    0.85,
                    1});
        all.append({"introspection, large file",
                    large.get(),
                    {large->url("/oauth/introspect"), large->introspectionForm(), connections, seconds},
                    0.85,
                    2});
        all.append({"unknown tokens, large file",
                    large.get(),
                    {large->url("/oauth/introspect"), large->unknownTokenForm(), connections, seconds},
                    0,
                    4});
    }
    Wrk wrk;
    const qint64 before = world.tokenRows();
    const qint64 beforeLarge = large ? large->tokenRows() : 0;
    for (int round = number(parser, "rounds"); round > 0; --round) {
        for (Series &series : all) {
            const qint64 start = series.world->worked();
            series.results.append(need(wrk.run(series.load)));
            series.worked += series.world->worked() - start;
        }
    }
    for (const Series &series : std::as_const(all))
        print(series, all.at(series.base));
    checkKept(world, before, all.at(1));
    if (large)
        checkKept(*large, beforeLarge, all.at(5));
}

} // namespace

/// Requests a second over HTTP: tokens issued durably, tokens introspected, and the host alone, in alternating rounds.
int main(int argc, char **argv)
{
    qputenv("QT_NO_THREADED_GLIB", "1"); // as the program does
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription("Measures the server with wrk.");
    parser.addHelpOption();
    parser.addOptions({{"rounds", "How often each route is measured.", "number", "3"},
                       {"seconds", "How long one measurement lasts.", "number", "3"},
                       {"connections", "How many clients ask at once.", "number", "32"},
                       {"tokens", "Measures a file with so many tokens as well.", "number", "0"},
                       {"folder", "Where the database is made, on a disk.", "folder", QDir::tempPath()}});
    parser.process(application);
    run(parser);
    return 0;
}
