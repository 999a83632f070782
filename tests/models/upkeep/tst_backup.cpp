#include "models/upkeep/backup.h"

#include "models/store/tokenstore.h"
#include "models/upkeep/backupwork.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

namespace {

QString firstValue(Connection &connection, const QString &sql)
{
    QString value;
    take(connection.read(sql, [&value](const QSqlQuery &row) { value = row.value(0).toString(); }));
    return value;
}

bool goOn(int)
{
    return true;
}

} // namespace

/// A copy of a database that is in use.
class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void holdsOneMomentWhileOthersWrite();
    void canBeOpenedAsADatabase();
    void onlyTheOwnerMayReadIt();
    void leavesNothingWhenCancelled();
    void replacesAnOlderOneOnlyWhenWhole();
    void refusesTheDatabaseItself_data();
    void refusesTheDatabaseItself();
    void saysWhyItCannotBeWritten();
    void worksInAThread();

private:
    void addTokens(int count);
    QString file(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestStore> m_db;
    int m_number = 0;
};

void TestBackup::init()
{
    m_db.reset();
    m_number = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    m_db = std::make_unique<TestStore>(take(DatabaseUrl::parse(file("x.db"))));
    addTokens(3000);
}

void TestBackup::addTokens(int count)
{
    for (int i = 0; i < count; ++i)
        m_db->addToken(QString::number(++m_number));
    m_db->commit();
}

void TestBackup::holdsOneMomentWhileOthersWrite()
{
    int parts = 0;
    const bool isDone = take(Backup((*m_db)->url(), file("b.db")).run([&](int) {
        ++parts;
        addTokens(10);
        return true;
    }));
    QVERIFY(isDone);
    QVERIFY(parts > 1);
    const auto copy = take(Connection::open(take(DatabaseUrl::parse(file("b.db"))), Connection::Access::Inspect));
    QCOMPARE(firstValue(*copy, QStringLiteral("SELECT count(*) FROM oauth_access_tokens")), QStringLiteral("3000"));
    QCOMPARE(firstValue(*copy, QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
}

void TestBackup::canBeOpenedAsADatabase()
{
    QVERIFY(take(Backup((*m_db)->url(), file("b.db")).run(&goOn)));
    const auto restored = take(Store::open(take(DatabaseUrl::parse(file("b.db"))), m_db->clock()));
    QVERIFY(take(restored->tokens().findByToken(1, QStringLiteral("17"))).has_value());
    take(restored->tokens().insert(m_db->newToken(QStringLiteral("new"))));
    QVERIFY(restored->writer().flush());
}

void TestBackup::onlyTheOwnerMayReadIt()
{
    QVERIFY(take(Backup((*m_db)->url(), file("b.db")).run(&goOn)));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file("b.db")) & others));
}

void TestBackup::leavesNothingWhenCancelled()
{
    const QStringList before = QDir(m_folder->path()).entryList(QDir::Files);
    QVERIFY(!take(Backup((*m_db)->url(), file("b.db")).run([](int) { return false; })));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), before);
}

void TestBackup::replacesAnOlderOneOnlyWhenWhole()
{
    QFile old(file("b.db"));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    QVERIFY(!take(Backup((*m_db)->url(), file("b.db")).run([](int) { return false; })));
    QCOMPARE(QFileInfo(file("b.db")).size(), qint64(3));
    QVERIFY(take(Backup((*m_db)->url(), file("b.db")).run(&goOn)));
    QVERIFY(QFileInfo(file("b.db")).size() > 100000);
}

void TestBackup::refusesTheDatabaseItself_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("file") << QByteArray("x.db");
    QTest::newRow("write-ahead log") << QByteArray("x.db-wal");
    QTest::newRow("link") << QByteArray("link.db");
}

void TestBackup::refusesTheDatabaseItself()
{
    QFETCH(QByteArray, name);
    QFile::link(file("x.db"), file("link.db"));
    const Result<bool> outcome = Backup((*m_db)->url(), file(name.constData())).run(&goOn);
    QVERIFY(!outcome);
    QVERIFY(outcome.error().message.contains(QStringLiteral("is the database itself")));
    QVERIFY(take((*m_db)->tokens().findByToken(1, QStringLiteral("17"))).has_value());
}

void TestBackup::saysWhyItCannotBeWritten()
{
    const Result<bool> outcome = Backup((*m_db)->url(), file("missing/b.db")).run(&goOn);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().message,
             QStringLiteral("The file %1 cannot be written: No such file or directory.").arg(file("missing/b.db")));
}

void TestBackup::worksInAThread()
{
    BackupWork work;
    QSignalSpy progressed(&work, &BackupWork::progressed);
    QSignalSpy finished(&work, &BackupWork::finished);
    work.start((*m_db)->url(), file("b.db"));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!work.isRunning());
    QVERIFY(progressed.count() > 0);
    QCOMPARE(progressed.last().first().toInt(), 100);
    QVERIFY(QFileInfo::exists(file("b.db")));
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
