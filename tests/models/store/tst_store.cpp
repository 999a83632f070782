#include "models/store/store.h"

#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "models/store/storethread.h"
#include "models/store/tokenstore.h"
#include "models/store/userstore.h"
#include "tests/support/teststore.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

class TestStoreClass : public QObject
{
    Q_OBJECT

private:
    static DatabaseUrl fileIn(const QTemporaryDir &dir)
    {
        return {DatabaseUrl::Engine::Sqlite, dir.filePath(QStringLiteral("a.db")), false};
    }

private Q_SLOTS:
    void announcesWhatCommitted()
    {
        TestStore db;
        QSignalSpy changes(&*db, &Store::changed);
        QTRY_COMPARE(changes.size(), 1); // the store's own application and user
        const AccessToken token = db.addToken(QStringLiteral("a"));
        QVERIFY(take(db->tokens().revoke(token.id, db.now())));
        QTRY_COMPARE(changes.size(), 2);
        const auto change = changes.last().first().value<ChangeSet>()[Table::AccessTokens];
        QVERIFY(change.inserted);
        QCOMPARE(change.updated, QList<Id> {token.id});
        QVERIFY(!change.everything);
    }

    void announcesAtMostTenTimesASecond()
    {
        TestStore db;
        QSignalSpy changes(&*db, &Store::changed);
        QElapsedTimer time;
        time.start();
        for (int i = 0; time.elapsed() < 500; ++i) {
            db.addToken(QString::number(i));
            QCoreApplication::processEvents();
        }
        QVERIFY(changes.size() >= 1);
        QVERIFY(changes.size() <= time.elapsed() / 100 + 1);
    }

    void othersWritingIsNoticed()
    {
        TestStore db;
        QSignalSpy changes(&*db, &Store::changed);
        QTRY_COMPARE(changes.size(), 1);
        QVERIFY(take(db->applications().findByUid(1, QStringLiteral("client")))->enabled);
        QVERIFY(take(db->domains().defaultDomain()).issuer.isEmpty());
        const auto other = take(Connection::open(db->url(), Connection::Access::Write));
        take(other->execute("UPDATE oauth_applications SET enabled = 0"));
        take(other->execute("UPDATE identity_domains SET issuer = 'https://other.example.com'"));
        QTRY_VERIFY(changes.size() >= 2);
        QVERIFY(changes.last().first().value<ChangeSet>()[Table::AccessTokens].everything);
        QVERIFY(!take(db->applications().findByUid(1, QStringLiteral("client")))->enabled);
        QCOMPARE(take(db->domains().defaultDomain()).issuer, QStringLiteral("https://other.example.com"));
    }

    void ownWritingIsNotTakenForOthers()
    {
        TestStore db;
        QSignalSpy changes(&*db, &Store::changed);
        db.addToken(QStringLiteral("a"));
        QTRY_COMPARE(changes.size(), 1);
        QTest::qWait(250);
        QCOMPARE(changes.size(), 1);
        QVERIFY(!changes.first().first().value<ChangeSet>()[Table::AccessTokens].everything);
    }

    void undoneChangesLeaveNoTraceInMemory()
    {
        TestStore db;
        {
            Transaction part(db->writer(), db->connection());
            Application changed = db.application();
            changed.enabled = false;
            take(db->applications().update(changed));
            Policy strict = take(Policy::preset(QStringLiteral("strict")));
            take(db->domains().setPolicy(DomainStore::DefaultId, strict));
            QVERIFY(!take(db->applications().findByUid(1, QStringLiteral("client")))->enabled);
            QCOMPARE(take(db->domains().defaultDomain()).policy, strict);
        }
        QVERIFY(take(db->applications().findByUid(1, QStringLiteral("client")))->enabled);
        QCOMPARE(take(db->domains().defaultDomain()).policy, Policy());
    }

    void secondOpeningFindsWhatTheFirstLeft()
    {
        QTemporaryDir dir;
        const SystemClock clock;
        {
            TestStore first(fileIn(dir));
        }
        const auto second = take(Store::open(fileIn(dir), clock));
        QVERIFY(take(second->applications().findByUid(1, QStringLiteral("client"))));
        const IdentityDomain domain = take(second->domains().defaultDomain());
        QCOMPARE(domain.name, QStringLiteral("Default"));
        QCOMPARE(domain.createdAt, TestStore::Start);
    }

    void threadRunsJobsAndCallsBack()
    {
        QTemporaryDir dir;
        const SystemClock clock;
        const auto service = take(StoreThread::start(fileIn(dir), clock));
        QVERIFY(service->store().thread() == &service->thread());
        QThread *ranIn = nullptr;
        QThread *calledIn = nullptr;
        Result<User> made = Error {};
        service->store().run(
            [&](Store &store) {
                ranIn = QThread::currentThread();
                User user;
                user.domainId = DomainStore::DefaultId;
                user.email = QStringLiteral("a@example.com");
                return store.users().create(user);
            },
            this,
            [&](const Result<User> &result) {
                calledIn = QThread::currentThread();
                made = result;
            });
        QTRY_VERIFY(calledIn);
        QVERIFY(ranIn == &service->thread());
        QVERIFY(calledIn == thread());
        QVERIFY(made);
        const auto reader = take(Connection::open(service->store().url(), Connection::Access::Read));
        Statement query = reader->prepare("SELECT email FROM users");
        QVERIFY(query.exec() && query.next());
        QCOMPARE(query.text(0), QStringLiteral("a@example.com"));
    }

    void nobodyIsCalledBackWhoIsGone()
    {
        QTemporaryDir dir;
        const SystemClock clock;
        const auto service = take(StoreThread::start(fileIn(dir), clock));
        bool called = false;
        bool last = false;
        const auto nothing = [](Store &) { return Result<void>(); };
        auto context = std::make_unique<QObject>();
        service->store().run(nothing, context.get(), [&](const Result<void> &) { called = true; });
        context.reset();
        service->store().run(nothing, this, [&](const Result<void> &) { last = true; });
        QTRY_VERIFY(last);
        QVERIFY(!called);
    }

    void failedCommitReachesTheCaller()
    {
        QTemporaryDir dir;
        const SystemClock clock;
        const auto service = take(StoreThread::start(fileIn(dir), clock));
        std::optional<Error> error;
        service->store().run(
            [](Store &store) -> Result<void> {
                take(store.writer().begin());
                take(store.connection().execute("PRAGMA defer_foreign_keys = ON"));
                return store.connection().execute(
                    "INSERT INTO browser_sessions (user_id, token, created_at) VALUES (4711, 'x', 1)");
            },
            this, [&](const Result<void> &result) { error = result ? Error {} : result.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Unavailable);
    }

    void threadEndsWithEverythingWritten()
    {
        QTemporaryDir dir;
        const SystemClock clock;
        {
            const auto service = take(StoreThread::start(fileIn(dir), clock));
            service->store().run(
                [](Store &store) {
                    User user;
                    user.domainId = DomainStore::DefaultId;
                    user.email = QStringLiteral("last@example.com");
                    return store.users().create(user);
                },
                this, [](const Result<User> &) {});
        }
        const auto store = take(Store::open(fileIn(dir), clock));
        QVERIFY(take(store->users().findByEmail(1, QStringLiteral("last@example.com"))));
    }

    void threadThatCannotOpenSaysWhy()
    {
        const SystemClock clock;
        const auto service
            = StoreThread::start({DatabaseUrl::Engine::Sqlite, QStringLiteral("/nowhere/a.db"), false}, clock);
        QVERIFY(!service);
        QCOMPARE(service.error().kind, Error::Kind::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestStoreClass)
#include "tst_store.moc"
