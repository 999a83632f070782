#include "httpfixture.h"
#include "models/clock.h"
#include "models/store/storethread.h"
#include "server/servercontroller.h"
#include "tests/support/testvault.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

using State = ServerController::State;

/// Starting and stopping the real server.
class TestServerController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_service.reset(); }

    void startsAndStops();
    void answersWhileItRuns();
    void takenPort();
    void secondStartAfterAFailure();
    void startTwice();
    void stopWhileStarting();
    void startWhileStopping();
    void stopAfterAFailure();
    void destroyedWhileRunning();
    void destroyedWhileStarting();
    void settingsTakeEffectAtTheNextStart();
    void tellsOfExchanges();
    void tellsOfNoExchangesWhenOff();
    void plainHttpNeedsNoVault();
    void opensTheVaultForItsOwnCertificate();
    void staysDownWithoutTheVault();
    void stopsWhileTheVaultIsSilent();
    void firstFreePort();

private:
    SystemClock m_clock;
    std::unique_ptr<StoreThread> m_service;
    std::unique_ptr<TestVault> m_vault;
    std::unique_ptr<QTemporaryDir> m_home;
    ServerSettings m_settings;
};

static const QHostAddress loopback(QHostAddress::LocalHost);

void TestServerController::init()
{
    Result<DatabaseUrl> url = DatabaseUrl::parse(":memory:");
    QVERIFY(url);
    Result<std::unique_ptr<StoreThread>> service = StoreThread::start(*url, m_clock);
    QVERIFY(service);
    m_service = *std::move(service);
    m_settings = {};
    m_settings.port = 0;
    m_vault = std::make_unique<TestVault>();
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->path().toLocal8Bit());
}

void TestServerController::startsAndStops()
{
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    QList<State> states;
    connect(&controller, &ServerController::stateChanged, this, [&](State state) { states.append(state); });
    QCOMPARE(controller.state(), State::Stopped);
    QCOMPARE(controller.startedAt(), 0);
    for (int round = 0; round < 2; ++round) {
        states.clear();
        controller.start();
        QTRY_COMPARE(controller.state(), State::Running);
        QVERIFY(controller.port() > 0);
        QCOMPARE(controller.issuer(), QString("http://127.0.0.1:%1").arg(controller.port()));
        QVERIFY(qAbs(controller.startedAt() - m_clock.now()) < 10000);
        controller.stop();
        QTRY_COMPARE(controller.state(), State::Stopped);
        QCOMPARE(states, QList<State>({State::Starting, State::Running, State::Stopping, State::Stopped}));
        QCOMPARE(controller.port(), 0);
        QCOMPARE(controller.startedAt(), 0);
    }
}

void TestServerController::answersWhileItRuns()
{
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    controller.start();
    QTRY_COMPARE(controller.state(), State::Running);
    const quint16 port = controller.port();
    RawClient client(port);
    const QByteArray host = "Host: 127.0.0.1:" + QByteArray::number(port) + "\r\n\r\n";
    client.send("GET /.well-known/oauth-authorization-server HTTP/1.1\r\n" + host);
    std::optional<Answer> answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(answer->body.contains(controller.issuer().toUtf8()));
    client.send("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    answer = client.answer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 421);
    controller.stop();
    QVERIFY(client.isClosedByServer());
    QTRY_COMPARE(controller.state(), State::Stopped);
    QTcpServer probe;
    QVERIFY(probe.listen(loopback, port));
}

void TestServerController::takenPort()
{
    QTcpServer other;
    QVERIFY(other.listen(loopback, 0));
    m_settings.port = other.serverPort();
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    controller.start();
    QTRY_COMPARE(controller.state(), State::Failed);
    QCOMPARE(controller.error().kind, Error::Kind::Conflict);
    QCOMPARE(controller.error().message, QString("Port %1 is in use.").arg(other.serverPort()));
    QCOMPARE(controller.port(), other.serverPort());
}

void TestServerController::secondStartAfterAFailure()
{
    QTcpServer other;
    QVERIFY(other.listen(loopback, 0));
    m_settings.port = other.serverPort();
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    controller.start();
    QTRY_COMPARE(controller.state(), State::Failed);
    other.close();
    controller.start();
    QTRY_COMPARE(controller.state(), State::Running);
    QCOMPARE(controller.error(), Error());
}

void TestServerController::startTwice()
{
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    QSignalSpy changes(&controller, &ServerController::stateChanged);
    controller.start();
    controller.start();
    QTRY_COMPARE(controller.state(), State::Running);
    controller.start();
    QTest::qWait(50);
    QCOMPARE(controller.state(), State::Running);
    QCOMPARE(changes.size(), 2);
}

void TestServerController::stopWhileStarting()
{
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    QList<State> states;
    connect(&controller, &ServerController::stateChanged, this, [&](State state) { states.append(state); });
    controller.start();
    controller.stop();
    QTRY_COMPARE(controller.state(), State::Stopped);
    QVERIFY(!states.contains(State::Running));
}

void TestServerController::startWhileStopping()
{
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    controller.start();
    QTRY_COMPARE(controller.state(), State::Running);
    controller.stop();
    controller.start();
    QCOMPARE(controller.state(), State::Stopping);
    QTRY_COMPARE(controller.state(), State::Running);
    QVERIFY(controller.port() > 0);
}

void TestServerController::stopAfterAFailure()
{
    m_settings.address = QHostAddress("192.0.2.1");
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    controller.start();
    QTRY_COMPARE(controller.state(), State::Failed);
    QCOMPARE(controller.error().kind, Error::Kind::Unavailable);
    controller.stop();
    QCOMPARE(controller.state(), State::Stopped);
}

void TestServerController::destroyedWhileRunning()
{
    auto controller = std::make_unique<ServerController>(*m_service, m_vault->opener(), m_settings);
    controller->start();
    QTRY_COMPARE(controller->state(), State::Running);
    const quint16 port = controller->port();
    RawClient client(port);
    controller.reset();
    QTcpServer probe;
    QVERIFY(probe.listen(loopback, port));
    QVERIFY(client.isClosedByServer());
}

void TestServerController::destroyedWhileStarting()
{
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    controller.start();
    QCOMPARE(controller.state(), State::Starting);
}

void TestServerController::settingsTakeEffectAtTheNextStart()
{
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    controller.start();
    QTRY_COMPARE(controller.state(), State::Running);
    const QString before = controller.issuer();
    m_settings.issuer = "https://auth.example/";
    controller.setSettings(m_settings);
    QCOMPARE(controller.issuer(), before);
    controller.stop();
    controller.start();
    QTRY_COMPARE(controller.state(), State::Running);
    QCOMPARE(controller.issuer(), QString("https://auth.example"));
}

void TestServerController::tellsOfExchanges()
{
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    QList<Exchange> seen;
    qsizetype most = 0;
    connect(&controller, &ServerController::exchangesFinished, this, [&](const QList<Exchange> &some) {
        seen += some;
        most = qMax(most, some.size());
    });
    controller.start();
    QTRY_COMPARE(controller.state(), State::Running);
    RawClient client(controller.port());
    const QByteArray request
        = "GET /nowhere HTTP/1.1\r\nHost: localhost:" + QByteArray::number(controller.port()) + "\r\n\r\n";
    client.send(request.repeated(300));
    QTRY_COMPARE(seen.size(), 300);
    QVERIFY2(most <= 200, qPrintable(QString::number(most))); // what a window can take at once
    QCOMPARE(seen.first().path, QString("/nowhere"));
    QCOMPARE(seen.first().status, 404);
}

void TestServerController::tellsOfNoExchangesWhenOff()
{
    m_settings.recordExchanges = false;
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    QSignalSpy exchanges(&controller, &ServerController::exchangesFinished);
    controller.start();
    QTRY_COMPARE(controller.state(), State::Running);
    RawClient client(controller.port());
    client.send("GET /nowhere HTTP/1.1\r\nHost: localhost:" + QByteArray::number(controller.port()) + "\r\n\r\n");
    QVERIFY(client.answer());
    QTest::qWait(500);
    QCOMPARE(exchanges.size(), 0);
}

/// Nobody is asked to unlock a keyring for a server that has no key.
void TestServerController::plainHttpNeedsNoVault()
{
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    controller.start();
    QTRY_COMPARE(controller.state(), State::Running);
    QCOMPARE(m_vault->service().asked, 0);
    QVERIFY(!m_vault->opener().protection());
}

void TestServerController::opensTheVaultForItsOwnCertificate()
{
    m_settings.tls.mode = TlsSettings::Mode::Local;
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    controller.start();
    QCOMPARE(controller.state(), State::Starting);
    QTRY_COMPARE(controller.state(), State::Running);
    QCOMPARE(m_vault->opener().protection(), KeyProtection::SecretService);
    // Once opened, it goes on without the service.
    m_vault->service().mood = MemorySecretStore::State::Mood::Absent;
    controller.stop();
    QTRY_COMPARE(controller.state(), State::Stopped);
    controller.start();
    QTRY_COMPARE(controller.state(), State::Running);
}

void TestServerController::staysDownWithoutTheVault()
{
    m_settings.tls.mode = TlsSettings::Mode::Local;
    m_vault->service().mood = MemorySecretStore::State::Mood::Refuses;
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    controller.start();
    QTRY_COMPARE(controller.state(), State::Failed);
    QVERIFY2(controller.error().message.contains(QString("secret service")), qPrintable(controller.error().message));
    QCOMPARE(controller.error().kind, Error::Kind::Unavailable); // a conflict would be about the port
    m_vault->service().mood = MemorySecretStore::State::Mood::Works;
    controller.start();
    QTRY_COMPARE(controller.state(), State::Running);
}

void TestServerController::stopsWhileTheVaultIsSilent()
{
    m_settings.tls.mode = TlsSettings::Mode::Local;
    m_vault->service().mood = MemorySecretStore::State::Mood::Silent;
    ServerController controller(*m_service, m_vault->opener(), m_settings);
    controller.start();
    QTRY_VERIFY(m_vault->service().asked > 0);
    QCOMPARE(controller.state(), State::Starting);
    controller.stop();
    QCOMPARE(controller.state(), State::Stopped);
    m_vault->service().mood = MemorySecretStore::State::Mood::Works;
    controller.start();
    QTRY_COMPARE(controller.state(), State::Running);
}

void TestServerController::firstFreePort()
{
    QTcpServer taken;
    QVERIFY(taken.listen(loopback, 0));
    const quint16 free = ServerController::firstFreePort(loopback, taken.serverPort());
    QVERIFY(free > taken.serverPort());
    QCOMPARE(ServerController::firstFreePort(loopback, free), free);
    QCOMPARE(ServerController::firstFreePort(QHostAddress("192.0.2.1"), 65530), 0);
}

QTEST_GUILESS_MAIN(TestServerController)
#include "tst_servercontroller.moc"
