#include "tests/app/programrun.h"
#include "tests/crash/mixedload.h"
#include "tests/crash/powercut.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <thread>

#include <csignal>

#include <sysexits.h>

namespace {

constexpr int Clients = 8;
constexpr int Soon = 1000; // milliseconds in which it is to serve again

/// Runs statements on the database while no server does; the value of the last one's first row.
QString execute(const QString &file, const QStringList &statements)
{
    QString value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("check"));
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(database);
            for (const QString &statement : statements)
                value = query.exec(statement) && query.next() ? query.value(0).toString() : QString();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("check"));
    return value;
}

} // namespace

/// kill -9 at any moment under mixed load, with and without a disk that forgets what was not synced: what was acknowledged
/// stays true.
class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItAcknowledged_data();
    void keepsWhatItAcknowledged();
};

void TestCrash::keepsWhatItAcknowledged_data()
{
    QTest::addColumn<int>("rounds");
    QTest::addColumn<bool>("losesUnsyncedWrites");
    QTest::newRow("killed") << 20 << false;
    QTest::newRow("killed, unsynced writes lost") << 10 << true;
}

void TestCrash::keepsWhatItAcknowledged()
{
    QFETCH(int, rounds);
    QFETCH(bool, losesUnsyncedWrites);
    const QTemporaryDir home;
    const QString file = home.filePath(QStringLiteral("x.db"));
    QFile config(home.filePath(QStringLiteral("c.json")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(R"({"policy": {"grant_types": ["client_credentials", "password", "refresh_token"],
                                "refresh_tokens": true, "refresh_rotation": "once"}})");
    config.close();
    const QStringList arguments {QStringLiteral("--demo"), QStringLiteral("--database"), file,
                                 QStringLiteral("--config"), config.fileName()};
    QRandomGenerator random(QRandomGenerator::global()->generate());
    MixedLoad load(Clients);
    QList<qint64> starts;
    int lostWrites = 0;
    for (int round = 0; round <= rounds; ++round) {
        ProgramRun run(home);
        if (losesUnsyncedWrites) {
            run.setEnvironment(QStringLiteral("LD_PRELOAD"), QStringLiteral(GATEHOUSE_LOSTWRITES));
            run.setEnvironment(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0"));
            run.setEnvironment(QStringLiteral("LOSTWRITES_FILE"), file);
        }
        QElapsedTimer timer;
        timer.start();
        const quint16 port = run.serve(arguments);
        QVERIFY2(port != 0, qPrintable(run.complaints()));
        if (round > 0)
            starts.append(timer.elapsed());
        const QStringList lost = load.lost(port);
        QVERIFY2(lost.isEmpty(), qPrintable(QStringLiteral("round %1\n").arg(round) + lost.join(u'\n')));
        if (round == rounds) {
            run.signal(SIGTERM);
            QCOMPARE(run.exitCode(), EX_OK);
            break;
        }
        load.run(port, int(random.bounded(5, 120)), [&] {
            // Right behind an answer the server has nothing in the air; a little later it writes and syncs the next.
            std::this_thread::sleep_for(std::chrono::microseconds(random.bounded(6000)));
            run.kill();
        });
        if (losesUnsyncedWrites)
            lostWrites += loseUnsyncedWrites(file, random);
        // What was revoked may go at once, and the next start purges.
        QCOMPARE(execute(file,
                         {QStringLiteral("INSERT OR REPLACE INTO settings VALUES ('purge.ended_days', '0'),"
                                         " ('purge.every_hours', '1'), ('purge.last', '0')"),
                          QStringLiteral("PRAGMA integrity_check")}),
                 QStringLiteral("ok"));
    }
    QCOMPARE(execute(file, {QStringLiteral("PRAGMA integrity_check")}), QStringLiteral("ok"));
    const QString purges
        = execute(file, {QStringLiteral("SELECT count(*) FROM audit_events WHERE action = 'database.purged'")});
    std::sort(starts.begin(), starts.end());
    qInfo("%lld rounds, %d acknowledged, %d unsynced writes lost, %s purges came to their end, serving again after "
          "%lld ms"
          " (median), %lld ms (longest)",
          starts.size(), load.acknowledged(), lostWrites, qPrintable(purges), starts.at(starts.size() / 2),
          starts.last());
    QVERIFY(load.acknowledged() > rounds * Clients);
    QVERIFY2(starts.at(starts.size() / 2) < Soon, qPrintable(QString::number(starts.at(starts.size() / 2))));
    if (losesUnsyncedWrites)
        QVERIFY(lostWrites > 0);
}

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
