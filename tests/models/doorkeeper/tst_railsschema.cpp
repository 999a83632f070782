#include "models/doorkeeper/railsschema.h"

#include "models/clock.h"
#include "models/store/store.h"
#include "tests/support/railsfixture.h"

#include <QFile>
#include <QTest>

using namespace Gatehouse;

/// Which files are taken for a Rails application's Doorkeeper database, and where its people are.
class TestRailsSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsADoorkeeperDatabase_data();
    void knowsADoorkeeperDatabase();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void ourOwnDatabaseIsNone();
    void findsTheUsers_data();
    void findsTheUsers();
    void leavesNoTrace_data();
    void leavesNoTrace();
};

void TestRailsSchema::knowsADoorkeeperDatabase_data()
{
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<bool>("hasLineage");
    const QString tokens = QStringLiteral("ALTER TABLE oauth_access_tokens ");
    const QString grants = QStringLiteral("ALTER TABLE oauth_access_grants ");
    QTest::newRow("5.5") << QStringList() << true;
    QTest::newRow("before previous_refresh_token")
        << QStringList {tokens + QStringLiteral("DROP COLUMN previous_refresh_token")} << false;
    QTest::newRow("before PKCE, confidential and scopes")
        << QStringList {grants + QStringLiteral("DROP COLUMN code_challenge"),
                        grants + QStringLiteral("DROP COLUMN code_challenge_method"),
                        QStringLiteral("ALTER TABLE oauth_applications DROP COLUMN confidential"),
                        QStringLiteral("ALTER TABLE oauth_applications DROP COLUMN scopes")}
        << true;
    QTest::newRow("no refresh tokens") << QStringList {QStringLiteral(
                                                           "DROP INDEX index_oauth_access_tokens_on_refresh_token"),
                                                       tokens + QStringLiteral("DROP COLUMN refresh_token")}
                                       << false;
    QTest::newRow("no codes") << QStringList {QStringLiteral("DROP TABLE oauth_access_grants")} << true;
    QTest::newRow("polymorphic owners") << QStringList {tokens
                                                        + QStringLiteral("ADD COLUMN resource_owner_type varchar")}
                                        << true;
    QTest::newRow("write-ahead log") << QStringList {QStringLiteral("PRAGMA journal_mode = WAL")} << true;
    QTest::newRow("empty") << QStringList {QStringLiteral("DELETE FROM oauth_access_tokens"),
                                           QStringLiteral("DELETE FROM oauth_access_grants"),
                                           QStringLiteral("DELETE FROM oauth_applications")}
                           << true;
}

void TestRailsSchema::knowsADoorkeeperDatabase()
{
    QFETCH(QStringList, changes);
    QFETCH(bool, hasLineage);
    const RailsFixture fixture(changes);
    const std::optional<RailsSchema> schema = RailsSchema::read(fixture.url());
    QVERIFY(schema);
    QCOMPARE(schema->hasLineage(), hasLineage);
}

void TestRailsSchema::refusesWhatIsNone_data()
{
    QTest::addColumn<QStringList>("changes");
    QTest::newRow("no tokens") << QStringList {QStringLiteral("DROP TABLE oauth_access_tokens")};
    QTest::newRow("no applications") << QStringList {QStringLiteral("DROP TABLE oauth_applications")};
    QTest::newRow("tokens that cannot be revoked")
        << QStringList {QStringLiteral("ALTER TABLE oauth_access_tokens DROP COLUMN revoked_at")};
    QTest::newRow("keys that are no numbers")
        << QStringList {QStringLiteral("DROP TABLE oauth_access_tokens"),
                        QStringLiteral("CREATE TABLE oauth_access_tokens (id varchar PRIMARY KEY, application_id,"
                                       " resource_owner_id, token, expires_in, created_at, revoked_at)")};
}

void TestRailsSchema::refusesWhatIsNone()
{
    QFETCH(QStringList, changes);
    const RailsFixture fixture(changes);
    QVERIFY(!RailsSchema::read(fixture.url()));
    const SystemClock clock;
    const QByteArray before = fixture.bytes();
    const auto store = Store::open(fixture.url(), clock);
    QVERIFY(!store);
    QVERIFY2(store.error().message.contains(QStringLiteral("is a database of another program")),
             qPrintable(store.error().message));
    QCOMPARE(fixture.bytes(), before);
}

void TestRailsSchema::ourOwnDatabaseIsNone()
{
    QTemporaryDir folder;
    const DatabaseUrl url {DatabaseUrl::Engine::Sqlite, folder.filePath(QStringLiteral("own.db"))};
    QVERIFY(!RailsSchema::read(url)); // not there
    QVERIFY(!QFile::exists(url.path));
    const SystemClock clock;
    QVERIFY(Store::open(url, clock));
    QVERIFY(!RailsSchema::read(url));
    QFile text(folder.filePath(QStringLiteral("text")));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("These are words.") > 0);
    text.close();
    QVERIFY(!RailsSchema::read({DatabaseUrl::Engine::Sqlite, text.fileName()}));
}

void TestRailsSchema::findsTheUsers_data()
{
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QStringList>("found"); ///< table, login, name; none: not understood
    const auto strings = [](std::initializer_list<const char *> texts) {
        QStringList list;
        for (const char *text : texts)
            list.append(QString::fromLatin1(text));
        return list;
    };
    QTest::newRow("e-mail and digest") << QStringList() << strings({"users", "email", ""});
    QTest::newRow("another table") << strings({"ALTER TABLE users RENAME TO members"})
                                   << strings({"members", "email", ""});
    QTest::newRow("another shape") << strings({"DROP TABLE users",
                                               "CREATE TABLE users (id integer PRIMARY KEY, username varchar,"
                                               " full_name varchar, created_at datetime)"})
                                   << strings({"users", "username", "full_name"});
    QTest::newRow("declared by a foreign key")
        << strings({"CREATE TABLE staff (id integer PRIMARY KEY, login varchar)", "DROP TABLE oauth_access_grants",
                    "CREATE TABLE oauth_access_grants (id integer PRIMARY KEY, resource_owner_id integer"
                    " REFERENCES staff (id), application_id, token, expires_in, redirect_uri, created_at, revoked_at)"})
        << strings({"staff", "login", ""});
    QTest::newRow("keys that are no numbers")
        << strings({"DROP TABLE users", "CREATE TABLE users (id varchar PRIMARY KEY, email varchar)"}) << QStringList();
    QTest::newRow("nothing to know people by")
        << strings({"DROP TABLE users", "CREATE TABLE users (id integer PRIMARY KEY, shoe_size integer)"})
        << QStringList();
    QTest::newRow("no table") << strings({"DROP TABLE users"}) << QStringList();
}

void TestRailsSchema::findsTheUsers()
{
    QFETCH(QStringList, changes);
    QFETCH(QStringList, found);
    const RailsFixture fixture(changes);
    const std::optional<RailsSchema> schema = RailsSchema::read(fixture.url());
    QVERIFY(schema);
    const auto &users = schema->users();
    QCOMPARE(users ? QStringList({users->table, users->login, users->name}) : QStringList(), found);
}

void TestRailsSchema::leavesNoTrace_data()
{
    QTest::addColumn<QString>("journal");
    QTest::newRow("rollback journal") << QStringLiteral("DELETE");
    QTest::newRow("write-ahead log") << QStringLiteral("WAL");
}

void TestRailsSchema::leavesNoTrace()
{
    QFETCH(QString, journal);
    const RailsFixture fixture({QStringLiteral("PRAGMA journal_mode = ") + journal});
    const QByteArray before = fixture.bytes();
    QVERIFY(RailsSchema::read(fixture.url()));
    QCOMPARE(fixture.bytes(), before);
    QCOMPARE(fixture.neighbours(), QStringList());
}

QTEST_GUILESS_MAIN(TestRailsSchema)
#include "tst_railsschema.moc"
