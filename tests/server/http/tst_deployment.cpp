#include "server/deployment.h"

#include <QTest>

using namespace Gatehouse;

/// Issuer and served hosts.
class TestDeployment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issuer_data();
    void issuer();
    void hosts_data();
    void hosts();
    void otherAddressesServeTheMachine();
};

static ServerSettings settingsFor(const QString &address, const QString &issuer)
{
    ServerSettings settings;
    settings.address = QHostAddress(address);
    settings.issuer = issuer;
    return settings;
}

void TestDeployment::issuer_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("expected");
    QTest::newRow("loopback") << "127.0.0.1" << 6749 << ""
                              << "http://127.0.0.1:6749";
    QTest::newRow("IPv6") << "::1" << 6749 << ""
                          << "http://[::1]:6749";
    QTest::newRow("port 80") << "127.0.0.1" << 80 << ""
                             << "http://127.0.0.1";
    QTest::newRow("any IPv4") << "0.0.0.0" << 6749 << ""
                              << "http://127.0.0.1:6749";
    QTest::newRow("any IPv6") << "::" << 6749 << ""
                              << "http://[::1]:6749";
    QTest::newRow("as set") << "127.0.0.1" << 6749 << "https://auth.example/x"
                            << "https://auth.example/x";
    QTest::newRow("slash at the end") << "127.0.0.1" << 6749 << "https://auth.example/"
                                      << "https://auth.example";
}

void TestDeployment::issuer()
{
    QFETCH(QString, address);
    QFETCH(int, port);
    QFETCH(QString, setting);
    QTEST(issuerOf(settingsFor(address, setting), quint16(port)), "expected");
}

void TestDeployment::hosts_data()
{
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("loopback") << 6749 << "" << QStringList {"127.0.0.1:6749", "[::1]:6749", "localhost:6749"};
    QTest::newRow("default port") << 80 << "" << QStringList {"127.0.0.1", "127.0.0.1:80", "[::1]",
                                                              "[::1]:80",  "localhost",    "localhost:80"};
    QTest::newRow("issuer behind a proxy")
        << 6749 << "https://auth.example/tenant"
        << QStringList {"127.0.0.1:6749", "[::1]:6749", "auth.example", "auth.example:443", "localhost:6749"};
    QTest::newRow("issuer with a port") << 6749 << "http://auth.example:8080"
                                        << QStringList {"127.0.0.1:6749", "[::1]:6749", "auth.example:8080",
                                                        "localhost:6749"};
}

void TestDeployment::hosts()
{
    QFETCH(int, port);
    QFETCH(QString, issuer);
    QFETCH(QStringList, expected);
    QStringList hosts = deploymentOf(settingsFor("127.0.0.1", issuer), quint16(port)).hosts;
    hosts.sort();
    QCOMPARE(hosts, expected);
}

void TestDeployment::otherAddressesServeTheMachine()
{
    const QStringList hosts = deploymentOf(settingsFor("192.0.2.7", {}), 6749).hosts;
    QVERIFY(hosts.contains("192.0.2.7:6749"));
    QVERIFY(hosts.contains("127.0.0.1:6749"));
    QVERIFY(!hosts.contains("evil.example:6749"));
    QVERIFY(!deploymentOf(settingsFor("127.0.0.1", {}), 6749).hosts.contains("192.0.2.7:6749"));
}

QTEST_GUILESS_MAIN(TestDeployment)
#include "tst_deployment.moc"
