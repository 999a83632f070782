#include "models/secrets/digest.h"
#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "models/store/tokenstore.h"
#include "tests/bench/stalls.h"
#include "tests/ui/consolefixture.h"
#include "ui/livedata.h"
#include "ui/mainwindow.h"
#include "ui/revocation/revocationpreview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPushButton>
#include <QTcpSocket>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <cstdio>

using namespace Gatehouse;

namespace {

constexpr int Tokens = 100'000;

void print(const char *what, double value, const char *unit, double target = 0)
{
    std::printf("%-46s %9.2f %s", what, value, unit);
    if (target > 0)
        std::printf("  target %6.0f  %s", target, value <= target ? "ok" : "MISSED");
    std::printf("\n");
    std::fflush(stdout);
}

double percentile(QList<double> values, int hundredths)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, values.size() * hundredths / 100));
}

/// Introspects one token again and again on a kept connection and notes how long each answer takes.
class Prober : public QThread
{
public:
    explicit Prober(quint16 port)
        : m_port(port)
    { }
    void stop()
    {
        m_stopped = true;
        wait();
    }
    /// Read after stop().
    QList<double> latencies;
    int failures = 0;

protected:
    void run() override
    {
        const QByteArray body = "token=bystander";
        const QByteArray request = "POST /oauth/introspect HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port)
            + "\r\nAuthorization: Basic " + QByteArray("bystander:bystander-secret").toBase64()
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        socket.waitForConnected(5000);
        while (!m_stopped) {
            QElapsedTimer timer;
            timer.start();
            socket.write(request);
            QByteArray answer;
            while (!answer.contains("\"active\"") && socket.waitForReadyRead(30000))
                answer += socket.readAll();
            latencies.append(double(timer.nsecsElapsed()) / 1e6);
            failures += answer.contains("\"active\":true") ? 0 : 1;
            QThread::usleep(1000);
        }
    }

private:
    quint16 m_port;
    std::atomic_bool m_stopped = false;
};

void fill(ConsoleFixture &fixture, const Application &application, const Application &bystander)
{
    const QString sql
        = QStringLiteral("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
                         " INSERT INTO token_families (domain_id, application_id, created_at) SELECT 1, %2, %3 FROM n");
    const QString tokens = QStringLiteral(
        "INSERT INTO oauth_access_tokens (domain_id, application_id, token, refresh_token, scopes, grant_type, "
        "created_at,"
        " expires_at, family_id) SELECT 1, %1, 'a' || id, 'r' || id, 'public', 'authorization_code', %2, %3, id"
        " FROM token_families WHERE application_id = %1");
    const Timestamp now = fixture.clock().now();
    for (const Application &each : {application, bystander}) {
        (void)take(fixture.run([&](Store &store) -> Result<qint64> {
            take(store.writer().begin());
            take(store.connection().change(
                sql.arg(QString::number(Tokens), QString::number(each.id), QString::number(now))));
            const qint64 rows = take(store.connection().change(
                tokens.arg(QString::number(each.id), QString::number(now), QString::number(now + 7'200'000))));
            store.writer().changes().noteEverything();
            return rows;
        }));
    }
    AccessToken probe;
    probe.domainId = DomainStore::DefaultId;
    probe.applicationId = bystander.id;
    probe.token = sha256Hex(QStringLiteral("bystander"));
    probe.createdAt = now;
    probe.expiresAt = now + 7'200'000;
    (void)take(fixture.run([probe](Store &store) { return store.tokens().insert(probe); }));
}

} // namespace

/// Revoking 100,000 pairs of one application in the window, while others are introspected.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QTemporaryDir folder;
    ConsoleFixture fixture(nullptr, folder.filePath(QStringLiteral("bench.db")));
    const Application target = fixture.addApplication(QStringLiteral("target"));
    const Application bystander = fixture.addApplication(QStringLiteral("bystander"));
    fill(fixture, target, bystander);
    Stalls stalls;
    fixture.server().start();
    if (!runUntil([&] { return fixture.server().state() == ServerController::State::Running; }, 20000))
        qFatal("The server does not start.");
    MainWindow window(fixture.console());
    window.resize(1280, 800);
    window.show();
    window.openPage(QStringLiteral("tokens"));
    RevocationPreview pane(fixture.store(), fixture.clock());
    pane.show();
    runFor(3000);
    Prober prober(fixture.server().port());
    prober.start();
    runFor(2000);
    stalls.forget();
    QElapsedTimer timer;
    timer.start();
    pane.ask({RevocationPick::Kind::Application, {target.id}}, target.name);
    auto *confirm = pane.findChild<QPushButton *>(QStringLiteral("confirmRevocation"));
    if (!runUntil([&] { return confirm->isEnabled(); }, 20000))
        qFatal("There is no preview.");
    print("preview of 100,000 pairs", double(timer.elapsed()), "ms", 500);
    runFor(1500);
    timer.start();
    confirm->click();
    auto *proof = pane.findChild<QPushButton *>(QStringLiteral("showProof"));
    if (!runUntil([&] { return proof->isVisible(); }, 60000))
        qFatal("It does not end: %s", qPrintable(pane.sentence()));
    print("revocation in one transaction", double(timer.elapsed()), "ms");
    runFor(3000);
    print("longest stall of the window", stalls.longest(), "ms", 16);
    print("  longest work of its thread at a stretch", stalls.longestWork(), "ms", 16);
    prober.stop();
    print("introspections meanwhile", double(prober.latencies.size()), "");
    print("  50th percentile", percentile(prober.latencies, 50), "ms");
    print("  99th percentile", percentile(prober.latencies, 99), "ms", 250);
    print("  longest", percentile(prober.latencies, 100), "ms");
    print("  failures", prober.failures, "");
    timer.start();
    proof->click();
    if (!runUntil([&] { return pane.sentence().startsWith(QLatin1String("Introspected")); }, 20000))
        qFatal("There is no proof.");
    print("proof", double(timer.elapsed()), "ms");
    std::printf("%s\n", qPrintable(pane.sentence()));
    return 0;
}
