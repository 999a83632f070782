#include "app/commandline.h"
#include "app/configuration.h"

#include <QJsonObject>
#include <QTest>

using namespace Gatehouse;

class TestConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreLoopbackAndThePortOfTheRfc();
    void commandLineStandsOverTheFile();
    void fileStandsOverTheDefaults();
    void encryption_data();
    void encryption();
    void rememberedServerGivesWay();
    void choosesWhatGuardsTheKeys();
    void demoHasADatabaseOfItsOwn();
    void demoOpensThePagesWhereTheWikiDoes_data();
    void demoOpensThePagesWhereTheWikiDoes();
    void recordsExchangesForTheWindowOnly();
    void refusesWrongValues_data();
    void refusesWrongValues();
    void layersSwitchesOverTheProfile();
    void keepsTheStoredPolicyWithoutAProfile();
    void aProfileOnTheCommandLineOutlivesReloading();
};

void TestConfiguration::defaultsAreLoopbackAndThePortOfTheRfc()
{
    const Result<Configuration> configuration = Configuration::from({}, {});
    QVERIFY(configuration);
    QCOMPARE(configuration->server.address, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(configuration->server.port, quint16(6749));
    QVERIFY(configuration->server.issuer.isEmpty());
    QCOMPARE(configuration->database.path, DatabaseUrl::standard().path);
    QVERIFY(!configuration->changesPolicy());
}

void TestConfiguration::commandLineStandsOverTheFile()
{
    ConfigDocument document;
    document.address = QStringLiteral("0.0.0.0");
    document.port = quint16(1000);
    document.issuer = QStringLiteral("https://file.example");
    document.database = QStringLiteral("/tmp/file.db");
    document.profile = QStringLiteral("wiki");
    CommandLine line;
    line.address = QStringLiteral("127.0.0.2");
    line.port = quint16(2000);
    line.issuer = QStringLiteral("https://line.example/");
    line.database = QStringLiteral("/tmp/line.db");
    line.profile = QStringLiteral("strict");

    const Result<Configuration> configuration = Configuration::from(line, document);
    QVERIFY(configuration);
    QCOMPARE(configuration->server.address, QHostAddress(QStringLiteral("127.0.0.2")));
    QCOMPARE(configuration->server.port, quint16(2000));
    QCOMPARE(configuration->server.issuer, QStringLiteral("https://line.example"));
    QCOMPARE(configuration->database.path, QStringLiteral("/tmp/line.db"));
    QCOMPARE(configuration->profile, QStringLiteral("strict"));
}

void TestConfiguration::fileStandsOverTheDefaults()
{
    ConfigDocument document;
    document.address = QStringLiteral("::1");
    document.port = quint16(0);
    const Result<Configuration> configuration = Configuration::from({}, document);
    QVERIFY(configuration);
    QCOMPARE(configuration->server.address, QHostAddress(QHostAddress::LocalHostIPv6));
    QCOMPARE(configuration->server.port, quint16(0));
}

void TestConfiguration::encryption_data()
{
    using Mode = TlsSettings::Mode;
    using Text = std::optional<QString>;
    const Text file = QStringLiteral("file.pem");
    const Text line = QStringLiteral("line.pem");
    const Text none;
    QTest::addColumn<bool>("lineTls");
    QTest::addColumn<Text>("lineFile");
    QTest::addColumn<std::optional<bool>>("documentTls");
    QTest::addColumn<Text>("documentFile");
    QTest::addColumn<TlsSettings>("expected");
    const std::optional<bool> unsaid;
    const std::optional<bool> on = true;
    const std::optional<bool> off = false;
    const TlsSettings plain;
    const TlsSettings local {Mode::Local, {}, {}};
    const TlsSettings lineFiles {Mode::Files, *line, *line};
    const TlsSettings documentFiles {Mode::Files, *file, *file};
    QTest::newRow("nothing") << false << none << unsaid << none << plain;
    QTest::newRow("--tls") << true << none << unsaid << none << local;
    QTest::newRow("--tls-cert") << false << line << unsaid << none << lineFiles;
    QTest::newRow("--tls --tls-cert") << true << line << unsaid << none << lineFiles;
    QTest::newRow("tls") << false << none << on << none << local;
    QTest::newRow("tls and files") << false << none << on << file << documentFiles;
    QTest::newRow("files") << false << none << unsaid << file << documentFiles;
    QTest::newRow("tls off, files") << false << none << off << file << plain;
    QTest::newRow("--tls over tls off") << true << none << off << none << local;
    QTest::newRow("--tls over files") << true << none << unsaid << file << local;
    QTest::newRow("--tls-cert over files") << false << line << on << file << lineFiles;
}

void TestConfiguration::encryption()
{
    QFETCH(bool, lineTls);
    QFETCH(std::optional<QString>, lineFile);
    QFETCH(std::optional<bool>, documentTls);
    QFETCH(std::optional<QString>, documentFile);
    CommandLine line;
    line.tls = lineTls;
    line.tlsCertificate = lineFile;
    line.tlsKey = lineFile;
    ConfigDocument document;
    document.tls = documentTls;
    document.tlsCertificate = documentFile;
    document.tlsKey = documentFile;
    const Result<Configuration> configuration = Configuration::from(line, document);
    QVERIFY(configuration);
    QTEST(configuration->server.tls, "expected");
    document.tlsKey.reset();
    if (documentFile)
        QVERIFY(!Configuration::from(line, document));
}

/// What the window keeps holds only where nothing else was said.
void TestConfiguration::rememberedServerGivesWay()
{
    ServerSettings remembered;
    remembered.address = QHostAddress(QStringLiteral("127.0.0.3"));
    remembered.port = 3000;
    remembered.issuer = QStringLiteral("https://window.example");
    remembered.tls.mode = TlsSettings::Mode::Local;
    CommandLine line;
    const ServerSettings taken = Configuration::from(line, {})->serverOver(remembered);
    QCOMPARE(taken.address, remembered.address);
    QCOMPARE(taken.port, quint16(3000));
    QCOMPARE(taken.issuer, remembered.issuer);
    QCOMPARE(taken.tls, remembered.tls);

    line.port = quint16(0);
    line.issuer = QStringLiteral("https://line.example");
    ConfigDocument document;
    document.address = QStringLiteral("::1");
    document.tls = false;
    const ServerSettings given = Configuration::from(line, document)->serverOver(remembered);
    QCOMPARE(given.address, QHostAddress(QHostAddress::LocalHostIPv6));
    QCOMPARE(given.port, quint16(0));
    QCOMPARE(given.issuer, QStringLiteral("https://line.example"));
    QCOMPARE(given.tls, TlsSettings());
}

void TestConfiguration::choosesWhatGuardsTheKeys()
{
    CommandLine line;
    ConfigDocument document;
    QVERIFY(!Configuration::from(line, document)->keys.protection);
    document.keyProtection = QStringLiteral("automatic");
    QVERIFY(!Configuration::from(line, document)->keys.protection);
    document.keyProtection = QStringLiteral("passphrase");
    line.passphraseFile = QStringLiteral("word");
    const Configuration configuration = *Configuration::from(line, document);
    QCOMPARE(configuration.keys.protection, KeyProtection::Passphrase);
    QCOMPARE(configuration.keys.passphraseFile, QStringLiteral("word"));
}

void TestConfiguration::demoHasADatabaseOfItsOwn()
{
    CommandLine line;
    line.demo = true;
    const Result<Configuration> demo = Configuration::from(line, {});
    QVERIFY(demo);
    QVERIFY(demo->demo);
    QVERIFY(demo->database.path.endsWith(QStringLiteral("/demo.db")));

    ConfigDocument document;
    document.demo = true;
    QVERIFY(Configuration::from({}, document)->demo);

    line.database = QStringLiteral("/tmp/mine.db");
    QCOMPARE(Configuration::from(line, {})->database.path, QStringLiteral("/tmp/mine.db"));
}

void TestConfiguration::demoOpensThePagesWhereTheWikiDoes_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<bool>("demo");
    QTest::addColumn<bool>("open");
    QTest::newRow("wiki") << QStringLiteral("wiki") << true << true;
    QTest::newRow("doorkeeper") << QStringLiteral("doorkeeper") << true << true;
    QTest::newRow("wiki without the sample world") << QStringLiteral("wiki") << false << false;
    QTest::newRow("standard") << QStringLiteral("standard") << true << false;
    QTest::newRow("as stored") << QString() << true << false;
}

void TestConfiguration::demoOpensThePagesWhereTheWikiDoes()
{
    QFETCH(QString, profile);
    QFETCH(bool, demo);
    CommandLine line;
    line.demo = demo;
    if (!profile.isEmpty())
        line.profile = profile;
    const Result<Configuration> configuration = Configuration::from(line, {});
    QVERIFY(configuration);
    const Result<Policy> policy = configuration->policyOver(Policy());
    QVERIFY(policy);
    QTEST(policy->adminPagesOpen, "open");

    ConfigDocument document;
    document.policy.insert(QStringLiteral("admin_pages_open"), false);
    const Result<Configuration> closed = Configuration::from(line, document);
    QVERIFY(closed && !closed->policyOver(Policy())->adminPagesOpen);
}

void TestConfiguration::recordsExchangesForTheWindowOnly()
{
    CommandLine serve;
    serve.command = CommandLine::Command::Serve;
    QVERIFY(Configuration::from({}, {})->server.recordExchanges);
    QVERIFY(!Configuration::from(serve, {})->server.recordExchanges);

    ConfigDocument asked;
    asked.recordExchanges = true;
    QVERIFY(Configuration::from(serve, asked)->server.recordExchanges);
}

void TestConfiguration::refusesWrongValues_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("named");
    const QString none;
    QTest::newRow("address") << QStringLiteral("127.0.0.256") << none << none << QStringLiteral("127.0.0.256");
    QTest::newRow("issuer without scheme")
        << none << QStringLiteral("login.example") << none << QStringLiteral("login.example");
    QTest::newRow("issuer with query") << none << QStringLiteral("https://a/?x=1") << none
                                       << QStringLiteral("https://a/?x=1");
    QTest::newRow("issuer with fragment")
        << none << QStringLiteral("https://a/#x") << none << QStringLiteral("https://a/#x");
    QTest::newRow("profile") << none << none << QStringLiteral("lax") << QStringLiteral("standard, strict");
}

void TestConfiguration::refusesWrongValues()
{
    QFETCH(QString, address);
    QFETCH(QString, issuer);
    QFETCH(QString, profile);
    QFETCH(QString, named);
    CommandLine line;
    line.address = address;
    line.issuer = issuer;
    line.profile = profile;
    const Result<Configuration> configuration = Configuration::from(line, {});
    QVERIFY(!configuration);
    QVERIFY2(configuration.error().message.contains(named), qPrintable(configuration.error().message));
}

void TestConfiguration::layersSwitchesOverTheProfile()
{
    ConfigDocument document;
    document.profile = QStringLiteral("wiki");
    document.policy = {{QStringLiteral("code_lifetime"), 7}};
    const Result<Configuration> configuration = Configuration::from({}, document);
    QVERIFY(configuration);
    Policy expected = *Policy::preset(QStringLiteral("wiki"));
    expected.codeLifetime = 7;
    QCOMPARE(configuration->policyOver(Policy())->toJson(), expected.toJson());
}

void TestConfiguration::keepsTheStoredPolicyWithoutAProfile()
{
    Policy stored;
    stored.realm = QStringLiteral("Lab");
    ConfigDocument document;
    document.policy = {{QStringLiteral("code_lifetime"), 7}};
    const Result<Policy> policy = Configuration::from({}, document)->policyOver(stored);
    QVERIFY(policy);
    QCOMPARE(policy->realm, QStringLiteral("Lab"));
    QCOMPARE(policy->codeLifetime, 7);
}

void TestConfiguration::aProfileOnTheCommandLineOutlivesReloading()
{
    ConfigDocument changed;
    changed.profile = QStringLiteral("wiki");
    CommandLine line;
    QCOMPARE(Configuration::from(line, {})->withPolicyOf(changed).profile, QStringLiteral("wiki"));
    line.profile = QStringLiteral("strict");
    QCOMPARE(Configuration::from(line, {})->withPolicyOf(changed).profile, QStringLiteral("strict"));
}

QTEST_GUILESS_MAIN(TestConfiguration)
#include "tst_configuration.moc"
