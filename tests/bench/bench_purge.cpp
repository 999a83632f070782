#include "models/clock.h"
#include "models/store/applicationstore.h"
#include "models/store/store.h"
#include "models/store/storethread.h"
#include "models/store/tokenstore.h"
#include "models/upkeep/upkeep.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Gatehouse;

namespace {

template<class T> T needed(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(result).value();
}

/// `count` tokens of one application, every second one over since long ago; a third of them in families.
void fill(Store &store, qint64 count)
{
    Application application;
    application.domainId = 1;
    application.name = application.uid = QStringLiteral("bench");
    const Id id = needed(store.applications().create(application)).id;
    const qint64 now = store.clock().now();
    const auto run = [&store](const QString &sql) {
        if (const Result<void> done = store.connection().execute(sql); !done)
            qFatal("%s", qPrintable(done.error().message));
    };
    if (!store.writer().flush())
        qFatal("The application could not be stored.");
    run(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
                       " INSERT INTO token_families (id, application_id, created_at)"
                       " SELECT i, %2, %3 FROM n")
            .arg(QString::number(count / 12), QString::number(id), QString::number(now / 2)));
    run(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
                       " INSERT INTO oauth_access_tokens (application_id, token, refresh_token, created_at, expires_at,"
                       " revoked_at, family_id, scopes, grant_type)"
                       " SELECT %2, lower(hex(randomblob(32))), iif(i % 3 = 0, lower(hex(randomblob(32))), NULL), %3,"
                       " %4, iif(i % 24 < 12, %3, NULL), iif(i % 3 = 0, 1 + i / 12 % %5, NULL), 'public',"
                       " 'client_credentials' FROM n")
            .arg(QString::number(count), QString::number(id), QString::number(now / 2),
                 QString::number(now + 7'200'000), QString::number(count / 12)));
}

/// Issues a token every few milliseconds and notes how long each took until it was durable.
class Issuer : public QObject
{
public:
    explicit Issuer(Store &store)
        : m_store(store)
        , m_timer(this)
    {
        connect(&m_timer, &QTimer::timeout, this, &Issuer::issue);
        m_timer.start(2);
    }
    QList<qint64> durations; ///< microseconds

private:
    void issue()
    {
        auto timer = std::make_shared<QElapsedTimer>();
        timer->start();
        m_store.run(
            [](Store &store) {
                AccessToken token;
                token.domainId = 1;
                token.token = QStringLiteral("issued%1").arg(QRandomGenerator::global()->generate64());
                token.createdAt = store.clock().now();
                token.expiresAt = token.createdAt + 7'200'000;
                return store.tokens().insert(token);
            },
            this, [this, timer](const Result<AccessToken> &) { durations.append(timer->nsecsElapsed() / 1000); });
    }

    Store &m_store;
    QTimer m_timer;
};

void print(const char *when, QList<qint64> durations)
{
    std::sort(durations.begin(), durations.end());
    const auto at = [&](int percent) { return double(durations.value(durations.size() * percent / 100)) / 1000; };
    std::printf("issuing %s: %lld tokens, p50 %.2f ms, p99 %.2f ms, longest %.2f ms\n", when,
                static_cast<long long>(durations.size()), at(50), at(99),
                durations.isEmpty() ? 0 : double(durations.last()) / 1000);
}

} // namespace

/// How long a purge holds up those who issue tokens meanwhile.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{"tokens", "How many are in the database; half of them are over.", "number", "1000000"},
                       {"folder", "Where the database is made, on a disk.", "folder", QDir::tempPath()}});
    parser.process(application);
    const qint64 count = qMax(100LL, parser.value("tokens").toLongLong());
    const QTemporaryDir folder(parser.value("folder") + "/gatehouse-purge-XXXXXX");
    const QString file = folder.filePath("bench.db");
    const SystemClock clock;
    const auto thread = needed(StoreThread::start(needed(DatabaseUrl::parse(file)), clock));
    Store &store = thread->store();
    QMetaObject::invokeMethod(
        &store, [&] { fill(store, count); }, Qt::BlockingQueuedConnection);
    auto *upkeep = new Upkeep(store);
    upkeep->moveToThread(&thread->thread());

    Issuer issuer(store);
    QElapsedTimer timer;
    qint64 longestLog = 0;
    QObject::connect(upkeep, &Upkeep::progressed, &application,
                     [&] { longestLog = qMax(longestLog, QFileInfo(file + "-wal").size()); });
    QObject::connect(upkeep, &Upkeep::finished, &application, [&](const PurgeOutcome &outcome) {
        print("during the purge", issuer.durations);
        std::printf("removed %lld rows in %.1f s; longest slice %.2f ms (wanted %d); the log had %lld KiB at most%s\n",
                    static_cast<long long>(outcome.removed.total()), double(timer.elapsed()) / 1000,
                    double(outcome.longestSlice) / 1000, Purge::LongestSlice, static_cast<long long>(longestLog / 1024),
                    outcome.longestSlice <= Purge::LongestSlice * 1000 ? "" : "  MISSED");
        if (!outcome.problem.isEmpty())
            std::printf("%s\n", qPrintable(outcome.problem));
        application.quit();
    });
    QTimer::singleShot(3000, &application, [&] {
        print("before it", std::exchange(issuer.durations, {}));
        timer.start();
        upkeep->purge("bench");
    });
    QCoreApplication::exec();
    QMetaObject::invokeMethod(
        &store, [upkeep] { delete upkeep; }, Qt::BlockingQueuedConnection);
    return 0;
}
