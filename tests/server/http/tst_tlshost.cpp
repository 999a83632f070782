#include "httpfixture.h"
#include "models/secrets/keyvault.h"
#include "server/tls/localauthority.h"
#include "server/tls/tlsidentity.h"

#include <QProcess>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

/// The host behind TLS: the same promises as without, and what only TLS can do wrong.
class TestTlsHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_host.reset(); }

    void requestsArriveSecure();
    void keepsAlive();
    void answersPipelinedRequestsInOrder();
    void largeBodiesAndAnswers();
    void limitsHold();
    void closesWhenAsked();
    void plainTextIsNoHandshake();
    void silentHandshakeIsCut();
    void waitingHandshakesMakeRoom();
    void oldVersionsAreRefused();
    void closeLetsAnswersOut();
    void destroyedWhileShakingHands();

private:
    std::unique_ptr<QSslSocket> connected();
    QByteArray talk(QSslSocket &socket, const QByteArray &request, qsizetype atLeast = 1);

    QTemporaryDir m_home;
    const KeyVault m_vault = KeyVault::make();
    ScriptedHandler m_handler;
    HttpLimits m_limits;
    std::unique_ptr<HttpHost> m_host;
    quint16 m_port = 0;
};

static const QByteArray hello = "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n";

void TestTlsHost::init()
{
    m_handler = {};
    m_limits = {};
    m_limits.handshakeTime = 300;
    m_limits.connections = 3;
    const LocalAuthority authority(m_home.path());
    const auto identity = authority.identity(m_vault);
    QVERIFY(identity);
    m_host = std::make_unique<HttpHost>(m_handler, m_limits);
    m_host->encrypt(identity->configuration());
    const Result<quint16> port = m_host->listen(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY(port);
    m_port = *port;
}

/// Checks the server's certificate as a browser would that trusts the local authority.
std::unique_ptr<QSslSocket> TestTlsHost::connected()
{
    auto socket = std::make_unique<QSslSocket>();
    QSslConfiguration configuration = socket->sslConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(LocalAuthority(m_home.path()).certificateFile()));
    socket->setSslConfiguration(configuration);
    socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port, QStringLiteral("localhost"));
    (void)QTest::qWaitFor(
        [&] { return socket->isEncrypted() || socket->state() == QAbstractSocket::UnconnectedState; });
    return socket;
}

QByteArray TestTlsHost::talk(QSslSocket &socket, const QByteArray &request, qsizetype atLeast)
{
    socket.write(request);
    QByteArray answer;
    (void)QTest::qWaitFor([&] {
        answer += socket.readAll();
        const qsizetype head = answer.indexOf("\r\n\r\n");
        return head >= 0 && answer.size() >= head + 4 + atLeast;
    });
    return answer;
}

void TestTlsHost::requestsArriveSecure()
{
    Request seen;
    m_handler.script = [&](Request request, Reply reply) {
        seen = request;
        ScriptedHandler::echo(std::move(request), std::move(reply));
    };
    const auto socket = connected();
    QVERIFY2(socket->isEncrypted(), qPrintable(socket->errorString()));
    QVERIFY(talk(*socket, hello).startsWith("HTTP/1.1 200 "));
    QVERIFY(seen.secure);
    QCOMPARE(seen.peer, QHostAddress(QHostAddress::LocalHost));
}

void TestTlsHost::keepsAlive()
{
    const auto socket = connected();
    for (int round = 0; round < 20; ++round)
        QVERIFY(talk(*socket, hello).startsWith("HTTP/1.1 200 "));
    QCOMPARE(m_handler.served, 20);
    QCOMPARE(m_host->connectionCount(), 1);
}

void TestTlsHost::answersPipelinedRequestsInOrder()
{
    const auto socket = connected();
    QByteArray requests;
    for (int number = 0; number < 50; ++number)
        requests += "GET /" + QByteArray::number(number) + " HTTP/1.1\r\nHost: h\r\n\r\n";
    socket->write(requests);
    QByteArray answers;
    QVERIFY(QTest::qWaitFor([&] {
        answers += socket->readAll();
        return answers.count("HTTP/1.1 200 ") == 50 && answers.contains("/49");
    }));
    qsizetype place = 0;
    for (int number = 0; number < 50; ++number) {
        const QByteArray path = '/' + QByteArray::number(number);
        place = answers.indexOf(path, place);
        QVERIFY2(place >= 0, qPrintable(QString::number(number)));
    }
}

void TestTlsHost::largeBodiesAndAnswers()
{
    const QByteArray body(60'000, 'b');
    const QByteArray large(3'000'000, 'a');
    QByteArray seen;
    m_handler.script = [&](Request request, Reply reply) {
        seen = request.body;
        Response response;
        response.body = large;
        reply.send(response);
    };
    const auto socket = connected();
    for (int round = 0; round < 3; ++round) {
        seen.clear();
        const QByteArray answer
            = talk(*socket, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 60000\r\n\r\n" + body, large.size());
        QVERIFY(answer.endsWith(QByteArray(1000, 'a')));
        QCOMPARE(seen, body);
    }
}

void TestTlsHost::limitsHold()
{
    const auto socket = connected();
    QVERIFY(talk(*socket, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 70000\r\n\r\n").startsWith("HTTP/1.1 413 "));
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    const auto second = connected();
    QVERIFY(talk(*second, "GET / HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(20'000, 'x')).startsWith("HTTP/1.1 431 "));
    QTRY_COMPARE(second->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(m_host->connectionCount(), 0);
}

void TestTlsHost::closesWhenAsked()
{
    const auto socket = connected();
    QVERIFY(talk(*socket, "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").startsWith("HTTP/1.1 200 "));
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(m_host->connectionCount(), 0);
}

void TestTlsHost::plainTextIsNoHandshake()
{
    RawClient client(m_port);
    client.send(hello);
    const std::optional<Answer> answer = client.answer();
    QVERIFY(answer && answer->status == 400);
    QVERIFY(answer->body.contains("https://"));
    QVERIFY(client.isClosedByServer());
    QCOMPARE(m_handler.served, 0);
    QTRY_COMPARE(m_host->connectionCount(), 0);
}

void TestTlsHost::silentHandshakeIsCut()
{
    RawClient client(m_port);
    QTRY_COMPARE(m_host->connectionCount(), 1);
    QVERIFY(client.isClosedByServer());
    QTRY_COMPARE(m_host->connectionCount(), 0);
}

/// Three connections are allowed: the silent ones go, so that who speaks gets in.
void TestTlsHost::waitingHandshakesMakeRoom()
{
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int number = 0; number < 3; ++number)
        silent.push_back(std::make_unique<RawClient>(m_port));
    QTRY_COMPARE(m_host->connectionCount(), 3);
    const auto socket = connected();
    QVERIFY(socket->isEncrypted());
    QVERIFY(talk(*socket, hello).startsWith("HTTP/1.1 200 "));
    QVERIFY(m_host->connectionCount() <= 3);
}

void TestTlsHost::oldVersionsAreRefused()
{
    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(QStringLiteral("openssl"),
                 {QStringLiteral("s_client"), QStringLiteral("-tls1_1"), QStringLiteral("-cipher"),
                  QStringLiteral("ALL:@SECLEVEL=0"), QStringLiteral("-connect"),
                  QStringLiteral("127.0.0.1:%1").arg(m_port)});
    client.closeWriteChannel();
    QVERIFY(QTest::qWaitFor([&] { return client.state() == QProcess::NotRunning; }));
    const QByteArray said = client.readAll();
    QVERIFY2(said.contains("alert protocol version"), said.constData());
}

void TestTlsHost::closeLetsAnswersOut()
{
    std::optional<Reply> kept;
    m_handler.script = [&](Request, Reply reply) { kept.emplace(std::move(reply)); };
    const auto socket = connected();
    socket->write(hello);
    QTRY_VERIFY(kept);
    const RawClient shaking(m_port);
    QTRY_COMPARE(m_host->connectionCount(), 2);
    m_host->close();
    QTRY_COMPARE(m_host->connectionCount(), 1);
    kept->send({});
    QByteArray answer;
    QTRY_VERIFY((answer += socket->readAll()).startsWith("HTTP/1.1 200 "));
    QTRY_COMPARE(m_host->connectionCount(), 0);
}

void TestTlsHost::destroyedWhileShakingHands()
{
    RawClient client(m_port);
    QTRY_COMPARE(m_host->connectionCount(), 1);
    m_host.reset();
    QVERIFY(client.isClosedByServer());
}

QTEST_GUILESS_MAIN(TestTlsHost)
#include "tst_tlshost.moc"
