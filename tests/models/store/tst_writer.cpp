#include "models/store/writer.h"

#include "models/store/tokenstore.h"
#include "tests/support/teststore.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

class TestWriter : public QObject
{
    Q_OBJECT

private:
    static qint64 tokensSeenBy(Connection &connection)
    {
        Statement query = connection.prepare("SELECT count(*) FROM oauth_access_tokens");
        return query.exec() && query.next() ? query.number(0) : -1;
    }

private Q_SLOTS:
    void oneCommitForATurn()
    {
        TestStore db;
        QSignalSpy commits(&db->writer(), &Writer::committed);
        db.addToken(QStringLiteral("a"));
        db.addToken(QStringLiteral("b"));
        QVERIFY(db->writer().isPending());
        QCOMPARE(tokensSeenBy(*db.reader()), 0);
        QTRY_COMPARE(commits.size(), 1);
        QVERIFY(!db->writer().isPending());
        QCOMPARE(tokensSeenBy(*db.reader()), 2);
        QVERIFY(commits.first().first().value<ChangeSet>()[Table::AccessTokens].inserted);
    }

    /// Whoever hears "settled" may tell the client: another connection sees the row by then.
    void settledMeansVisibleToOthers()
    {
        TestStore db;
        const auto reader = db.reader();
        QList<qint64> seen;
        db.addToken(QStringLiteral("a"));
        db->writer().whenSettled([&](bool durable) { seen << durable << tokensSeenBy(*reader); });
        QVERIFY(seen.isEmpty());
        QTRY_COMPARE(seen, (QList<qint64> {1, 1}));
    }

    void nothingPendingSettlesAtOnce()
    {
        TestStore db;
        bool settled = false;
        db->writer().whenSettled([&](bool durable) { settled = durable; });
        QVERIFY(settled);
    }

    void settledCallbackMayWrite()
    {
        TestStore db;
        bool second = false;
        db.addToken(QStringLiteral("a"));
        db->writer().whenSettled([&](bool) {
            db.addToken(QStringLiteral("b"));
            db->writer().whenSettled([&](bool durable) { second = durable; });
        });
        QTRY_VERIFY(second);
        QCOMPARE(tokensSeenBy(*db.reader()), 2);
    }

    void undonePartLeavesItsNeighbours()
    {
        TestStore db;
        db.addToken(QStringLiteral("before"));
        {
            Transaction part(db->writer(), db->connection());
            QVERIFY(part.opened());
            db.addToken(QStringLiteral("undone"));
        }
        {
            Transaction part(db->writer(), db->connection());
            db.addToken(QStringLiteral("kept"));
            QVERIFY(part.commit());
        }
        db.addToken(QStringLiteral("after"));
        db.commit();
        QCOMPARE(tokensSeenBy(*db.reader()), 3);
        QVERIFY(!take(db->tokens().findByToken(1, QStringLiteral("undone"))));
    }

    void nestedPartIsUndoneAlone()
    {
        TestStore db;
        Transaction outer(db->writer(), db->connection());
        db.addToken(QStringLiteral("outer"));
        {
            Transaction inner(db->writer(), db->connection());
            db.addToken(QStringLiteral("inner"));
        }
        QVERIFY(outer.commit());
        db.commit();
        QCOMPARE(tokensSeenBy(*db.reader()), 1);
    }

    /// A refused statement is one request's trouble, not the turn's.
    void refusedStatementLeavesItsNeighbours()
    {
        TestStore db;
        db.addToken(QStringLiteral("a"));
        const Result<AccessToken> again = db->tokens().insert(db.newToken(QStringLiteral("a")));
        QCOMPARE(again.error().kind, Error::Kind::Conflict);
        db.addToken(QStringLiteral("b"));
        db.commit();
        QCOMPARE(tokensSeenBy(*db.reader()), 2);
    }

    void failedCommitIsToldAndKeepsNothing()
    {
        TestStore db;
        QSignalSpy undone(&db->writer(), &Writer::rolledBack);
        int told = -1;
        db.addToken(QStringLiteral("lost"));
        // A broken reference that is only found out by the commit.
        take(db->connection().execute("PRAGMA defer_foreign_keys = ON"));
        take(db->connection().execute(
            "INSERT INTO browser_sessions (user_id, token, created_at) VALUES (4711, 'x', 1)"));
        db->writer().whenSettled([&](bool durable) { told = durable; });
        QVERIFY(!db->writer().flush());
        QCOMPARE(told, 0);
        QCOMPARE(undone.size(), 1);
        QCOMPARE(tokensSeenBy(*db.reader()), 0);
        db.addToken(QStringLiteral("next turn"));
        db.commit();
        QCOMPARE(tokensSeenBy(*db.reader()), 1);
    }

    /// When the disk is full SQLite may undo the whole transaction on its own. Nothing of that turn may be kept then.
    void fullDiskLosesTheTurnAndSaysSo()
    {
        QTemporaryDir dir;
        TestStore db({DatabaseUrl::Engine::Sqlite, dir.filePath(QStringLiteral("full.db")), false});
        Statement pages = db->connection().prepare("PRAGMA page_count");
        QVERIFY(pages.exec() && pages.next());
        take(db->connection().execute(QStringLiteral("PRAGMA max_page_count = %1").arg(pages.number(0) + 4)));
        db.addToken(QStringLiteral("first"));
        AccessToken large = db.newToken(QStringLiteral("large"));
        large.scopes = QString(100'000, QLatin1Char('x'));
        QCOMPARE(db->tokens().insert(large).error().kind, Error::Kind::Unavailable);
        QCOMPARE(db->tokens().insert(db.newToken(QStringLiteral("late"))).error().kind, Error::Kind::Unavailable);
        QVERIFY(!db->writer().flush());
        QCOMPARE(tokensSeenBy(*db.reader()), 0);
        db.addToken(QStringLiteral("next turn"));
        db.commit();
        QCOMPARE(tokensSeenBy(*db.reader()), 1);
    }

    void lockedDatabaseIsUnavailable()
    {
        TestStore db;
        take(db->connection().execute("PRAGMA busy_timeout = 20"));
        const auto other = take(Connection::open(db->url(), Connection::Access::Write));
        take(other->execute("BEGIN IMMEDIATE"));
        QCOMPARE(db->tokens().insert(db.newToken(QStringLiteral("a"))).error().kind, Error::Kind::Unavailable);
        take(other->execute("ROLLBACK"));
        db.addToken(QStringLiteral("a"));
        QVERIFY(db->writer().flush());
    }

    void destructorCommits()
    {
        QTemporaryDir dir;
        const DatabaseUrl url {DatabaseUrl::Engine::Sqlite, dir.filePath(QStringLiteral("a.db")), false};
        {
            TestStore db(url);
            db.addToken(QStringLiteral("a"));
        }
        QVERIFY(!QFileInfo::exists(url.path + "-wal"));
        QCOMPARE(tokensSeenBy(*take(Connection::open(url, Connection::Access::Read))), 1);
    }

    /// Statements are finished, so a reader that stays open does not keep the log from being used again.
    void logStaysSmallUnderAReader()
    {
        QTemporaryDir dir;
        TestStore db({DatabaseUrl::Engine::Sqlite, dir.filePath(QStringLiteral("log.db")), false});
        take(db->connection().execute("PRAGMA synchronous = OFF"));
        const auto reader = db.reader();
        for (int turn = 0; turn < 400; ++turn) {
            for (int i = 0; i < 20; ++i)
                db.addToken(QString::number(turn * 20 + i));
            db.commit();
            Statement firstRows = reader->prepare("SELECT id, token FROM oauth_access_tokens ORDER BY id DESC");
            QVERIFY(firstRows.exec() && firstRows.next());
        }
        QVERIFY(QFileInfo(db->url().path + "-wal").size() < 8 * 1024 * 1024);
    }
};

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
