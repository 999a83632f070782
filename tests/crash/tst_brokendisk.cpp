#include "tests/app/httpclient.h"
#include "tests/app/programrun.h"
#include "tests/crash/mixedload.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <csignal>

#include <sysexits.h>

namespace {

/// A connection of another program, open while this lives.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &file)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        database.setDatabaseName(file);
        database.open();
    }
    ~OtherProgram()
    {
        QSqlDatabase::database(QStringLiteral("other")).close();
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
    }
    bool execute(const char *sql) const
    {
        return QSqlQuery(QSqlDatabase::database(QStringLiteral("other"))).exec(QString::fromLatin1(sql));
    }
    QString value(const char *sql) const
    {
        QSqlQuery query(QString::fromLatin1(sql), QSqlDatabase::database(QStringLiteral("other")));
        return query.next() ? query.value(0).toString() : QString();
    }
};

int issue(HttpClient &client, QByteArray &token)
{
    const HttpClient::Answer answer
        = client.post("/oauth/token", "grant_type=client_credentials", MixedLoad::sampleClient());
    token = answer.text("access_token").toLatin1();
    return answer.status;
}

bool isActive(HttpClient &client, const QByteArray &token)
{
    return client.post("/oauth/introspect", "token=" + token, MixedLoad::sampleClient())
        .json()
        .value(QLatin1String("active"))
        .toBool();
}

} // namespace

/// What is in the way of the database: a full disk, another program, damage. Said in a sentence, and nothing is lost.
class TestBrokenDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fullDiskLosesNothing();
    void lockOfAnotherProgramIsWaitedFor();
    void lockedAtTheStartIsSaid();
    void readOnlyFileIsSaid();
    void damagedFileIsSaidAndLeftAlone_data();
    void damagedFileIsSaidAndLeftAlone();

private:
    QString file() const { return m_home->filePath(QStringLiteral("x.db")); }
    QStringList arguments() const { return {QStringLiteral("--demo"), QStringLiteral("--database"), file()}; }
    void makeDatabase();

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestBrokenDisk::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

void TestBrokenDisk::makeDatabase()
{
    ProgramRun run(*m_home);
    HttpClient client(run.serve(arguments()));
    QByteArray token;
    for (int i = 0; i < 50; ++i)
        QCOMPARE(issue(client, token), 200);
    run.signal(SIGTERM);
    QVERIFY2(run.exitCode() == EX_OK, qPrintable(run.complaints()));
}

void TestBrokenDisk::fullDiskLosesNothing()
{
    makeDatabase();
    const auto allow = [this](qint64 bytes) {
        QFile quota(m_home->filePath(QStringLiteral("quota")));
        QVERIFY(quota.open(QIODevice::WriteOnly));
        quota.write(QByteArray::number(bytes));
    };
    allow(QFileInfo(file()).size() + 300'000);
    QByteArrayList tokens;
    {
        ProgramRun run(*m_home);
        run.setEnvironment(QStringLiteral("LD_PRELOAD"), QStringLiteral(GATEHOUSE_LOSTWRITES));
        run.setEnvironment(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0"));
        run.setEnvironment(QStringLiteral("LOSTWRITES_FILE"), file());
        run.setEnvironment(QStringLiteral("LOSTWRITES_QUOTA"), m_home->filePath(QStringLiteral("quota")));
        const quint16 port = run.serve(arguments());
        QVERIFY2(port != 0, qPrintable(run.complaints()));
        HttpClient client(port);
        QByteArray token;
        int status = 200;
        for (int i = 0; i < 2000 && status == 200; ++i) {
            status = issue(client, token);
            if (status == 200)
                tokens.append(token);
        }
        QCOMPARE(status, 503);
        QVERIFY(!tokens.isEmpty());
        HttpClient other(port);
        for (const QByteArray &each : std::as_const(tokens))
            QVERIFY(isActive(other, each)); // it goes on answering
        allow(1'000'000'000); // somebody made room
        QTRY_COMPARE(issue(other, token), 200);
        tokens.append(token);
        run.signal(SIGTERM);
        QVERIFY2(run.exitCode() == EX_OK, qPrintable(run.complaints()));
    }
    QCOMPARE(OtherProgram(file()).value("PRAGMA integrity_check"), QStringLiteral("ok"));
    ProgramRun run(*m_home);
    HttpClient client(run.serve(arguments()));
    for (const QByteArray &each : std::as_const(tokens))
        QVERIFY(isActive(client, each));
}

void TestBrokenDisk::lockOfAnotherProgramIsWaitedFor()
{
    makeDatabase();
    ProgramRun run(*m_home);
    HttpClient client(run.serve(arguments()));
    QByteArray token;
    QCOMPARE(issue(client, token), 200);
    const OtherProgram other(file());
    QVERIFY(other.execute("BEGIN IMMEDIATE"));
    QByteArray none;
    QCOMPARE(issue(client, none), 503);
    QVERIFY(isActive(client, token));
    QVERIFY(other.execute("COMMIT"));
    QCOMPARE(issue(client, token), 200);
    QVERIFY(isActive(client, token));
}

void TestBrokenDisk::lockedAtTheStartIsSaid()
{
    makeDatabase();
    const OtherProgram other(file());
    QVERIFY(other.execute("PRAGMA locking_mode = EXCLUSIVE"));
    QVERIFY(other.execute("BEGIN EXCLUSIVE"));
    ProgramRun run(*m_home);
    QCOMPARE(run.serve(arguments()), quint16(0));
    QCOMPARE(run.exitCode(), EX_IOERR);
    QVERIFY2(run.complaints().contains(QStringLiteral("Another program has locked it.")), qPrintable(run.complaints()));
}

void TestBrokenDisk::readOnlyFileIsSaid()
{
    makeDatabase();
    QFile::setPermissions(file(), QFile::ReadOwner);
    if (QFileInfo(file()).isWritable())
        QSKIP("Who may do everything can write every file.");
    ProgramRun run(*m_home);
    QCOMPARE(run.serve(arguments()), quint16(0));
    QCOMPARE(run.exitCode(), EX_NOPERM);
    QVERIFY2(run.complaints().contains(QStringLiteral("cannot be written")), qPrintable(run.complaints()));
}

void TestBrokenDisk::damagedFileIsSaidAndLeftAlone_data()
{
    QTest::addColumn<qint64>("page"); // of 4 KiB, from 0
    QTest::addColumn<qint64>("offset"); // in it
    QTest::newRow("schema") << qint64(0) << qint64(100);
    QTest::newRow("cut off") << qint64(-1) << qint64(0);
    QTest::newRow("first page of a table") << qint64(24) << qint64(0);
}

void TestBrokenDisk::damagedFileIsSaidAndLeftAlone()
{
    QFETCH(qint64, page);
    QFETCH(qint64, offset);
    makeDatabase();
    QFile database(file());
    QVERIFY(database.open(QIODevice::ReadWrite));
    if (page < 0) {
        QVERIFY(database.resize(database.size() / 2));
    } else {
        database.seek(page * 4096 + offset);
        QCOMPARE(database.write(QByteArray(2000, '\x5a')), qint64(2000));
    }
    database.seek(0);
    const QByteArray before = database.readAll();
    database.close();
    ProgramRun run(*m_home);
    QCOMPARE(run.serve(arguments()), quint16(0));
    QCOMPARE(run.exitCode(), EX_DATAERR);
    const QString complaint = run.complaints();
    QVERIFY2(complaint.contains(QStringLiteral("damaged")), qPrintable(complaint));
    QVERIFY(complaint.contains(QStringLiteral("backup")));
    QVERIFY(database.open(QIODevice::ReadOnly));
    QVERIFY(database.readAll() == before);
}

QTEST_GUILESS_MAIN(TestBrokenDisk)
#include "tst_brokendisk.moc"
