#include "tests/app/httpclient.h"
#include "tests/app/programrun.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <csignal>

#include <sysexits.h>

namespace {

// The sample world's first application, as resources/demo/seed.json has it.
const QByteArray SampleClient = "9b36d8c0db59eff5038aea7a417d73e69aea75b41aac771816d2ef1b3109cc2f:"
                                "d6ea27703957b69939b8104ed4524595e210cd2e79af587744a7eb6e58f5b3d2";

/// The rows of one query, the columns of each joined by blanks.
QStringList rowsOf(const QString &file, const QString &sql)
{
    QStringList rows;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("look"));
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(sql, database);
            while (query.next())
                rows.append(query.value(0).toString() + u' ' + query.value(1).toString());
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("look"));
    return rows;
}

} // namespace

/// The program as a server: what a person sees who starts `gatehouse serve`.
class TestServe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhereItListensAndEndsOnSignals_data();
    void saysWhereItListensAndEndsOnSignals();
    void issuesIntrospectsAndRevokes();
    void sampleWorldIsTheSeedAndLoadingTwiceIsHarmless();
    void sampleWorldHasADatabaseOfItsOwn();
    void profileIsKeptInTheDatabase();
    void policyFollowsTheConfigurationFile();
    void usesTheIssuerItIsGiven();
    void printsWhatRequestsDo();
    void servesHttps();
    void saysWhatIsWrongWithACertificate();
    void theKeyIsSealedAndTheGuardSaid();
    void plainHttpAsksNoSecretService();
    void endsWhileTheSecretServiceIsSilent();
    void aPassphraseComesFromAFile();
    void keysThatCannotBeOpenedAreSaid_data();
    void keysThatCannotBeOpenedAreSaid();
    void aPassphraseFileThatIsNotUsedIsSaid_data();
    void aPassphraseFileThatIsNotUsedIsSaid();

private:
    static QByteArray contentOf(const QString &path);
    void writeConfig(const QByteArray &text) const;
    QString file(const char *name) const { return m_home->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestServe::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

void TestServe::writeConfig(const QByteArray &text) const
{
    QFile config(file("c.json"));
    QVERIFY(config.open(QIODevice::WriteOnly));
    QCOMPARE(config.write(text), text.size());
}

void TestServe::saysWhereItListensAndEndsOnSignals_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestServe::saysWhereItListensAndEndsOnSignals()
{
    QFETCH(int, signal);
    ProgramRun run(*m_home);
    const quint16 port = run.serve({QStringLiteral("--database"), file("x.db")});
    QVERIFY2(port != 0, qPrintable(run.complaints()));
    run.signal(signal);
    QCOMPARE(run.exitCode(), EX_OK);
    QCOMPARE(run.output(), QStringLiteral("Listening on http://127.0.0.1:%1\n").arg(port));
    QCOMPARE(run.complaints(), QString());
    QVERIFY(!QFile::exists(file("x.db-wal")));
}

void TestServe::issuesIntrospectsAndRevokes()
{
    ProgramRun run(*m_home);
    HttpClient client(run.serve({QStringLiteral("--demo"), QStringLiteral("--database"), file("x.db")}));
    const HttpClient::Answer issued = client.post("/oauth/token", "grant_type=client_credentials", SampleClient);
    QCOMPARE(issued.status, 200);
    const QByteArray token = "token=" + issued.text("access_token").toLatin1();

    QCOMPARE(client.post("/oauth/introspect", token, SampleClient).json().value(QLatin1String("active")), true);
    QCOMPARE(client.post("/oauth/revoke", token, SampleClient).status, 200);
    QCOMPARE(client.post("/oauth/introspect", token, SampleClient).body, QByteArray("{\"active\":false}"));
}

void TestServe::sampleWorldIsTheSeedAndLoadingTwiceIsHarmless()
{
    for (int round = 0; round < 2; ++round) {
        ProgramRun run(*m_home);
        QVERIFY(run.serve({QStringLiteral("--demo"), QStringLiteral("--database"), file("x.db")}) != 0);
        run.signal(SIGTERM);
        QCOMPARE(run.exitCode(), EX_OK);
    }
    QCOMPARE(rowsOf(file("x.db"), QStringLiteral("SELECT id, email FROM users ORDER BY id")),
             (QStringList {QStringLiteral("1 user@example.com"), QStringLiteral("2 other@example.com"),
                           QStringLiteral("3 user@example.com")}));
    QCOMPARE(rowsOf(file("x.db"), QStringLiteral("SELECT id, name FROM oauth_applications ORDER BY id")),
             (QStringList {QStringLiteral("1 Doorkeeper Sinatra Client"), QStringLiteral("2 Web Callback Client"),
                           QStringLiteral("3 Public Desktop Client"), QStringLiteral("4 Scoped Client"),
                           QStringLiteral("5 Kustvakt Public Client"), QStringLiteral("6 Kustvakt Confidential Client"),
                           QStringLiteral("7 Oracle Demo Client")}));
    const QStringList secrets = rowsOf(file("x.db"),
                                       QStringLiteral("SELECT secret, '' FROM oauth_applications WHERE secret <> '' "
                                                      "UNION ALL SELECT password_digest, '' FROM users"));
    QCOMPARE(secrets.size(), 9);
    for (const QString &secret : secrets)
        QVERIFY(secret.startsWith(QStringLiteral("$argon2id$")));
}

void TestServe::sampleWorldHasADatabaseOfItsOwn()
{
    ProgramRun run(*m_home);
    QVERIFY(run.serve({QStringLiteral("--demo")}) != 0);
    run.signal(SIGTERM);
    QCOMPARE(run.exitCode(), EX_OK);
    QVERIFY(QFile::exists(file("data/gatehouse/demo.db")));
    QVERIFY(!QFile::exists(file("data/gatehouse/gatehouse.db")));
}

void TestServe::profileIsKeptInTheDatabase()
{
    const QByteArray password = "grant_type=password&username=user@example.com&password=doorkeeper";
    {
        ProgramRun run(*m_home);
        HttpClient client(run.serve({QStringLiteral("--demo"), QStringLiteral("--database"), file("x.db")}));
        QCOMPARE(client.post("/oauth/token", password, SampleClient).status, 400);
    }
    {
        ProgramRun run(*m_home);
        HttpClient client(run.serve(
            {QStringLiteral("--profile"), QStringLiteral("doorkeeper"), QStringLiteral("--database"), file("x.db")}));
        QCOMPARE(client.post("/oauth/token", password, SampleClient).status, 200);
    }
    ProgramRun run(*m_home);
    HttpClient client(run.serve({QStringLiteral("--database"), file("x.db")}));
    QCOMPARE(client.post("/oauth/token", password, SampleClient).status, 200);
}

void TestServe::policyFollowsTheConfigurationFile()
{
    writeConfig(R"({"policy": {"access_token_lifetime": 100}})");
    ProgramRun run(*m_home);
    HttpClient client(run.serve({QStringLiteral("--demo"), QStringLiteral("--database"), file("x.db"),
                                 QStringLiteral("--config"), file("c.json")}));
    const auto lifetime = [&client] {
        return client.post("/oauth/token", "grant_type=client_credentials", SampleClient)
            .json()
            .value(QLatin1String("expires_in"))
            .toInt();
    };
    QCOMPARE(lifetime(), 100);

    writeConfig(R"({"policy": {"access_token_lifetime": 200}})");
    QTRY_COMPARE(lifetime(), 200);

    writeConfig(R"({"policy": {"access_token_lifetime": "long"}})");
    QVERIFY(run.waitForComplaint(QStringLiteral("policy.access_token_lifetime: \"long\" is not of the type integer")));
    QVERIFY(run.complaints().contains(QStringLiteral("The last good configuration stays in force.")));
    QCOMPARE(lifetime(), 200);
}

void TestServe::usesTheIssuerItIsGiven()
{
    ProgramRun run(*m_home);
    HttpClient client(run.serve({QStringLiteral("--demo"), QStringLiteral("--database"), file("x.db"),
                                 QStringLiteral("--issuer"), QStringLiteral("https://login.example/")}));
    const QByteArray token
        = client.post("/oauth/token", "grant_type=client_credentials", SampleClient).text("access_token").toLatin1();
    QCOMPARE(client.post("/oauth/introspect", "token=" + token, SampleClient).text("iss"),
             QStringLiteral("https://login.example"));
}

void TestServe::printsWhatRequestsDo()
{
    ProgramRun run(*m_home);
    HttpClient client(
        run.serve({QStringLiteral("--demo"), QStringLiteral("--verbose"), QStringLiteral("--database"), file("x.db")}));
    const HttpClient::Answer issued = client.post("/oauth/token", "grant_type=client_credentials", SampleClient);
    QCOMPARE(issued.status, 200);
    client.post("/oauth/introspect", "token=" + issued.text("access_token").toLatin1(), SampleClient);
    for (const char *line :
         {"Started POST \"/oauth/token\" for 127.0.0.1 at ", "  Parameters: {\"grant_type\"=>\"client_credentials\"}\n",
          "INSERT INTO oauth_access_tokens", "Started POST \"/oauth/introspect\" for 127.0.0.1 at ",
          "  Parameters: {\"token\"=>\"[FILTERED]\"}\n", "Completed 200 OK in "})
        QVERIFY2(run.waitForComplaint(QString::fromLatin1(line)), line);
    QVERIFY(!run.complaints().contains(issued.text("access_token")));
}

/// With a real curl, which trusts nothing but the authority's file.
void TestServe::servesHttps()
{
    ProgramRun run(*m_home);
    const quint16 port = run.serve({QStringLiteral("--tls"), QStringLiteral("--database"), file("x.db")});
    QVERIFY2(port != 0, qPrintable(run.complaints()));
    QVERIFY(run.waitForComplaint(file("data/gatehouse/tls/authority.pem")));
    const QString address = QStringLiteral("https://localhost:%1/.well-known/oauth-authorization-server").arg(port);
    QProcess curl;
    curl.start(QStringLiteral("curl"),
               {QStringLiteral("-sS"), QStringLiteral("--cacert"), file("data/gatehouse/tls/authority.pem"), address});
    QVERIFY(curl.waitForFinished());
    const QByteArray metadata = curl.readAllStandardOutput();
    QVERIFY2(metadata.contains(QStringLiteral("\"issuer\":\"https://127.0.0.1:%1\"").arg(port).toUtf8()),
             QByteArray(metadata + curl.readAllStandardError()).constData());
    curl.start(QStringLiteral("curl"), {QStringLiteral("-sS"), address});
    QVERIFY(curl.waitForFinished());
    QCOMPARE(curl.exitCode(), 60); // nobody has told it to trust the authority
}

void TestServe::saysWhatIsWrongWithACertificate()
{
    ProgramRun run(*m_home);
    run.start({QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--database"),
               file("x.db"), QStringLiteral("--tls-cert"), file("absent.pem"), QStringLiteral("--tls-key"),
               file("absent.pem")});
    QCOMPARE(run.exitCode(), EX_UNAVAILABLE);
    QVERIFY(run.complaints().contains(QStringLiteral("absent.pem cannot be read")));
}

QByteArray TestServe::contentOf(const QString &path)
{
    QFile opened(path);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

void TestServe::theKeyIsSealedAndTheGuardSaid()
{
    const QStringList arguments {QStringLiteral("--tls"), QStringLiteral("--database"), file("x.db")};
    QByteArray certificate;
    for (int round = 0; round < 2; ++round) {
        ProgramRun run(*m_home);
        QVERIFY2(run.serve(arguments) != 0, qPrintable(run.complaints()));
        QVERIFY(
            run.waitForComplaint(QStringLiteral("nothing but the rights of the file %1, because this desktop has no "
                                                "secret service")
                                     .arg(file("data/gatehouse/master.key"))));
        const QByteArray now = contentOf(file("data/gatehouse/tls/localhost.pem"));
        QVERIFY(certificate.isEmpty() || certificate == now);
        certificate = now;
    }
    const QByteArray sealed = contentOf(file("data/gatehouse/tls/localhost-key.sealed"));
    QVERIFY(!sealed.isEmpty() && !sealed.contains("PRIVATE"));
    QVERIFY(!QFile::exists(file("data/gatehouse/tls/localhost-key.pem")));
    for (const char *name : {"data/gatehouse/master.key", "data/gatehouse/vault.json"})
        QCOMPARE(QFileInfo(file(name)).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestServe::plainHttpAsksNoSecretService()
{
    QLocalServer bus;
    QVERIFY(bus.listen(file("bus")));
    ProgramRun run(*m_home);
    run.setEnvironment(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=") + file("bus"));
    QVERIFY2(run.serve({QStringLiteral("--database"), file("x.db")}) != 0, qPrintable(run.complaints()));
    run.signal(SIGTERM);
    QCOMPARE(run.exitCode(), EX_OK);
    QVERIFY(!bus.waitForNewConnection(100));
    QVERIFY(!QFile::exists(file("data/gatehouse/vault.json")));
}

/// A bus that takes the connection and never says a word.
void TestServe::endsWhileTheSecretServiceIsSilent()
{
    QLocalServer bus;
    QVERIFY(bus.listen(file("bus")));
    ProgramRun run(*m_home);
    run.setEnvironment(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=") + file("bus"));
    run.start({QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--tls"),
               QStringLiteral("--database"), file("x.db")});
    QVERIFY(bus.waitForNewConnection(20000));
    run.signal(SIGTERM);
    QCOMPARE(run.exitCode(), EX_OK);
    QVERIFY(!QFile::exists(file("data/gatehouse/master.key")));
}

void TestServe::aPassphraseComesFromAFile()
{
    writeConfig(R"({"secrets": {"protection": "passphrase"}})");
    QFile word(file("word"));
    QVERIFY(word.open(QIODevice::WriteOnly));
    QVERIFY(word.write("correct horse\n") > 0);
    word.close();
    const QStringList arguments {QStringLiteral("--tls"),
                                 QStringLiteral("--config"),
                                 file("c.json"),
                                 QStringLiteral("--database"),
                                 file("x.db"),
                                 QStringLiteral("--passphrase-file"),
                                 word.fileName()};
    QVERIFY(word.setPermissions(QFile::ReadOwner | QFile::ReadOther));
    {
        ProgramRun run(*m_home);
        QCOMPARE(run.serve(arguments), quint16(0));
        QCOMPARE(run.exitCode(), EX_UNAVAILABLE);
        QVERIFY2(run.complaints().contains(QStringLiteral("chmod 600")), qPrintable(run.complaints()));
    }
    QVERIFY(word.setPermissions(QFile::ReadOwner));
    for (int round = 0; round < 2; ++round) {
        ProgramRun run(*m_home);
        QVERIFY2(run.serve(arguments) != 0, qPrintable(run.complaints()));
        QVERIFY(run.waitForComplaint(QStringLiteral("guarded by a passphrase")));
        QVERIFY(!QFile::exists(file("data/gatehouse/master.key")));
    }
}

void TestServe::keysThatCannotBeOpenedAreSaid_data()
{
    QTest::addColumn<QByteArray>("protection");
    QTest::addColumn<QString>("advice");
    QTest::newRow("no file and no terminal") << QByteArray("passphrase") << QStringLiteral("--passphrase-file");
    QTest::newRow("no secret service") << QByteArray("secret_service") << QStringLiteral("unlock the keyring");
}

void TestServe::keysThatCannotBeOpenedAreSaid()
{
    QFETCH(QByteArray, protection);
    QFETCH(QString, advice);
    writeConfig(R"({"secrets": {"protection": ")" + protection + R"("}})");
    ProgramRun run(*m_home);
    QCOMPARE(run.serve({QStringLiteral("--tls"), QStringLiteral("--config"), file("c.json"),
                        QStringLiteral("--database"), file("x.db")}),
             quint16(0));
    QCOMPARE(run.exitCode(), EX_UNAVAILABLE);
    QVERIFY2(run.complaints().contains(advice), qPrintable(run.complaints()));
    QVERIFY(!QFile::exists(file("data/gatehouse/master.key")));
}

void TestServe::aPassphraseFileThatIsNotUsedIsSaid_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("advice");
    QTest::newRow("no key") << QStringList() << QStringLiteral("(--tls)");
    QTest::newRow("guarded otherwise") << QStringList {QStringLiteral("--tls")} << QStringLiteral("secrets.protection");
}

void TestServe::aPassphraseFileThatIsNotUsedIsSaid()
{
    QFETCH(QStringList, more);
    QFETCH(QString, advice);
    ProgramRun run(*m_home);
    QVERIFY2(run.serve(more
                       + QStringList {QStringLiteral("--database"), file("x.db"), QStringLiteral("--passphrase-file"),
                                      file("word")})
                 != 0,
             qPrintable(run.complaints()));
    QVERIFY(run.waitForComplaint(QStringLiteral("--passphrase-file is not used")));
    QVERIFY2(run.complaints().contains(advice), qPrintable(run.complaints()));
}

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
