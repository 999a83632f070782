#include "tests/app/programrun.h"
#include "tests/support/railsfixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

#include <sysexits.h>
#include <unistd.h>

/// What the program says and does when it cannot do what it was asked: one sentence, the exit code, nothing written.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsVersionAndHelp();
    void refusesWrongUsage();
    void needsADisplayForTheWindow();
    void refusesAPortInUse();
    void refusesABrokenConfiguration();
    void refusesAWrongValueInTheConfiguration();
    void refusesAConfigurationThatIsNotThere();
    void refusesAFileThatIsNoDatabase();
    void refusesANewerDatabase();
    void refusesAPlaceItCannotWriteTo();
    void refusesAFolderThatMayNotBeWritten();
    void showsTheSameSentenceInAWindow();
    void runsTheWindowUntilItIsAskedToEnd();
    void theWindowsServerSettingsLast();
    void opensARailsDatabase();
    void doesNotServeARailsDatabase();

private:
    /// One sentence on the standard error that has `named`, the exit code, nothing on the standard output.
    void expectRefusal(ProgramRun &run, int exitCode, const QString &named);
    QString write(const QString &name, const QByteArray &content) const;
    /// Every file below the home folder with its content.
    QMap<QString, QByteArray> everything() const;

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestProgram::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

void TestProgram::expectRefusal(ProgramRun &run, int exitCode, const QString &named)
{
    QCOMPARE(run.exitCode(), exitCode);
    const QString sentence = run.complaints();
    QVERIFY2(sentence.startsWith(QStringLiteral("gatehouse: ")), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(QStringLiteral(".\n")), qPrintable(sentence));
    QCOMPARE(sentence.count(u'\n'), 1);
    QVERIFY2(sentence.contains(named), qPrintable(sentence));
    QCOMPARE(run.output(), QString());
}

QString TestProgram::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_home->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

QMap<QString, QByteArray> TestProgram::everything() const
{
    QMap<QString, QByteArray> files;
    QDirIterator it(m_home->path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        files.insert(file.fileName(), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return files;
}

void TestProgram::showsVersionAndHelp()
{
    ProgramRun version(*m_home);
    version.start({QStringLiteral("--version")});
    QCOMPARE(version.exitCode(), EX_OK);
    QCOMPARE(version.output(), QStringLiteral("gatehouse " GATEHOUSE_VERSION "\n"));

    ProgramRun help(*m_home);
    help.start({QStringLiteral("--help")});
    QCOMPARE(help.exitCode(), EX_OK);
    QVERIFY(help.output().contains(QStringLiteral("--database <URL>")));
    QCOMPARE(help.complaints(), QString());
    QCOMPARE(everything().size(), 0);
}

void TestProgram::refusesWrongUsage()
{
    ProgramRun run(*m_home);
    run.start({QStringLiteral("serve"), QStringLiteral("--colour")});
    expectRefusal(run, EX_USAGE, QStringLiteral("colour"));

    ProgramRun profile(*m_home);
    profile.start({QStringLiteral("serve"), QStringLiteral("--profile"), QStringLiteral("lax")});
    expectRefusal(profile, EX_USAGE, QStringLiteral("standard, strict, doorkeeper, wiki"));
    QCOMPARE(everything().size(), 0);
}

void TestProgram::needsADisplayForTheWindow()
{
    ProgramRun run(*m_home);
    run.start({QStringLiteral("--demo")});
    expectRefusal(run, EX_UNAVAILABLE, QStringLiteral("gatehouse serve"));
    QCOMPARE(everything().size(), 0);
}

void TestProgram::refusesAPortInUse()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    const QString port = QString::number(holder.serverPort());
    ProgramRun run(*m_home);
    run.start({QStringLiteral("serve"), QStringLiteral("--port"), port});
    expectRefusal(run, EX_UNAVAILABLE, QStringLiteral("Port %1 is in use").arg(port));
    QCOMPARE(everything().size(), 0);
}

void TestProgram::refusesABrokenConfiguration()
{
    const QString file = write(QStringLiteral("c.json"), "{\n  \"server\": nope\n}");
    ProgramRun run(*m_home);
    run.start({QStringLiteral("serve"), QStringLiteral("--config"), file});
    expectRefusal(run, EX_CONFIG, file + QStringLiteral(": line 2, column "));
    QCOMPARE(everything().size(), 1);
}

void TestProgram::refusesAWrongValueInTheConfiguration()
{
    const QString file = write(QStringLiteral("c.json"), R"({"server": {"address": "nowhere"}})");
    ProgramRun run(*m_home);
    run.start({QStringLiteral("serve"), QStringLiteral("--config"), file});
    expectRefusal(run, EX_CONFIG, QStringLiteral("\"nowhere\""));
    QCOMPARE(everything().size(), 1);
}

void TestProgram::refusesAConfigurationThatIsNotThere()
{
    ProgramRun run(*m_home);
    run.start({QStringLiteral("serve"), QStringLiteral("--config"), m_home->filePath(QStringLiteral("none.json"))});
    expectRefusal(run, EX_NOINPUT, QStringLiteral("none.json"));
    QCOMPARE(everything().size(), 0);
}

void TestProgram::refusesAFileThatIsNoDatabase()
{
    const QString file = write(QStringLiteral("letter.txt"), QByteArray("Dear Sir or Madam, ").repeated(100));
    const QMap<QString, QByteArray> before = everything();
    ProgramRun run(*m_home);
    run.start(
        {QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--database"), file});
    expectRefusal(run, EX_DATAERR, file);
    QCOMPARE(everything(), before);
}

void TestProgram::refusesANewerDatabase()
{
    const QString file = m_home->filePath(QStringLiteral("new.db"));
    {
        ProgramRun maker(*m_home);
        QVERIFY(maker.serve({QStringLiteral("--database"), file}) != 0);
        maker.signal(SIGTERM);
        QCOMPARE(maker.exitCode(), EX_OK);
    }
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("newer"));
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("PRAGMA journal_mode = DELETE")));
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("PRAGMA user_version = 9999")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("newer"));
    const QMap<QString, QByteArray> before = everything();
    ProgramRun run(*m_home);
    run.start(
        {QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--database"), file});
    expectRefusal(run, EX_DATAERR, QStringLiteral("9999"));
    QCOMPARE(everything(), before);
}

void TestProgram::refusesAPlaceItCannotWriteTo()
{
    const QString file = write(QStringLiteral("file"), "x");
    const QMap<QString, QByteArray> before = everything();
    ProgramRun run(*m_home);
    run.start({QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--database"),
               file + QStringLiteral("/inside.db")});
    expectRefusal(run, EX_CANTCREAT, file);
    QCOMPARE(everything(), before);
}

void TestProgram::refusesAFolderThatMayNotBeWritten()
{
    if (geteuid() == 0)
        QSKIP("Permissions do not bind root");
    const QString folder = m_home->filePath(QStringLiteral("locked"));
    QVERIFY(QDir().mkdir(folder));
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    ProgramRun run(*m_home);
    run.start({QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--database"),
               folder + QStringLiteral("/x.db")});
    expectRefusal(run, EX_CANTCREAT, folder);
    QVERIFY(QDir(folder).isEmpty());
}

void TestProgram::showsTheSameSentenceInAWindow()
{
    const QString file = write(QStringLiteral("c.json"), "nope");
    ProgramRun run(*m_home);
    run.setEnvironment(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    run.start({QStringLiteral("--config"), file});
    QVERIFY(run.waitForComplaint(QStringLiteral("gatehouse: The configuration cannot be used; correct ") + file));
    run.signal(SIGTERM);
    QCOMPARE(run.exitCode(), EX_CONFIG);
    QCOMPARE(everything().size(), 1);
}

void TestProgram::runsTheWindowUntilItIsAskedToEnd()
{
    const QString file = m_home->filePath(QStringLiteral("window.db"));
    ProgramRun run(*m_home);
    run.setEnvironment(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    run.start(
        {QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--demo"), QStringLiteral("--database"), file});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 20000);
    QTest::qWait(500);
    run.signal(SIGTERM);
    QCOMPARE(run.exitCode(), EX_OK);
    QVERIFY2(!run.complaints().contains(QStringLiteral("gatehouse: ")), qPrintable(run.complaints()));
}

/// The port that was chosen in the window is the one of the next start; the command line still stands over it.
void TestProgram::theWindowsServerSettingsLast()
{
    const QString file = m_home->filePath(QStringLiteral("kept.db"));
    quint16 chosen = 0;
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        chosen = free.serverPort();
    }
    {
        ProgramRun run(*m_home);
        QVERIFY(run.serve({QStringLiteral("--database"), file}) != 0);
        run.signal(SIGTERM);
        QCOMPARE(run.exitCode(), EX_OK);
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("kept"));
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(QStringLiteral("INSERT INTO settings VALUES ('server.port', '%1')").arg(chosen)));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("kept"));
    ProgramRun run(*m_home);
    run.setEnvironment(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    run.start({QStringLiteral("--database"), file});
    QTcpSocket socket;
    QTRY_VERIFY_WITH_TIMEOUT((socket.connectToHost(QHostAddress::LocalHost, chosen), socket.waitForConnected(200)),
                             20000);
    run.signal(SIGTERM);
    QCOMPARE(run.exitCode(), EX_OK);
}

void TestProgram::opensARailsDatabase()
{
    const Gatehouse::RailsFixture rails;
    const QByteArray before = rails.bytes();
    ProgramRun run(*m_home);
    run.setEnvironment(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    run.start({QStringLiteral("--database"), rails.path()});
    QTest::qWait(1500);
    run.signal(SIGTERM);
    QCOMPARE(run.exitCode(), EX_OK);
    QVERIFY2(!run.complaints().contains(QStringLiteral("gatehouse: ")), qPrintable(run.complaints()));
    QCOMPARE(rails.bytes(), before);
    QCOMPARE(rails.neighbours(), QStringList());
}

void TestProgram::doesNotServeARailsDatabase()
{
    const Gatehouse::RailsFixture rails;
    const QByteArray before = rails.bytes();
    ProgramRun run(*m_home);
    run.start({QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--database"),
               rails.path()});
    expectRefusal(run, EX_DATAERR, QStringLiteral("is the database of a Rails application"));

    ProgramRun demo(*m_home);
    demo.setEnvironment(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    demo.start({QStringLiteral("--demo"), QStringLiteral("--database"), rails.path()});
    QVERIFY(demo.waitForComplaint(QStringLiteral("is the database of a Rails application")));
    demo.signal(SIGTERM);
    QCOMPARE(demo.exitCode(), EX_DATAERR);
    QCOMPARE(rails.bytes(), before);
    QCOMPARE(rails.neighbours(), QStringList());
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
