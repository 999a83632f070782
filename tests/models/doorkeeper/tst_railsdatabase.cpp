#include "models/doorkeeper/railsdatabase.h"

#include "models/clock.h"
#include "tests/support/railsfixture.h"
#include "tests/support/teststore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

/// A Rails application's database that is open in the window.
class TestRailsDatabase : public QObject
{
    Q_OBJECT

private:
    const ManualClock m_clock {RailsFixture::WrittenAt};
    std::unique_ptr<RailsFixture> m_fixture;
    std::unique_ptr<RailsDatabase> m_database;

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<RailsFixture>();
        m_database = take(RailsDatabase::open(m_fixture->url(), RailsSchema::read(m_fixture->url()).value(), m_clock));
    }
    void cleanup() { m_database.reset(); }

    void noticesWhatTheApplicationWrites()
    {
        QSignalSpy changed(m_database.get(), &RailsDatabase::changed);
        QTest::qWait(700);
        QCOMPARE(changed.size(), 0);
        m_fixture->execute({QStringLiteral("DELETE FROM oauth_access_tokens WHERE id = 8")});
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 1000);
        QVERIFY(changed.first().first().value<ChangeSet>()[Table::AccessTokens].everything);
    }

    void revokesWithoutWaiting()
    {
        QSignalSpy changed(m_database.get(), &RailsDatabase::changed);
        std::optional<qint64> ended;
        m_database->revoke(RevocationSubject::Tokens, {4}, this,
                           [&ended](const Result<qint64> &result) { ended = take(result); });
        QVERIFY(!ended);
        QTRY_VERIFY(ended);
        QCOMPARE(*ended, 1);
        QCOMPARE(changed.size(), 1); // before it is told
    }

    void tellsNobodyWhoIsGone()
    {
        auto context = std::make_unique<QObject>();
        bool called = false;
        m_database->plan(RevocationSubject::Tokens, {4}, context.get(), [&called](const auto &) { called = true; });
        context.reset();
        std::optional<RailsLineage> found;
        m_database->lookUp(4, this, [&found](const Result<RailsLineage> &result) { found = take(result); });
        QTRY_VERIFY(found); // one after the other
        QVERIFY(!called);
        QCOMPARE(found->refreshedFrom, 3);
    }

    void sharesTheLogOfARunningApplication()
    {
        const RailsFixture fixture({QStringLiteral("PRAGMA journal_mode = WAL")});
        DatabaseUrl url = fixture.url();
        url.foreign = true;
        auto application = take(Connection::open(url, Connection::Access::Write));
        take(application->execute("DELETE FROM oauth_access_tokens WHERE id = 8"));
        const QStringList log = fixture.neighbours();
        QCOMPARE(log.size(), 2);
        auto database = take(RailsDatabase::open(fixture.url(), RailsSchema::read(fixture.url()).value(), m_clock));
        std::optional<qint64> ended;
        database->revoke(RevocationSubject::Tokens, {7, 8}, this,
                         [&ended](const Result<qint64> &result) { ended = take(result); });
        QTRY_VERIFY(ended);
        QCOMPARE(*ended, 1);
        database.reset();
        QCOMPARE(fixture.neighbours(), log);
        application.reset();
        QCOMPARE(fixture.neighbours(), QStringList());
        QCOMPARE(fixture.rows(QStringLiteral("SELECT id FROM oauth_access_tokens WHERE revoked_at IS NOT NULL")),
                 QList<QVariantList> {{7}});
    }

    void finishesARevocationBeforeItEnds()
    {
        m_database->revoke(RevocationSubject::Tokens, {1}, this, [](const Result<qint64> &) {});
        m_database.reset();
        QCOMPARE(m_fixture->rows(QStringLiteral("SELECT id FROM oauth_access_tokens WHERE revoked_at IS NOT NULL")),
                 QList<QVariantList> {{1}});
        QCOMPARE(m_fixture->neighbours(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestRailsDatabase)
#include "tst_railsdatabase.moc"
