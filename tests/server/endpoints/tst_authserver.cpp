#include "authfixture.h"

#include "server/exchangerecorder.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Gatehouse;

/// Routes, methods, hosts, records, and promises about every request.
class AuthServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routes_data();
    void routes();
    void tellsWhichMethodsItServes();
    void answersOnlyForItsHosts_data();
    void answersOnlyForItsHosts();
    void recordsExchanges();
    void recordsSomeOfManyExchanges();
    void pathsShowNumbersOnly();
    void recordsNoSecrets();
    void recordsNothingWhenToldSo();
    void neverFailsOnHostileRequests();
};

void AuthServerTest::routes_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Method>("method");
    QTest::addColumn<int>("status");
    const QString s = QStringLiteral("standard");
    const QString d = QStringLiteral("doorkeeper");
    QTest::newRow("exact") << s << QByteArray("/oauth/token") << Method::Post << 400;
    QTest::newRow("slash") << s << QByteArray("/oauth/token/") << Method::Post << 400;
    QTest::newRow("two slashes") << s << QByteArray("/oauth/token//") << Method::Post << 404;
    QTest::newRow("doubled slash") << s << QByteArray("//oauth/token") << Method::Post << 404;
    QTest::newRow("case") << s << QByteArray("/OAuth/token") << Method::Post << 404;
    QTest::newRow("escaped") << s << QByteArray("/oauth/%74oken") << Method::Post << 404;
    QTest::newRow("dots") << s << QByteArray("/oauth/x/../token") << Method::Post << 404;
    QTest::newRow("empty") << s << QByteArray("") << Method::Get << 404;
    QTest::newRow("suffix") << s << QByteArray("/oauth/token.json") << Method::Post << 404;
    QTest::newRow("unknown") << s << QByteArray("/oauth/nothing") << Method::Get << 404;
    QTest::newRow("wrong method") << s << QByteArray("/oauth/token") << Method::Get << 405;
    QTest::newRow("unknown method") << s << QByteArray("/oauth/token") << Method::Other << 405;
    QTest::newRow("HEAD is GET") << s << QByteArray("/oauth/token/info") << Method::Head << 401;
    QTest::newRow("doorkeeper: suffix") << d << QByteArray("/oauth/token.json") << Method::Post << 400;
    QTest::newRow("doorkeeper: suffix and slash") << d << QByteArray("/oauth/token.json/") << Method::Post << 400;
    QTest::newRow("doorkeeper: odd suffix") << d << QByteArray("/oauth/token.x-y") << Method::Post << 404;
    QTest::newRow("doorkeeper: wrong method") << d << QByteArray("/oauth/token") << Method::Get << 404;
}

void AuthServerTest::routes()
{
    QFETCH(QString, profile);
    QFETCH(QByteArray, path);
    QFETCH(Method, method);
    QFETCH(int, status);
    AuthFixture auth(profile);
    Request request;
    request.method = method;
    request.path = path;
    QCOMPARE(auth.send(request).status(), status);
}

void AuthServerTest::tellsWhichMethodsItServes()
{
    AuthFixture auth;
    Request request;
    request.method = Method::Delete;
    request.path = "/oauth/token";
    QCOMPARE(auth.send(request).header("Allow"), QByteArray("POST, OPTIONS"));
    request.method = Method::Options;
    const Answer options = auth.send(request);
    QCOMPARE(options.status(), 204);
    QCOMPARE(options.header("Allow"), QByteArray("POST, OPTIONS"));
    request.path = "/oauth/authorize";
    QCOMPARE(auth.send(request).header("Allow"), QByteArray("GET, HEAD, POST, DELETE, OPTIONS"));
}

void AuthServerTest::answersOnlyForItsHosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("own") << QByteArray("127.0.0.1:6749") << 400;
    QTest::newRow("other port") << QByteArray("127.0.0.1:80") << 421;
    QTest::newRow("no port") << QByteArray("127.0.0.1") << 421;
    QTest::newRow("foreign") << QByteArray("evil.example:6749") << 421;
    QTest::newRow("trailing dot") << QByteArray("127.0.0.1.:6749") << 421;
    QTest::newRow("empty") << QByteArray("") << 421;
}

void AuthServerTest::answersOnlyForItsHosts()
{
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    AuthFixture auth;
    QCOMPARE(auth.post("/oauth/token", {}, {{"Host", host}}).status(), status);
    QCOMPARE(auth.get("/nothing", {{"Host", host}}).status(), status == 421 ? 421 : 404);
}

void AuthServerTest::recordsExchanges()
{
    AuthFixture auth;
    QList<Exchange> heard;
    auth.server().setExchangeListener([&](const Exchange &exchange) { heard.append(exchange); });
    auth.pair();
    auth.token({{"grant_type", "refresh_token"}, {"refresh_token", "never"}, {"state", "s"}});
    QCOMPARE(heard.size(), 2);
    const Exchange &good = heard.first();
    QCOMPARE(good.endpoint, QStringLiteral("token"));
    QCOMPARE(good.path, QStringLiteral("/oauth/token"));
    QCOMPARE(good.method, QByteArray("POST"));
    QCOMPARE(good.clientId, QStringLiteral("client"));
    QCOMPARE(good.status, 200);
    QVERIFY(std::any_of(good.statements.begin(), good.statements.end(), [](const SqlTrace &each) {
        return each.sql.startsWith(QStringLiteral("INSERT INTO oauth_access_tokens")) && each.rows == 1;
    }));
    QVERIFY(good.grantId != 0 && good.familyId != 0 && good.responseBytes > 0);
    QCOMPARE(auth.count(QStringLiteral("oauth_access_tokens WHERE exchange_id = %1").arg(good.id)), 1);
    const Exchange &bad = heard.last();
    QCOMPARE(bad.error, QStringLiteral("invalid_grant"));
    QCOMPARE(bad.state, QStringLiteral("s"));
    QCOMPARE(bad.checks.last().rule, QStringLiteral("refresh token known"));
    QVERIFY(!bad.checks.last().passed && bad.checks.first().passed);
    QCOMPARE(bad.checks.last().reference, QStringLiteral("RFC 6749 5.2"));
    QTRY_COMPARE(auth.count("exchanges"), 2);
}

/// A crowd is counted, and recorded as far as somebody could look at it.
void AuthServerTest::recordsSomeOfManyExchanges()
{
    AuthFixture auth;
    qint64 heard = 0;
    qint64 unrecorded = 0;
    auth.server().setExchangeListener([&](const Exchange &exchange) {
        ++heard;
        unrecorded += exchange.unrecorded;
    });
    constexpr int Crowd = 5 * ExchangeRecorder::Burst;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < Crowd; ++i)
        auth.get("/oauth/token/info");
    const qint64 most = ExchangeRecorder::Burst + 1 + timer.elapsed() * ExchangeRecorder::PerSecond / 1000;
    QVERIFY(heard >= ExchangeRecorder::Burst);
    QVERIFY2(heard <= most, qPrintable(QStringLiteral("%1 of %2").arg(heard).arg(most)));
    QTest::qWait(2 * 1000 / ExchangeRecorder::PerSecond + 1); // now one is recorded again
    auth.get("/oauth/token/info");
    QCOMPARE(heard + unrecorded, Crowd + 1);
    QTRY_COMPARE_WITH_TIMEOUT(auth.count("exchanges"), heard, 20000);
}

void AuthServerTest::pathsShowNumbersOnly()
{
    AuthFixture auth;
    QStringList paths;
    auth.server().setExchangeListener([&](const Exchange &exchange) { paths.append(exchange.path); });
    for (const char *path : {"/oauth/applications/12/edit", "/oauth/applications/12", "/oauth/authorize/abc",
                             "/oauth/authorize/1234567890123456789"})
        auth.get(path);
    const QStringList expected {QStringLiteral("/oauth/applications/12/edit"), QStringLiteral("/oauth/applications/12"),
                                QStringLiteral("/oauth/authorize/*"), QStringLiteral("/oauth/authorize/*")};
    QCOMPARE(paths, expected);
}

void AuthServerTest::recordsNoSecrets()
{
    AuthFixture auth(QStringLiteral("wiki"));
    QString record;
    auth.server().setExchangeListener([&](const Exchange &exchange) {
        record += exchange.path + exchange.clientId + exchange.error + exchange.state;
        for (const auto &[name, value] : exchange.parameters)
            record += name + u'=' + value + u'\n';
        for (const Check &check : exchange.checks)
            record += check.rule + check.expected + check.received + u'\n';
        for (const SqlTrace &statement : exchange.statements)
            record += statement.sql + u'\n';
        record += exchange.redirect + u'\n';
    });
    const QString code = auth.code();
    const Form redemption {{"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", Callback}};
    const Answer pair = auth.token(redemption);
    auth.token(redemption + Form {{"code_verifier", "verifier-1"}});
    auth.token({{"grant_type", "password"}, {"username", "user@example.com"}, {"password", "password"}});
    auth.introspect(pair.text("access_token"));
    auth.tokenInfo(pair.text("access_token"));
    auth.token({{"grant_type", "refresh_token"}, {"refresh_token", pair.text("refresh_token")}});
    auth.revoke(pair.text("refresh_token"));
    auth.get("/oauth/authorize/" + code.toLatin1());
    auth.get("/oauth/authorize/" + code.toLatin1() + '/');
    auth.get("/oauth/token/" + pair.text("access_token").toLatin1());
    auth.post("/oauth/token", {{pair.text("access_token"), ""}});
    QVERIFY(record.contains(QStringLiteral("grant_type=authorization_code")));
    for (const QString &secret :
         {code, pair.text("access_token"), pair.text("refresh_token"), QStringLiteral("verifier-1")})
        QVERIFY2(!record.contains(secret), qPrintable(secret));
    QVERIFY(record.contains(QStringLiteral("client_secret=[FILTERED]")));
    QVERIFY(record.contains(QStringLiteral("password=[FILTERED]")));
}

void AuthServerTest::recordsNothingWhenToldSo()
{
    TestStore store;
    Deployment deployment;
    deployment.hosts = QStringList {QStringLiteral("h")};
    deployment.recordExchanges = false;
    AuthServer server(*store, deployment);
    int heard = 0;
    server.setExchangeListener([&](const Exchange &) { ++heard; });
    Request request;
    request.path = "/oauth/token/info";
    request.headers = {{"Host", "h"}};
    QCOMPARE(server.handle(request).status, 401);
    QCOMPARE(heard, 0);
}

void AuthServerTest::neverFailsOnHostileRequests()
{
    // Two thousand seeded mutations of good requests: an answer below 500 each time.
    for (const QString &profile : {QStringLiteral("standard"), QStringLiteral("wiki")}) {
        AuthFixture auth(profile);
        QRandomGenerator random(6749);
        const QByteArrayList paths {"/oauth/token",      "/oauth/introspect", "/oauth/revoke",
                                    "/oauth/token/info", "/oauth/authorize",  "/login",
                                    "/logout",           "/oauth/authorize/x"};
        const QByteArrayList bodies {
            "grant_type=authorization_code&code=x&redirect_uri=y&code_verifier=z&client_id=client&client_secret=secret",
            "grant_type=refresh_token&refresh_token=%C3%A4&client_id=public",
            "token=abc&client_id=client&client_secret=secret",
            R"({"grant_type":"client_credentials","client_id":"client","client_secret":"secret","x":{"y":1}})",
            "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nx\r\n--b--"};
        const QByteArrayList types {"application/x-www-form-urlencoded", "application/json",
                                    "multipart/form-data; boundary=b"};
        const auto mutate = [&](QByteArray text) {
            for (int i = 0; i < 4 && !text.isEmpty(); ++i) {
                if (random.bounded(2))
                    text[random.bounded(text.size())] = char(random.bounded(256));
            }
            return text;
        };
        const auto any = [&](const QByteArrayList &list) { return list[random.bounded(list.size())]; };
        for (int i = 0; i < 1000; ++i) {
            Request request;
            request.method = Method(random.bounded(8));
            request.path = mutate(any(paths));
            request.query = random.bounded(4) ? QByteArray() : mutate(any(bodies));
            request.headers = {{"Content-Type", mutate(any(types))},
                               {"Authorization", mutate("Basic " + QByteArray("client:secret").toBase64())},
                               {"Cookie", mutate("gatehouse=abc; x=y")}};
            request.body = mutate(any(bodies));
            const Answer answer = auth.send(request);
            QVERIFY2(answer.status() >= 200 && answer.status() < 500,
                     qPrintable(QStringLiteral("%1: %2 %3")
                                    .arg(answer.status())
                                    .arg(QString::fromLatin1(request.path), QString::fromLatin1(request.body))));
        }
    }
}

QTEST_GUILESS_MAIN(AuthServerTest)
#include "tst_authserver.moc"
