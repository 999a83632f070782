#include "models/upkeep/restore.h"

#include "models/store/auditstore.h"
#include "models/store/tokenstore.h"
#include "models/upkeep/backupwork.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

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
    void isInTheAuditTrail();
    void bringsAnOlderSchemaUpToDate();
    void refusesWhatItCannotUse_data();
    void refusesWhatItCannotUse();
    void refusesADamagedBackup();
    void leavesEverythingWhenCancelled_data();
    void leavesEverythingWhenCancelled();
    void leavesEverythingWhenTheDatabaseIsLocked();
    void worksInAThread();

private:
    void addTokens(int count);
    bool holds(int number) const { return take((*m_db)->tokens().findByToken(1, QString::number(number))).has_value(); }
    Result<bool> restore(const char *name, const Backup::Progress &progress = &goOn) const
    {
        return Restore((*m_db)->url(), file(name), m_db->clock()).run(progress);
    }
    /// Everything in the folder but what SQLite keeps beside the database in use.
    QStringList files() const { return QDir(m_folder->path()).entryList({"*.db", "*restore*"}, QDir::AllEntries); }
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
        take(copy->execute(sql));
    };
    alter("foreign.db", "PRAGMA application_id = 7");
    alter("newer.db", "PRAGMA user_version = 4711");
    alter("used.db", "PRAGMA user_version");
    write("used.db-wal", QByteArray(100, 'x'));
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
