#include <QDeadlineTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <termios.h>
#include <unistd.h>

/// A run of `gatehouse serve --tls` in a terminal of its own, with a person who types.
class Person
{
public:
    explicit Person(const QTemporaryDir &home)
    {
        const QByteArray folder = home.path().toLocal8Bit();
        m_process = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
        if (m_process != 0)
            return;
        ::setenv("HOME", folder.constData(), 1);
        ::setenv("XDG_DATA_HOME", QByteArray(folder + "/data").constData(), 1);
        ::setenv("DBUS_SESSION_BUS_ADDRESS", QByteArray("unix:path=" + folder + "/no-bus").constData(), 1);
        ::execl(GATEHOUSE_PROGRAM, GATEHOUSE_PROGRAM, "serve", "--tls", "--port", "0", "--config",
                QByteArray(folder + "/c.json").constData(), "--database", QByteArray(folder + "/x.db").constData(),
                static_cast<char *>(nullptr));
        ::_exit(EX_SOFTWARE);
    }
    ~Person()
    {
        if (m_process > 0) {
            ::kill(m_process, SIGKILL);
            ::waitpid(m_process, nullptr, 0);
        }
        ::close(m_terminal);
    }
    Q_DISABLE_COPY_MOVE(Person)

    /// Waits until the screen shows `text` after what was waited for before.
    bool sees(const char *text)
    {
        const QDeadlineTimer deadline(20000);
        while (m_screen.indexOf(text, m_seen) < 0 && !deadline.hasExpired() && readMore()) { }
        const qsizetype place = m_screen.indexOf(text, m_seen);
        m_seen = place < 0 ? m_seen : place + qsizetype(qstrlen(text));
        return place >= 0;
    }
    void types(const QByteArray &text) const
    {
        QCOMPARE(::write(m_terminal, text.constData(), std::size_t(text.size())), ssize_t(text.size()));
    }
    bool isEchoOn() const
    {
        termios settings = {};
        return ::tcgetattr(m_terminal, &settings) == 0 && (settings.c_lflag & ECHO);
    }
    int exitCode()
    {
        while (readMore()) { }
        int status = 0;
        ::waitpid(m_process, &status, 0);
        m_process = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    const QByteArray &screen() const { return m_screen; }

private:
    bool readMore()
    {
        pollfd wait {m_terminal, POLLIN, 0};
        char bytes[4096];
        const ssize_t count = ::poll(&wait, 1, 20000) > 0 ? ::read(m_terminal, bytes, sizeof bytes) : 0;
        m_screen.append(bytes, qMax<ssize_t>(0, count));
        return count > 0;
    }

    int m_terminal = -1;
    pid_t m_process = -1;
    QByteArray m_screen;
    qsizetype m_seen = 0;
};

class TestTerminalPassphrase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksWithoutAnEcho();
    void asksTwiceForANewOne();
    void givesUpAfterThreeWrongOnes();
    void interruptsEndItAndGiveTheTerminalBack();
    void interruptsEndItWhileTheKeyIsMade();

private:
    void choose() const;

    std::unique_ptr<QTemporaryDir> m_home;
};

static const char newOne[] = "New passphrase for Gatehouse's keys: ";
static const char again[] = "The same again: ";
static const char known[] = "Passphrase of Gatehouse's keys: ";

void TestTerminalPassphrase::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QFile config(m_home->filePath(QStringLiteral("c.json")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    QVERIFY(config.write(R"({"secrets": {"protection": "passphrase"}})") > 0);
}

void TestTerminalPassphrase::choose() const
{
    Person person(*m_home);
    QVERIFY(person.sees(newOne));
    person.types("correct horse\n");
    QVERIFY(person.sees(again));
    person.types("correct horse\n");
    QVERIFY2(person.sees("Listening on https://"), person.screen().constData());
    QVERIFY2(!person.screen().contains("horse"), person.screen().constData());
    QVERIFY(person.isEchoOn());
}

void TestTerminalPassphrase::asksWithoutAnEcho()
{
    choose();
    Person person(*m_home);
    QVERIFY(person.sees(known));
    QVERIFY(!person.isEchoOn());
    person.types("wrong horse\n");
    QVERIFY(person.sees("That is not the passphrase"));
    QVERIFY(person.sees(known));
    person.types("correct horse\n");
    QVERIFY2(person.sees("Listening on https://"), person.screen().constData());
    QVERIFY2(!person.screen().contains("horse"), person.screen().constData());
    QVERIFY(person.isEchoOn());
    person.types("\x03"); // Ctrl+C
    QCOMPARE(person.exitCode(), EX_OK);
}

void TestTerminalPassphrase::asksTwiceForANewOne()
{
    Person person(*m_home);
    QVERIFY(person.sees(newOne));
    person.types("correct horse\n");
    QVERIFY(person.sees(again));
    person.types("correct house\n");
    QVERIFY(person.sees("differ"));
    QVERIFY(person.sees(newOne));
    person.types("short\n");
    QVERIFY(person.sees(again));
    person.types("short\n");
    QVERIFY(person.sees("too short"));
    QVERIFY(person.sees(newOne));
}

void TestTerminalPassphrase::givesUpAfterThreeWrongOnes()
{
    choose();
    Person person(*m_home);
    for (int round = 0; round < 3; ++round) {
        QVERIFY(person.sees(known));
        person.types("wrong horse\n");
    }
    QVERIFY(person.sees("no passphrase was the right one"));
    QCOMPARE(person.exitCode(), EX_UNAVAILABLE);
}

void TestTerminalPassphrase::interruptsEndItAndGiveTheTerminalBack()
{
    Person person(*m_home);
    QVERIFY(person.sees(newOne));
    person.types("\x03");
    QCOMPARE(person.exitCode(), EX_OK);
    QVERIFY(person.isEchoOn());
}

/// Half a second of Argon2id, in a pool, which the program's end has to outlive.
void TestTerminalPassphrase::interruptsEndItWhileTheKeyIsMade()
{
    Person person(*m_home);
    QVERIFY(person.sees(newOne));
    person.types("correct horse\n");
    QVERIFY(person.sees(again));
    person.types("correct horse\n");
    QTest::qWait(50);
    person.types("\x03");
    QCOMPARE(person.exitCode(), EX_OK);
    QVERIFY(!QFile::exists(m_home->filePath(QStringLiteral("data/gatehouse/vault.json"))));
}

QTEST_GUILESS_MAIN(TestTerminalPassphrase)
#include "tst_terminalpassphrase.moc"
