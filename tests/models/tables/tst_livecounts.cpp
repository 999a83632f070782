#include "models/tables/livecounts.h"

#include "models/store/tokenstore.h"
#include "tests/models/tables/tabledatabase.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

class TestLiveCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsThere()
    {
        TableDatabase database;
        database.addTokens(3);
        database.addGrant();
        database.commit();
        const LiveCounts counts(database.url, database.clock);
        const Counts expected {.applications = 1, .users = 1, .grants = 1, .tokens = 3, .activeTokens = 3};
        QTRY_COMPARE(counts.counts(), expected);
    }

    void followsTheStoreAtMostTwiceASecond()
    {
        TableDatabase database;
        LiveCounts counts(database.url, database.clock);
        QSignalSpy changes(&counts, &LiveCounts::countsChanged);
        connect(database.store.get(), &Store::changed, &counts, &LiveCounts::applyChanges);
        QVERIFY(changes.wait());
        changes.clear();
        for (int i = 0; i < 20; ++i) {
            database.addTokens(1);
            QTest::qWait(50);
        }
        QTRY_COMPARE(counts.counts().tokens, 20);
        QVERIFY2(changes.size() <= 5, qPrintable(QString::number(changes.size())));
        QVERIFY(*database.store->tokens().revoke(Id(1), database.clock.now()));
        QTRY_COMPARE(counts.counts().activeTokens, 19);
        QCOMPARE(counts.counts().tokens, 20);
    }

    void followsTheClock()
    {
        TableDatabase database;
        for (int seconds : {60, 180}) {
            AccessToken token;
            token.expiresAt = database.clock.now() + seconds * 1000;
            database.addToken(token);
        }
        database.commit();
        const LiveCounts counts(database.url, database.clock);
        QTRY_COMPARE(counts.counts().activeTokens, 2);
        database.clock.advance(60'000);
        QTRY_COMPARE(counts.counts().activeTokens, 1);
        database.clock.advance(120'000);
        QTRY_COMPARE(counts.counts().activeTokens, 0);
        QCOMPARE(counts.counts().tokens, 2);
        database.clock.advance(-60'000);
        QTRY_COMPARE(counts.counts().activeTokens, 1);
    }
};

QTEST_GUILESS_MAIN(TestLiveCounts)
#include "tst_livecounts.moc"
