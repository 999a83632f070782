#include "models/doorkeeper/railsrevocation.h"

#include "models/clock.h"
#include "models/doorkeeper/railsschema.h"
#include "models/doorkeeper/railsviews.h"
#include "models/store/connection.h"
#include "tests/support/railsfixture.h"
#include "tests/support/teststore.h"

#include <QTest>
#include <QThread>

using namespace Gatehouse;

/// Revoking in a Rails application's database, and what must not change by it.
class TestRailsRevocation : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock {1'795'302'000'123}; // 2026-11-21 23:00:00.123 UTC

    RailsRevocation in(const RailsFixture &fixture) const
    {
        const RailsSchema schema = RailsSchema::read(fixture.url()).value();
        DatabaseUrl url = fixture.url();
        url.foreign = true;
        url.views = railsViews(schema);
        return RailsRevocation(url, schema.hasLineage(), m_clock);
    }

private Q_SLOTS:
    void onlyRevokedAtOfTheChosenRowsChanges_data()
    {
        QTest::addColumn<QString>("journal");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QList<Id>>("ids");
        QTest::addColumn<QList<Id>>("ended");
        for (const char *journal : {"DELETE", "WAL"}) {
            const QString mode = QString::fromLatin1(journal);
            QTest::addRow("a token, %s", journal) << mode << RailsTable::Tokens << QList<Id> {4} << QList<Id> {4};
            QTest::addRow("tokens, %s", journal)
                << mode << RailsTable::Tokens << QList<Id> {1, 5, 99} << QList<Id> {1, 5};
            QTest::addRow("codes, one used, %s", journal)
                << mode << RailsTable::Grants << QList<Id> {3, 4} << QList<Id> {4};
        }
    }

    void onlyRevokedAtOfTheChosenRowsChanges()
    {
        QFETCH(QString, journal);
        QFETCH(QString, table);
        QFETCH(QList<Id>, ids);
        QFETCH(QList<Id>, ended);
        const RailsFixture fixture({QStringLiteral("PRAGMA journal_mode = ") + journal});
        QMap<QString, QVariantList> expected = fixture.content();
        const bool isTokens = table == RailsTable::Tokens;
        for (Id id : ended)
            expected[table + QLatin1Char(' ') + QString::number(id)][isTokens ? 7 : 8]
                = QStringLiteral("2026-11-21 23:00:00.123000");
        const auto subject = isTokens ? RevocationSubject::Tokens : RevocationSubject::Grants;
        QCOMPARE(take(in(fixture).revoke(subject, ids)), ended.size());
        QCOMPARE(fixture.content(), expected);
        QCOMPARE(fixture.neighbours(), QStringList());
    }

    void waitsForTheApplication()
    {
        const RailsFixture fixture;
        DatabaseUrl url = fixture.url();
        url.foreign = true;
        const auto application = take(Connection::open(url, Connection::Access::Write));
        take(application->execute("BEGIN IMMEDIATE"));
        take(application->execute("UPDATE users SET email = 'ada@example.com' WHERE id = 1"));
        std::optional<Result<qint64>> outcome;
        const std::unique_ptr<QThread> other(
            QThread::create([&] { outcome = in(fixture).revoke(RevocationSubject::Tokens, {1}); }));
        other->start();
        QVERIFY(!other->wait(300));
        take(application->execute("COMMIT"));
        QVERIFY(other->wait(5000));
        QCOMPARE(take(*outcome), 1);
        QCOMPARE(fixture.rows(QStringLiteral("SELECT email FROM users WHERE id = 1")).first().first().toString(),
                 QStringLiteral("ada@example.com"));
    }

    void allOrNone()
    {
        const RailsFixture fixture(
            {QStringLiteral("CREATE TRIGGER guard BEFORE UPDATE ON oauth_access_tokens WHEN NEW.id = 3"
                            " BEGIN SELECT RAISE(ABORT, 'kept'); END")});
        const QByteArray before = fixture.bytes();
        const auto outcome = in(fixture).revoke(RevocationSubject::Tokens, {1, 2, 3});
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().message.contains(QStringLiteral("kept")), qPrintable(outcome.error().message));
        QCOMPARE(fixture.bytes(), before);
    }

    void plansTokens()
    {
        const RailsFixture fixture({QStringLiteral("UPDATE oauth_access_tokens SET revoked_at ="
                                                   " '2026-11-21 20:10:20.500000' WHERE id = 1")});
        const RevocationPlan plan = take(in(fixture).plan(RevocationSubject::Tokens, {1, 2, 5}));
        QCOMPARE(plan.chosen, 3);
        QCOMPARE(plan.over, 1);
        QCOMPARE(plan.following, 0);
        QCOMPARE(plan.applications, QStringList {QStringLiteral("Doorkeeper Sinatra Client")});
        QCOMPARE(plan.users, QStringList {QStringLiteral("user@example.com")});
        QCOMPARE(plan.caution, QString());
    }

    /// A refresh leaves the old pair valid until the new one is used: who revokes one may mean both.
    void tellsOfTheRestOfTheChain_data()
    {
        QTest::addColumn<QStringList>("changes");
        QTest::addColumn<QList<Id>>("chosen");
        QTest::addColumn<QString>("caution");
        const QString longer = QStringLiteral("UPDATE oauth_access_tokens SET previous_refresh_token ="
                                              " 'K1tzcxbh8Fm1GJsG3MFChf19o6m5btdynJOtZSRTN70' WHERE id = 5");
        const QString over = QStringLiteral("UPDATE oauth_access_tokens SET revoked_at ="
                                            " '2026-11-21 20:10:20.500000' WHERE id = 3");
        QTest::newRow("the old one") << QStringList() << QList<Id> {4} << QStringLiteral("1 other");
        QTest::newRow("the new one") << QStringList() << QList<Id> {3} << QStringLiteral("1 other");
        QTest::newRow("both chosen") << QStringList() << QList<Id> {3, 4} << QString();
        QTest::newRow("a longer chain") << QStringList {longer} << QList<Id> {3} << QStringLiteral("2 other");
        QTest::newRow("over already") << QStringList {over} << QList<Id> {4} << QString();
        QTest::newRow("no lineage") << QStringList {QStringLiteral("ALTER TABLE oauth_access_tokens"
                                                                   " DROP COLUMN previous_refresh_token")}
                                    << QList<Id> {4} << QString();
    }

    void tellsOfTheRestOfTheChain()
    {
        QFETCH(QStringList, changes);
        QFETCH(QList<Id>, chosen);
        QFETCH(QString, caution);
        const RailsFixture fixture(changes);
        const RevocationPlan plan = take(in(fixture).plan(RevocationSubject::Tokens, chosen));
        QCOMPARE(plan.caution.isEmpty(), caution.isEmpty());
        QVERIFY2(plan.caution.startsWith(caution), qPrintable(plan.caution));
    }

    void plansGrants()
    {
        const RailsFixture fixture;
        const RevocationPlan plan = take(in(fixture).plan(RevocationSubject::Grants, {3, 4}));
        QCOMPARE(plan.chosen, 2);
        QCOMPARE(plan.over, 1);
        QCOMPARE(plan.users.size(), 2);
        QVERIFY(!plan.caution.isEmpty());
    }

    void knowsTheLineage()
    {
        const RailsFixture fixture;
        const RailsLineage child = take(in(fixture).lineageOf(4));
        QCOMPARE(child.refreshedFrom, 3);
        QCOMPARE(child.refreshedTo, 0);
        QVERIFY(child.clientId.startsWith(QStringLiteral("9b36d8c0")));
        const RailsLineage parent = take(in(fixture).lineageOf(3));
        QCOMPARE(parent.refreshedFrom, 0);
        QCOMPARE(parent.refreshedTo, 4);
        const RailsLineage alone = take(in(fixture).lineageOf(8));
        QCOMPARE(alone.refreshedFrom, 0);
        QCOMPARE(alone.refreshedTo, 0);
    }
};

QTEST_GUILESS_MAIN(TestRailsRevocation)
#include "tst_railsrevocation.moc"
