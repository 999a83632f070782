#include "tests/app/httpclient.h"
#include "tests/app/programrun.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

#include <csignal>

#include <sysexits.h>

namespace {

const QByteArray SampleClient = "9b36d8c0db59eff5038aea7a417d73e69aea75b41aac771816d2ef1b3109cc2f:"
                                "d6ea27703957b69939b8104ed4524595e210cd2e79af587744a7eb6e58f5b3d2";

/// What the server has confirmed before it was killed.
struct Acknowledged
{
    std::vector<QByteArray> issued;
    std::vector<QByteArray> revoked;
};

/// Issues tokens, and revokes every second one, until the server is gone.
void load(quint16 port, Acknowledged &result, std::atomic<int> &total)
{
    HttpClient client(port);
    for (bool revokes = false;; revokes = !revokes) {
        const HttpClient::Answer issued = client.post("/oauth/token", "grant_type=client_credentials", SampleClient);
        if (issued.status != 200)
            return;
        const QByteArray token = issued.text("access_token").toLatin1();
        ++total;
        if (!revokes) {
            result.issued.push_back(token);
            continue;
        }
        // Between request and answer the token is in neither list.
        if (client.post("/oauth/revoke", "token=" + token, SampleClient).status != 200)
            return;
        result.revoked.push_back(token);
    }
}

QString integrityOf(const QString &file)
{
    QString answer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("check"));
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(QStringLiteral("PRAGMA integrity_check"), database);
            answer = query.next() ? query.value(0).toString() : QString();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("check"));
    return answer;
}

} // namespace

/// kill -9 under load: what was acknowledged stays true.
class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItAcknowledged();
};

void TestCrash::keepsWhatItAcknowledged()
{
    constexpr int Clients = 8;
    constexpr int EnoughTokens = 400;

    const QTemporaryDir home;
    const QString file = home.filePath(QStringLiteral("x.db"));
    const QStringList arguments {QStringLiteral("--demo"), QStringLiteral("--database"), file};
    std::vector<Acknowledged> acknowledged(Clients);
    {
        ProgramRun run(home);
        const quint16 port = run.serve(arguments);
        QVERIFY2(port != 0, qPrintable(run.complaints()));
        std::atomic<int> total = 0;
        std::vector<std::thread> clients;
        for (Acknowledged &each : acknowledged)
            clients.emplace_back(load, port, std::ref(each), std::ref(total));
        const bool isLoaded = QTest::qWaitFor([&total] { return total >= EnoughTokens; }, 60000);
        run.kill();
        for (std::thread &client : clients)
            client.join();
        QVERIFY(isLoaded);
    }

    ProgramRun run(home);
    HttpClient client(run.serve(arguments));
    const auto isActive = [&client](const QByteArray &token) {
        return client.post("/oauth/introspect", "token=" + token, SampleClient).json().value(QLatin1String("active"));
    };
    for (const Acknowledged &each : acknowledged) {
        for (const QByteArray &token : each.issued)
            QCOMPARE(isActive(token), QJsonValue(true));
        for (const QByteArray &token : each.revoked)
            QCOMPARE(isActive(token), QJsonValue(false));
    }
    run.signal(SIGTERM);
    QCOMPARE(run.exitCode(), EX_OK);
    QCOMPARE(integrityOf(file), QStringLiteral("ok"));
}

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
