#include "models/upkeep/upkeep.h"

#include "models/store/settingstore.h"
#include "models/store/tokenstore.h"
#include "tests/support/teststore.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

namespace {

constexpr Timestamp Day = 24 * 60 * 60 * 1000;

void addDeadTokens(TestStore &db, int count)
{
    static int number = 0;
    for (int i = 0; i < count; ++i) {
        AccessToken pair = db.newToken(QString::number(++number));
        pair.expiresAt = db.now() - 60 * Day;
        take(db->tokens().insert(pair));
    }
    db.commit();
}

qint64 tokensIn(TestStore &db)
{
    qint64 count = 0;
    take(db->connection().read(QStringLiteral("SELECT count(*) FROM oauth_access_tokens"),
                               [&count](const QSqlQuery &row) { count = row.value(0).toLongLong(); }));
    return count;
}

} // namespace

/// Purges by schedule and on demand, and what they do to those who work meanwhile.
class TestUpkeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void purgesOnDemand();
    void purgesBySchedule();
    void scheduleCanBeOff();
    void canBeCancelled();
    void settingsAreKept();
    void leavesAnEvent();
};

void TestUpkeep::purgesOnDemand()
{
    TestStore db;
    Upkeep upkeep(*db);
    addDeadTokens(db, 500);
    db.addToken(QStringLiteral("living"));
    QSignalSpy progressed(&upkeep, &Upkeep::progressed);
    QSignalSpy finished(&upkeep, &Upkeep::finished);
    upkeep.purge(QStringLiteral("console"));
    QTRY_COMPARE(finished.count(), 1);
    const auto outcome = finished.first().first().value<PurgeOutcome>();
    QCOMPARE(outcome.problem, QString());
    QCOMPARE(outcome.removed[PurgeKind::Pairs], qint64(500));
    QCOMPARE(tokensIn(db), qint64(1));
    QVERIFY(progressed.count() > 1);
    QCOMPARE(progressed.last().first().value<PurgeState>().percent, 100);
}

void TestUpkeep::purgesBySchedule()
{
    TestStore db;
    take(Retention {2, 30, 0}.write(*db));
    Upkeep upkeep(*db);
    QSignalSpy finished(&upkeep, &Upkeep::finished);
    addDeadTokens(db, 1);
    upkeep.lookAtSchedule(); // was never purged
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(tokensIn(db), qint64(0));
    addDeadTokens(db, 1);
    db.clock().advance(2 * Day / 24 - 1);
    upkeep.lookAtSchedule();
    QTest::qWait(20);
    QCOMPARE(tokensIn(db), qint64(1));
    db.clock().advance(1);
    upkeep.lookAtSchedule();
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(tokensIn(db), qint64(0));
}

void TestUpkeep::scheduleCanBeOff()
{
    TestStore db;
    take(Retention {0, 30, 0}.write(*db));
    Upkeep upkeep(*db);
    addDeadTokens(db, 1);
    db.clock().advance(400 * Day);
    upkeep.lookAtSchedule();
    QTest::qWait(20);
    QCOMPARE(tokensIn(db), qint64(1));
}

void TestUpkeep::canBeCancelled()
{
    TestStore db;
    Upkeep upkeep(*db);
    addDeadTokens(db, 5000);
    QSignalSpy finished(&upkeep, &Upkeep::finished);
    connect(&upkeep, &Upkeep::progressed, &upkeep, &Upkeep::cancel);
    upkeep.purge(QStringLiteral("console"));
    QTRY_COMPARE(finished.count(), 1);
    const auto outcome = finished.first().first().value<PurgeOutcome>();
    QVERIFY(outcome.isCancelled);
    QVERIFY(tokensIn(db) > 0);
    QCOMPARE(tokensIn(db), 5000 - outcome.removed[PurgeKind::Pairs]);
    upkeep.purge(QStringLiteral("console")); // another may follow
    QTRY_COMPARE(finished.count(), 2);
}

void TestUpkeep::settingsAreKept()
{
    TestStore db;
    QCOMPARE(take(Retention::read(*db)), (Retention {24, 30, 365}));
    const Retention chosen {1, 2, 3};
    take(chosen.write(*db));
    QCOMPARE(take(Retention::read(*db)), chosen);
    take(db->settings().set(QStringLiteral("purge.every_hours"), QStringLiteral("often")));
    QCOMPARE(take(Retention::read(*db)).everyHours, 24);
}

void TestUpkeep::leavesAnEvent()
{
    TestStore db;
    Upkeep upkeep(*db);
    QSignalSpy finished(&upkeep, &Upkeep::finished);
    upkeep.purge(QStringLiteral("console"));
    QTRY_COMPARE(finished.count(), 1); // nothing to tell
    addDeadTokens(db, 3);
    upkeep.purge(QStringLiteral("console"));
    QTRY_COMPARE(finished.count(), 2);
    QStringList events;
    take(db->connection().read(
        QStringLiteral("SELECT actor, action, details FROM audit_events"), [&events](const QSqlQuery &row) {
            events.append(row.value(0).toString() + u' ' + row.value(1).toString() + u' ' + row.value(2).toString());
        }));
    QCOMPARE(events.size(), 1);
    QVERIFY(events.first().startsWith(QStringLiteral("console database.purged {")));
    QVERIFY(events.first().contains(QStringLiteral("\"tokens\":3")));
}

QTEST_GUILESS_MAIN(TestUpkeep)
#include "tst_upkeep.moc"
