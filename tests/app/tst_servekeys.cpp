#include "tests/app/programrun.h"
#include "tests/support/keyring.h"

#include <QFile>
#include <QTest>

#include <csignal>

#include <sysexits.h>

using namespace Gatehouse;

/// `gatehouse serve --tls` on a desktop with a real gnome-keyring: see tests/support/withkeyring.
class TestServeKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theKeyringGuardsTheKeys();
    void aLockedKeyringKeepsTheServerDown();

private:
    QString file(const char *name) const { return m_home.filePath(QLatin1String(name)); }
    QByteArray record() const;
    std::unique_ptr<ProgramRun> run() const;
    QStringList arguments() const { return {QStringLiteral("--tls"), QStringLiteral("--database"), file("x.db")}; }

    QTemporaryDir m_home;
    QString m_bus;
};

void TestServeKeys::initTestCase()
{
    m_bus = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    QVERIFY(Keyring::waitUntilThere());
}

QByteArray TestServeKeys::record() const
{
    QFile opened(file("data/gatehouse/vault.json"));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

std::unique_ptr<ProgramRun> TestServeKeys::run() const
{
    auto program = std::make_unique<ProgramRun>(m_home);
    program->setEnvironment(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_bus);
    return program;
}

void TestServeKeys::theKeyringGuardsTheKeys()
{
    for (int round = 0; round < 2; ++round) {
        const auto program = run();
        QVERIFY2(program->serve(arguments()) != 0, qPrintable(program->complaints()));
        QVERIFY(program->waitForComplaint(QStringLiteral("guarded by the desktop's secret service")));
        program->signal(SIGTERM);
        QCOMPARE(program->exitCode(), EX_OK);
    }
    QVERIFY2(record().contains("secret_service"), record().constData());
    QVERIFY(!QFile::exists(file("data/gatehouse/master.key")));
}

/// The last one: nobody unlocks it again.
void TestServeKeys::aLockedKeyringKeepsTheServerDown()
{
    const QByteArray before = record();
    {
        ProgramRun elsewhere(m_home); // without a bus, as over ssh
        QCOMPARE(elsewhere.serve(arguments()), quint16(0));
        QCOMPARE(elsewhere.exitCode(), EX_UNAVAILABLE);
        QVERIFY2(elsewhere.complaints().contains(QStringLiteral("secret service")), qPrintable(elsewhere.complaints()));
    }
    QVERIFY(Keyring::lock());
    const auto program = run();
    QCOMPARE(program->serve(arguments()), quint16(0));
    QCOMPARE(program->exitCode(), EX_UNAVAILABLE);
    QVERIFY2(program->complaints().contains(QStringLiteral("keyring")), qPrintable(program->complaints()));
    QCOMPARE(record(), before);
    QVERIFY(!QFile::exists(file("data/gatehouse/master.key")));
}

QTEST_GUILESS_MAIN(TestServeKeys)
#include "tst_servekeys.moc"
