#include "models/secrets/digest.h"
#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "models/store/tokenstore.h"
#include "tests/app/programrun.h"
#include "tests/support/teststore.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Gatehouse;

/// The curl commands of Kustvakt's and Oracle's pages on revocation, run by a real curl against `serve --demo`.
class TestRevocationSeeds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersAsThePageSays_data();
    void answersAsThePageSays();

private:
    void addWorld(Store &store);

    QTemporaryDir m_home;
    SystemClock m_clock;
    std::unique_ptr<ProgramRun> m_program;
    quint16 m_port = 0;
};

static DatabaseUrl databaseIn(const QTemporaryDir &home)
{
    return take(DatabaseUrl::parse(home.filePath(QStringLiteral("seeds.sqlite"))));
}

static QString tokenOf(const QString &client, const QString &name)
{
    return client % u'-' % QString::number(qHash(name, 7) % 100000);
}

/// The clients of the pages, and a token for each command.
void TestRevocationSeeds::addWorld(Store &store)
{
    Id demo = DomainStore::DefaultId;
    const auto known = take(store.domains().findByName(QStringLiteral("DemoDomain")));
    if (known)
        demo = known->id;
    IdentityDomain domain;
    domain.name = QStringLiteral("DemoDomain");
    domain.createdAt = m_clock.now();
    if (!known)
        demo = take(store.domains().create(domain)).id;
    const auto add = [&](Id where, const char *uid, const char *secret) {
        Application application;
        application.domainId = where;
        application.uid = application.name = QString::fromLatin1(uid);
        application.confidential = *secret != '\0';
        if (application.confidential)
            application.secret = storedSecretForGenerated(QString::fromLatin1(secret));
        application.redirectUri = QStringLiteral("https://client.example/cb");
        take(store.applications().create(application));
    };
    add(DomainStore::DefaultId, "io8MvuTN3reflIaESwe5tGd", "");
    add(DomainStore::DefaultId, "YMirwQ-beCp5Rxiw4yH", "nS8cz9Fa5Wl2fbHrM");
    add(demo, "DemoClientId", "welcome1");
}

void TestRevocationSeeds::initTestCase()
{
    {
        const auto store = take(Store::open(databaseIn(m_home), m_clock));
        addWorld(*store);
        QVERIFY(store->writer().flush());
    }
    m_program = std::make_unique<ProgramRun>(m_home);
    m_port = m_program->serve({QStringLiteral("--demo"), QStringLiteral("--database"), databaseIn(m_home).path});
    QVERIFY2(m_port != 0, qPrintable(m_program->complaints()));
}

void TestRevocationSeeds::answersAsThePageSays_data()
{
    for (const char *column : {"command", "client", "body", "ends"})
        QTest::addColumn<QString>(column);
    QFile file(QStringLiteral(GATEHOUSE_REVOCATION_COMMANDS));
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression entry(
        QStringLiteral("^== ([^\n]+)\n(.+?)\n-- client\n([^\n]+)\n-- body\n([^\n]+)\n-- ends\n([^\n]+)\n"),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    const QString text = QString::fromUtf8(file.readAll());
    QRegularExpressionMatchIterator entries = entry.globalMatch(text);
    QVERIFY(entries.hasNext());
    while (entries.hasNext()) {
        const QRegularExpressionMatch each = entries.next();
        QTest::newRow(qPrintable(each.captured(1)))
            << each.captured(2) << each.captured(3) << each.captured(4) << each.captured(5);
    }
}

void TestRevocationSeeds::answersAsThePageSays()
{
    QFETCH(QString, command);
    QFETCH(QString, client);
    QFETCH(QString, body);
    QFETCH(QString, ends);
    const QString value = tokenOf(client, QString::fromLatin1(QTest::currentDataTag()));
    // The test writes beside the running server, as another program would.
    const auto store = take(Store::open(databaseIn(m_home), m_clock));
    const Id domain = client == u"DemoClientId" ? take(store->domains().findByName(QStringLiteral("DemoDomain")))->id
                                                : DomainStore::DefaultId;
    AccessToken pair;
    pair.domainId = domain;
    pair.applicationId = take(store->applications().findByUid(domain, client))->id;
    pair.token = sha256Hex(ends == u"access" ? value : QString(value % u"-access"));
    if (ends != u"access")
        pair.refreshToken = sha256Hex(value);
    pair.createdAt = m_clock.now();
    pair.expiresIn = 3600;
    pair.expiresAt = pair.createdAt + 3600 * 1000;
    pair = take(store->tokens().insert(pair));
    QVERIFY(store->writer().flush());

    command.replace(QStringLiteral("{token}"), value);
    command.replace(QStringLiteral("localhost:8089"), QStringLiteral("localhost:%1").arg(m_port));
    QProcess shell;
    shell.start(
        QStringLiteral("bash"),
        {QStringLiteral("-c"), QStringLiteral("curl() { command curl -sS -w '\\n%{http_code}' \"$@\"; }\n") + command});
    QVERIFY(shell.waitForFinished(20000));
    const QStringList answer = QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n');
    QCOMPARE(answer.constLast(), QStringLiteral("200"));
    QVERIFY2(QRegularExpression(body).match(answer.constFirst()).hasMatch(), qPrintable(answer.constFirst()));

    const TokenLookup after = *take(store->tokens().find(pair.id));
    QCOMPARE(after.access.revokedAt != 0, ends.contains(u"access"));
    QCOMPARE(after.refresh.revokedAt != 0, ends.contains(u"refresh") || ends == u"access");
}

QTEST_GUILESS_MAIN(TestRevocationSeeds)
#include "tst_revocationseeds.moc"
