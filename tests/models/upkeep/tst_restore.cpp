#include "models/upkeep/restore.h"

#include "models/records/auditevent.h"
#include "models/store/auditstore.h"
#include "models/store/domainstore.h"
#include "models/store/exchangestore.h"
#include "models/store/tokenstore.h"
#include "models/upkeep/backupwork.h"
#include "models/upkeep/engine.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>

using namespace Gatehouse;

namespace {

bool goOn(int)
{
    return true;
}

} // namespace

/// A backup in the place of a database that is in use.
class TestRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bringsBackWhatWas();
    void theStoreThatHasItOpenHears();
    void keepsWhatItReplaces();
    void nothingIsAcknowledgedThatIsNotKept();
    void isInTheAuditTrail();
    void numbersGoOn();
    void numbersOfRequestsGoOn();
    void appliesTheRules();
    void refusesWhatTheRulesRefuse();
    void isInTheFileItself();
    void takesLeftoversAway();
    void leavesAChosenLeftover_data();
    void leavesAChosenLeftover();
    void onlyOneAtATime();
    void interruptsALongStatement();
    void bringsAnOlderSchemaUpToDate();
    void refusesWhatItCannotUse_data();
    void refusesWhatItCannotUse();
    void refusesADamagedBackup();
    void leavesEverythingWhenCancelled_data();
    void leavesEverythingWhenCancelled();
    void isCancelledWhileItIsLookedThrough();
    void leavesEverythingWhenTheDatabaseIsLocked();
    void worksInAThread();

private:
    void addTokens(int count);
    bool holds(int number) const { return take((*m_db)->tokens().findByToken(1, QString::number(number))).has_value(); }
    Result<bool> restore(const char *name, const Backup::Progress &progress = &goOn,
                         const ContentRules &rules = {}) const
    {
        return Restore((*m_db)->url(), file(name), m_db->clock(), rules).run(progress);
    }
    qint64 number(const char *sql) const { return numberIn((*m_db)->connection(), sql); }
    static qint64 numberIn(Connection &connection, const char *sql)
    {
        qint64 number = -1;
        take(connection.read(QString::fromLatin1(sql),
                             [&number](const QSqlQuery &row) { number = row.value(0).toLongLong(); }));
        return number;
    }
    /// Everything in the folder but what SQLite keeps beside the database in use.
    QStringList files() const
    {
        return QDir(m_folder->path())
            .entryList({"*.db", "*restor*"}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    QString file(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestStore> m_db;
    int m_number = 0;
};

/// b.db holds the tokens 1 to 3000, the database 3001 to 3500 as well, and 17 is revoked in it.
void TestRestore::init()
{
    m_db.reset();
    m_number = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    m_db = std::make_unique<TestStore>(take(DatabaseUrl::parse(file("x.db"))));
    addTokens(3000);
    QVERIFY(take(Backup((*m_db)->url(), file("b.db")).run(&goOn)));
    addTokens(500);
    QVERIFY(holds(17) && holds(3500));
}

void TestRestore::addTokens(int count)
{
    for (int i = 0; i < count; ++i)
        m_db->addToken(QString::number(++m_number));
    m_db->commit();
}

void TestRestore::bringsBackWhatWas()
{
    QVERIFY(take(restore("b.db")));
    QTRY_VERIFY(!holds(3500));
    QVERIFY(holds(17) && holds(3000));
    const auto reader = take(Connection::open((*m_db)->url(), Connection::Access::Read));
    QString sound;
    take(reader->read("PRAGMA integrity_check", [&](const QSqlQuery &row) { sound = row.value(0).toString(); }));
    QCOMPARE(sound, QStringLiteral("ok"));
}

void TestRestore::theStoreThatHasItOpenHears()
{
    QSignalSpy changed(m_db->operator->(), &Store::changed);
    QVERIFY(take(restore("b.db")));
    const auto isTold = [&changed] {
        return std::any_of(changed.begin(), changed.end(), [](const QList<QVariant> &arguments) {
            return arguments.first().value<ChangeSet>()[Table::AccessTokens].everything;
        });
    };
    QTRY_VERIFY(isTold());
    addTokens(1); // number 3501: what is written next goes into the restored database
    QVERIFY(holds(3501) && !holds(3500));
}

void TestRestore::keepsWhatItReplaces()
{
    const Restore restore((*m_db)->url(), file("b.db"), m_db->clock());
    QVERIFY(take(restore.run(&goOn)));
    QCOMPARE(files(), (QStringList {"b.db", QFileInfo(restore.kept()).fileName(), "x.db"}));
    const auto kept = take(Store::open(take(DatabaseUrl::parse(restore.kept())), m_db->clock()));
    QVERIFY(take(kept->tokens().findByToken(1, QStringLiteral("3500"))).has_value());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(restore.kept()) & others));
}

/// From when the kept file is begun until the end.
void TestRestore::nothingIsAcknowledgedThatIsNotKept()
{
    int refused = 0;
    QVERIFY(take(restore("b.db", [this, &refused](int percent) {
        if (percent > 33 && percent < 100 && !(*m_db)->writer().begin())
            ++refused;
        return percent <= 33 || percent >= 100 || !(*m_db)->writer().isPending();
    })));
    QVERIFY(refused > 2);
    QTRY_VERIFY(!holds(3500));
}

/// Else a new user would have the `sub` of one who is gone, and views would take new rows for old ones.
void TestRestore::numbersGoOn()
{
    AuditEvent event;
    event.domainId = DomainStore::DefaultId;
    event.actor = QStringLiteral("system");
    event.action = QStringLiteral("test");
    event.details = QStringLiteral("{}");
    for (int i = 0; i < 10; ++i)
        take((*m_db)->audit().append(event));
    const Id user = m_db->addUser(QStringLiteral("later@example.com")).id;
    m_db->commit();
    const qint64 newestEvent = number("SELECT max(id) FROM audit_events");
    const qint64 newestToken = number("SELECT max(id) FROM oauth_access_tokens");
    QVERIFY(take(restore("b.db")));
    QTRY_VERIFY(!holds(3500));
    QVERIFY(number("SELECT max(id) FROM audit_events") > newestEvent); // the record of it
    QVERIFY(number("SELECT max(id) FROM oauth_access_tokens") < newestToken);
    addTokens(1);
    QCOMPARE(number("SELECT max(id) FROM oauth_access_tokens"), newestToken + 1);
    QVERIFY(m_db->addUser(QStringLiteral("new@example.com")).id > user);
}

void TestRestore::numbersOfRequestsGoOn()
{
    QVERIFY(QFile::copy(file("b.db"), file("ahead.db")));
    {
        const auto ahead
            = take(Connection::open(take(DatabaseUrl::parse(file("ahead.db"))), Connection::Access::Write));
        take(ahead->execute("UPDATE oauth_access_tokens SET exchange_id = 480000 WHERE id = (SELECT max(id) FROM "
                            "oauth_access_tokens)"));
    }
    QVERIFY((*m_db)->exchanges().nextId() < 480000);
    QVERIFY(take(restore("ahead.db")));
    QTRY_VERIFY((*m_db)->exchanges().nextId() > 480000);
}

/// What the configuration file says holds in what is restored, from the first request on.
void TestRestore::appliesTheRules()
{
    IdentityDomain domain;
    domain.name = QStringLiteral("later");
    const Id later = take((*m_db)->domains().create(domain)).id;
    m_db->commit();
    domain.name = QStringLiteral("ruled");
    const ContentRules rules = [domain](Store &store) {
        const Result<IdentityDomain> made = store.domains().create(domain);
        return made ? Result<void>() : made.error();
    };
    QVERIFY(take(restore("b.db", &goOn, rules)));
    QTRY_VERIFY(!holds(3500));
    QCOMPARE(number("SELECT count(*) FROM identity_domains WHERE name = 'later'"), 0);
    QVERIFY(number("SELECT id FROM identity_domains WHERE name = 'ruled'") > later);
}

void TestRestore::refusesWhatTheRulesRefuse()
{
    const Result<bool> outcome = restore("b.db", &goOn, [](Store &) -> Result<void> {
        return Error {Error::Kind::Invalid, QStringLiteral("Such a policy cannot be.")};
    });
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(QStringLiteral("nothing was changed: Such a policy cannot be. If the")),
             qPrintable(outcome.error().message));
    QCOMPARE(files(), (QStringList {"b.db", "x.db"}));
    QVERIFY(holds(3500));
}

/// Or the server would bring it from the log into the file, with the next request.
void TestRestore::isInTheFileItself()
{
    // Somebody who reads what was there holds it up for a while.
    QSemaphore reads;
    const std::unique_ptr<QThread> other(QThread::create([url = (*m_db)->url(), &reads] {
        const auto reader = take(Connection::open(url, Connection::Access::Read));
        take(reader->execute("BEGIN"));
        (void)numberIn(*reader, "SELECT count(*) FROM oauth_access_tokens");
        reads.release();
        QThread::msleep(1500);
    }));
    other->start();
    reads.acquire();
    const Result<bool> outcome = restore("b.db");
    other->wait();
    QVERIFY(take(outcome));
    const auto file = take(Connection::open((*m_db)->url(), Connection::Access::Inspect));
    QCOMPARE(numberIn(*file, "SELECT count(*) FROM oauth_access_tokens"), 3000);
}

/// Of a restore that the power cut.
void TestRestore::takesLeftoversAway()
{
    const QDir folder(m_folder->path());
    for (const char *name :
         {".x-restoring-abcdef/copy.db", ".x-restoring-abcdef/copy.db-wal", "x-before-restore-20260101-000000.db.part",
          ".x-restoring-mine/letter.txt", ".y-restoring-abcdef/copy.db"}) {
        QVERIFY(folder.mkpath(QFileInfo(file(name)).path()));
        QFile left(file(name));
        QVERIFY(left.open(QIODevice::WriteOnly));
    }
    QVERIFY(take(restore("b.db")));
    const QStringList kept = files();
    QVERIFY(!kept.contains(QStringLiteral(".x-restoring-abcdef")));
    QVERIFY(!kept.contains(QStringLiteral("x-before-restore-20260101-000000.db.part")));
    QVERIFY(QFile::exists(file(".x-restoring-mine/letter.txt")));
    QVERIFY(QFile::exists(file(".y-restoring-abcdef/copy.db")));
}

/// They may be all that is left.
void TestRestore::leavesAChosenLeftover_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("a copy") << QByteArray(".x-restoring-abcdef/copy.db");
    QTest::newRow("a file that was to be kept") << QByteArray("x-before-restore-20260101-000000.db.part");
}

void TestRestore::leavesAChosenLeftover()
{
    QFETCH(QByteArray, name);
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral(".x-restoring-abcdef")));
    QVERIFY(QFile::copy(file("b.db"), file(name.constData())));
    QVERIFY(take(restore(name.constData())));
    QTRY_VERIFY(!holds(3500));
    QVERIFY(QFile::exists(file(name.constData())));
}

void TestRestore::onlyOneAtATime()
{
    QLockFile other((*m_db)->url().path + QStringLiteral("-restoring"));
    QVERIFY(other.tryLock());
    const Result<bool> outcome = restore("b.db");
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.endsWith(
                 QStringLiteral("Another program restores a backup to it. Wait until that is done, then try again.")),
             qPrintable(outcome.error().message));
}

void TestRestore::interruptsALongStatement()
{
    Connection &connection = (*m_db)->connection();
    int asked = 0;
    const Backup::Progress progress = [&asked](int) { return ++asked < 3; };
    {
        Interruption interruption(connection, progress, 33);
        QVERIFY(!connection.execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                                    " SELECT count(*) FROM n"));
        QVERIFY(interruption.hasHappened());
    }
    QCOMPARE(asked, 3);
    QVERIFY(holds(17)); // afterwards it is as before
}

void TestRestore::isInTheAuditTrail()
{
    QVERIFY(take(restore("b.db")));
    Statement query
        = (*m_db)->connection().prepare("SELECT actor, action, details FROM audit_events ORDER BY id DESC LIMIT 1");
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.text(0), QStringLiteral("console"));
    QCOMPARE(query.text(1), QStringLiteral("database.restored"));
    QVERIFY(query.text(2).startsWith(QStringLiteral("{\"backup\":\"b.db\",\"kept\":\"x-before-restore-")));
}

void TestRestore::bringsAnOlderSchemaUpToDate()
{
    {
        // What migration 0004 has made goes again.
        const auto old = take(Connection::open(take(DatabaseUrl::parse(file("b.db"))), Connection::Access::Write));
        QStringList indexes;
        take(old->read("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
                       [&](const QSqlQuery &row) { indexes.append(row.value(0).toString()); }));
        QFile script(QStringLiteral(":/sql/0004_growth.sql"));
        QVERIFY(script.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(script.readAll());
        int gone = 0;
        for (const QString &index : std::as_const(indexes)) {
            if (text.contains(QStringLiteral("INDEX ") + index + u' ')) {
                take(old->execute(QStringLiteral("DROP INDEX ") + index));
                ++gone;
            }
        }
        QVERIFY(gone > 0);
        take(old->execute("CREATE INDEX index_oauth_access_tokens_on_application_id ON oauth_access_tokens"
                          " (application_id)"));
        take(old->execute("PRAGMA user_version = 3"));
    }
    QVERIFY(take(restore("b.db")));
    Statement version = (*m_db)->connection().prepare("PRAGMA user_version");
    QVERIFY(version.exec() && version.next());
    QVERIFY(version.number(0) > 3);
    QTRY_VERIFY(!holds(3500));
    QVERIFY(holds(17));
}

void TestRestore::refusesWhatItCannotUse_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("the database itself") << QByteArray("x.db") << QByteArray("is the database itself");
    QTest::newRow("a link to it") << QByteArray("link.db") << QByteArray("is the database itself");
    QTest::newRow("nothing there") << QByteArray("missing.db") << QByteArray("missing.db is not a file");
    QTest::newRow("a folder") << QByteArray("folder.db") << QByteArray("folder.db is not a file");
    QTest::newRow("no database") << QByteArray("text.db") << QByteArray("text.db");
    QTest::newRow("empty") << QByteArray("empty.db") << QByteArray("There is nothing in");
    QTest::newRow("another program's") << QByteArray("foreign.db") << QByteArray("is a database of another program");
    QTest::newRow("a newer program's") << QByteArray("newer.db") << QByteArray("was written by a newer Gatehouse");
    QTest::newRow("in use") << QByteArray("used.db") << QByteArray("is in use, or was not closed");
    QTest::newRow("a link to one in use") << QByteArray("usedlink.db") << QByteArray("is in use, or was not closed");
    QTest::newRow("with a journal") << QByteArray("torn.db") << QByteArray("is in use, or was not closed");
    QTest::newRow("other pages") << QByteArray("pages.db") << QByteArray("has pages of 8192 bytes");
}

void TestRestore::refusesWhatItCannotUse()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, sentence);
    QFile::link(file("x.db"), file("link.db"));
    QDir(m_folder->path()).mkdir(QStringLiteral("folder.db"));
    const auto write = [this](const char *to, const QByteArray &bytes) {
        QFile target(file(to));
        QVERIFY(target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size());
    };
    write("text.db", QByteArray(5000, 'x'));
    write("empty.db", {});
    const auto alter = [this](const char *to, const char *sql) {
        QVERIFY(QFile::copy(file("b.db"), file(to)));
        const auto copy = take(Connection::open(take(DatabaseUrl::parse(file(to))), Connection::Access::Write));
        const QStringList statements = QString::fromLatin1(sql).split(u';');
        for (const QString &statement : statements)
            take(copy->execute(statement));
    };
    alter("foreign.db", "PRAGMA application_id = 7");
    alter("newer.db", "PRAGMA user_version = 4711");
    alter("used.db", "PRAGMA user_version");
    write("used.db-wal", QByteArray(100, 'x'));
    QFile::link(file("used.db"), file("usedlink.db"));
    alter("torn.db", "PRAGMA user_version");
    write("torn.db-journal", QByteArray(100, 'x'));
    alter("pages.db", "PRAGMA journal_mode = DELETE; PRAGMA page_size = 8192; VACUUM");
    const QStringList before = files();
    const Result<bool> outcome = restore(name.constData());
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(QString::fromLatin1(sentence)), qPrintable(outcome.error().message));
    QCOMPARE(files(), before);
    QVERIFY(holds(3500));
}

void TestRestore::refusesADamagedBackup()
{
    QFile backup(file("b.db"));
    QVERIFY(backup.open(QIODevice::ReadWrite));
    const qint64 half = backup.size() / 8192 * 4096;
    QVERIFY(backup.seek(half) && backup.write(QByteArray(4096, '\x7f')) == 4096);
    backup.close();
    const Result<bool> outcome = restore("b.db");
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(QStringLiteral("is damaged, and nothing was changed")),
             qPrintable(outcome.error().message));
    QCOMPARE(files(), (QStringList {"b.db", "x.db"}));
    QVERIFY(holds(3500));
}

void TestRestore::leavesEverythingWhenCancelled_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("while the backup is read") << 1;
    QTest::newRow("while the database is kept") << 34;
    QTest::newRow("while it is replaced") << 80;
}

void TestRestore::leavesEverythingWhenCancelled()
{
    QFETCH(int, percent);
    QVERIFY(!take(restore("b.db", [percent](int reached) { return reached < percent; })));
    QCOMPARE(files(), (QStringList {"b.db", "x.db"}));
    QVERIFY(holds(3500));
    addTokens(1);
    QVERIFY(holds(3501));
}

/// And not only when the next part begins.
void TestRestore::isCancelledWhileItIsLookedThrough()
{
    int last = 0;
    QVERIFY(!take(restore("b.db", [&last](int percent) {
        last = percent;
        return percent < 33;
    })));
    QCOMPARE(last, 33);
    QCOMPARE(files(), (QStringList {"b.db", "x.db"}));
    QVERIFY(holds(3500));
}

void TestRestore::leavesEverythingWhenTheDatabaseIsLocked()
{
    const auto other = take(Connection::open((*m_db)->url(), Connection::Access::Write));
    take(other->execute("BEGIN IMMEDIATE"));
    const Result<bool> outcome = restore("b.db");
    take(other->execute("ROLLBACK"));
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.endsWith(QStringLiteral("nothing was changed: database is locked")),
             qPrintable(outcome.error().message));
    QCOMPARE(files(), (QStringList {"b.db", "x.db"}));
    QVERIFY(holds(3500));
}

void TestRestore::worksInAThread()
{
    BackupWork work;
    bool isDone = false;
    connect(&work, &BackupWork::finished, this, [&](const Result<bool> &outcome) { isDone = take(outcome); });
    work.restore(Restore((*m_db)->url(), file("b.db"), m_db->clock()));
    QTRY_VERIFY(isDone);
    QVERIFY(!work.isRunning());
    QTRY_VERIFY(!holds(3500));
}

QTEST_GUILESS_MAIN(TestRestore)
#include "tst_restore.moc"
