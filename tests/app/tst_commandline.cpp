#include "app/commandline.h"

#include <QTest>

using namespace Gatehouse;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsTheConsoleByDefault();
    void readsEveryOption();
    void takesOptionsOnEitherSideOfTheCommand();
    void knowsItsCommands_data();
    void knowsItsCommands();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void helpNamesEveryOption();
};

static Result<CommandLine> parse(QStringList arguments)
{
    arguments.prepend(QStringLiteral("gatehouse"));
    return CommandLine::parse(arguments);
}

void TestCommandLine::startsTheConsoleByDefault()
{
    const Result<CommandLine> line = parse({});
    QVERIFY(line);
    QCOMPARE(line->command, CommandLine::Command::Console);
    QVERIFY(!line->database && !line->address && !line->port && !line->issuer && !line->config && !line->profile);
    QVERIFY(!line->demo);
}

void TestCommandLine::readsEveryOption()
{
    const Result<CommandLine> line = parse(
        {QStringLiteral("serve"), QStringLiteral("--database"), QStringLiteral("a b.db"), QStringLiteral("--port=0"),
         QStringLiteral("--address"), QStringLiteral("::1"), QStringLiteral("--issuer"), QStringLiteral("https://x"),
         QStringLiteral("--config"), QStringLiteral("c.json"), QStringLiteral("--profile"), QStringLiteral("wiki"),
         QStringLiteral("--demo"), QStringLiteral("--verbose")});
    QVERIFY(line);
    QCOMPARE(line->command, CommandLine::Command::Serve);
    QCOMPARE(line->database, QStringLiteral("a b.db"));
    QCOMPARE(line->port, quint16(0));
    QCOMPARE(line->address, QStringLiteral("::1"));
    QCOMPARE(line->issuer, QStringLiteral("https://x"));
    QCOMPARE(line->config, QStringLiteral("c.json"));
    QCOMPARE(line->profile, QStringLiteral("wiki"));
    QVERIFY(line->demo);
    QVERIFY(line->verbose);
    QVERIFY(!line->tls);

    const Result<CommandLine> secure
        = parse({QStringLiteral("--tls"), QStringLiteral("--tls-cert"), QStringLiteral("c.pem"),
                 QStringLiteral("--tls-key=k.pem"), QStringLiteral("--passphrase-file"), QStringLiteral("word")});
    QVERIFY(secure);
    QVERIFY(secure->tls);
    QCOMPARE(secure->tlsCertificate, QStringLiteral("c.pem"));
    QCOMPARE(secure->tlsKey, QStringLiteral("k.pem"));
    QCOMPARE(secure->passphraseFile, QStringLiteral("word"));
}

void TestCommandLine::takesOptionsOnEitherSideOfTheCommand()
{
    const Result<CommandLine> line = parse({QStringLiteral("--demo"), QStringLiteral("serve")});
    QVERIFY(line);
    QCOMPARE(line->command, CommandLine::Command::Serve);
    QVERIFY(line->demo);
}

void TestCommandLine::knowsItsCommands_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<CommandLine::Command>("command");
    const auto row = [](const char *arguments, CommandLine::Command command) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments).split(u' ') << command;
    };
    row("serve", CommandLine::Command::Serve);
    row("--help", CommandLine::Command::Help);
    row("-h", CommandLine::Command::Help);
    row("--version", CommandLine::Command::Version);
    row("-v", CommandLine::Command::Version);
    row("serve --help", CommandLine::Command::Help);
}

void TestCommandLine::knowsItsCommands()
{
    QFETCH(QStringList, arguments);
    const Result<CommandLine> line = parse(arguments);
    QVERIFY(line);
    QTEST(line->command, "command");
}

void TestCommandLine::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *arguments, const char *named) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments).split(u' ') << QString::fromLatin1(named);
    };
    row("--colour", "colour");
    row("-x", "'x'");
    row("sever", "sever");
    row("serve now", "now");
    row("--port", "port");
    row("--port 65536", "65536");
    row("--port -1", "-1");
    row("--port http", "http");
    row("--port= serve", "port");
    row("--database= serve", "database");
    row("--demo=yes", "demo");
    row("--verbose", "serve");
}

void TestCommandLine::refusesWhatItDoesNotKnow()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const Result<CommandLine> line = parse(arguments);
    QVERIFY(!line);
    QCOMPARE(line.error().kind, Error::Kind::Invalid);
    QVERIFY2(line.error().message.contains(named), qPrintable(line.error().message));
    QVERIFY(line.error().message.endsWith(u'.'));
    QVERIFY(!line.error().message.contains(u'\n'));
}

void TestCommandLine::helpNamesEveryOption()
{
    const QString help = CommandLine::helpText();
    for (const char *option : {"--database <URL>", "--address <ADDRESS>", "--port <PORT>", "--issuer <URL>",
                               "--config <FILE>", "--profile <NAME>", "--demo", "--version", "--help", "serve"})
        QVERIFY2(help.contains(QLatin1String(option)), option);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
