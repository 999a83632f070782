#include "tests/app/httpclient.h"
#include "tests/app/programrun.h"

#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

/// The curl commands of the pages on Doorkeeper's endpoints, run by a real curl against `serve --demo --profile wiki`.
class TestSeedCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersAsThePageSays_data();
    void answersAsThePageSays();

private:
    struct Printed
    {
        QString head;
        QString body;
    };
    Printed run(QString command) const;
    /// Fresh values for what stands in braces.
    QHash<QString, QString> newValues() const;

    QTemporaryDir m_home;
    std::unique_ptr<ProgramRun> m_program;
    quint16 m_port = 0;
};

static QString filledIn(QString text, const QHash<QString, QString> &values)
{
    for (auto each = values.begin(); each != values.end(); ++each)
        text.replace(u'{' + each.key() + u'}', each.value());
    return text;
}

static QString found(const QString &text, const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern)).match(text).captured(1);
}

void TestSeedCommands::initTestCase()
{
    m_program = std::make_unique<ProgramRun>(m_home);
    m_port = m_program->serve({QStringLiteral("--demo"), QStringLiteral("--profile"), QStringLiteral("wiki"),
                               QStringLiteral("--database"), QStringLiteral(":memory:")});
    QVERIFY2(m_port != 0, qPrintable(m_program->complaints()));
}

/// The page's server has port 3000.
TestSeedCommands::Printed TestSeedCommands::run(QString command) const
{
    const QString host = QStringLiteral("localhost:%1").arg(m_port);
    command.replace(QStringLiteral("localhost:3000"), host);
    QProcess shell;
    shell.start(
        QStringLiteral("bash"),
        {QStringLiteral("-c"), QStringLiteral("curl() { command curl -sS -D /dev/stderr \"$@\"; }\n") + command});
    shell.waitForFinished(20000);
    QString head = QString::fromUtf8(shell.readAllStandardError());
    QString body = QString::fromUtf8(shell.readAllStandardOutput());
    for (QString *each : {&head, &body})
        each->replace(host, QStringLiteral("localhost:3000"));
    static const QRegularExpression blanks(QStringLiteral("\\s"));
    // curl asks before it sends a large body.
    head.remove(QStringLiteral("HTTP/1.1 100 Continue\r\n\r\n"));
    return {head, body.remove(blanks)};
}

QHash<QString, QString> TestSeedCommands::newValues() const
{
    static const QString client
        = QStringLiteral(" -F client_id=9b36d8c0db59eff5038aea7a417d73e69aea75b41aac771816d2ef1b3109cc2f"
                         " -F client_secret=d6ea27703957b69939b8104ed4524595e210cd2e79af587744a7eb6e58f5b3d2"
                         " -F redirect_uri=urn:ietf:wg:oauth:2.0:oob");
    const auto code = [this] {
        const QString body = run(QStringLiteral("curl -F response_type=code -F username=user@example.com") + client
                                 + QStringLiteral(" http://localhost:3000/oauth/authorize"))
                                 .body;
        return found(body, "authorize/([0-9a-f]{64})");
    };
    const QString pair = run(QStringLiteral("curl -F grant_type=authorization_code -F code=") + code() + client
                             + QStringLiteral(" http://localhost:3000/oauth/token"))
                             .body;
    return {{QStringLiteral("code"), code()},
            {QStringLiteral("access_token"), found(pair, "\"access_token\":\"([0-9a-f]{64})")},
            {QStringLiteral("refresh_token"), found(pair, "\"refresh_token\":\"([0-9a-f]{64})")}};
}

void TestSeedCommands::answersAsThePageSays_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("head");
    QFile file(QStringLiteral(GATEHOUSE_SEED_COMMANDS));
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression entry(QStringLiteral("^== ([^\n]+)\n(.+?)\n-- body\n([^\n]+)\n-- head\n([^\n]+)\n"),
                                          QRegularExpression::MultilineOption
                                              | QRegularExpression::DotMatchesEverythingOption);
    const QString text = QString::fromUtf8(file.readAll());
    QRegularExpressionMatchIterator entries = entry.globalMatch(text);
    while (entries.hasNext()) {
        const QRegularExpressionMatch each = entries.next();
        QTest::newRow(qPrintable(each.captured(1))) << each.captured(2) << each.captured(3) << each.captured(4);
    }
}

void TestSeedCommands::answersAsThePageSays()
{
    QFETCH(QString, command);
    QFETCH(QString, body);
    QFETCH(QString, head);
    const QHash<QString, QString> values = newValues();
    for (const QString &value : values)
        QVERIFY(!value.isEmpty());
    const Printed printed = run(filledIn(command, values));
    QVERIFY2(QRegularExpression(filledIn(body, values)).match(printed.body).hasMatch(), qPrintable(printed.body));
    QVERIFY2(QRegularExpression(head).match(printed.head).hasMatch(), qPrintable(printed.head));
}

QTEST_GUILESS_MAIN(TestSeedCommands)
#include "tst_seedcommands.moc"
