#include "tests/revocation/caseclient.h"
#include "tests/revocation/caseworld.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QTest>

using namespace Gatehouse;

/// A store that fails in the middle of a revocation (revocation.md section 5.5, invariant 1): 503 in the dialect's shape,
/// nothing changed, a record afterwards, and all is well once the fault is gone.
class TestRevocationFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void atEachRow_data();
    void atEachRow();
    void atCommit_data() { addRequests(); }
    void atCommit();
    void lockedByAnother_data() { addRequests(); }
    void lockedByAnother();
    void diskFull_data() { addRequests(); }
    void diskFull();
    void readersHardlyWaitForALock();
    void refusalLostAtCommitIsRecorded();

private:
    static void addRequests();
    std::unique_ptr<CaseWorld> newWorld() const;
    /// Sends the request, which must fail without a trace; leaves the fault in place.
    void expectFailure(CaseWorld &world, const QJsonObject &request);
    /// With the fault gone: the record appears, and the same request is served.
    void expectRecovery(CaseWorld &world, const QJsonObject &request);

    QJsonObject m_fixture;
};

static QJsonObject parsed(const char *json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        qFatal("A request of this test is no JSON: %s", json);
    return document.object();
}

static const QList<std::pair<const char *, const char *>> Requests {
    {"doorkeeper", R"({"method":"POST","path":"/oauth/revoke","auth":{"basic":["web","web-secret-1"]},
        "content_type":"application/x-www-form-urlencoded",
        "form":[["token","${R1}"],["chaining_level","RELATED_CONSENT"]]})"},
    {"kustvakt", R"({"method":"POST","path":"/api/v1.0/oauth2/revoke",
        "content_type":"application/x-www-form-urlencoded",
        "form":[["client_id","web"],["client_secret","web-secret-1"],["token","${R1}"]]})"},
    {"oam", R"({"method":"POST","path":"/oauth2/rest/token/revoke","auth":{"basic":["DemoClientId","welcome1"]},
        "headers":{"x-oauth-identity-domain-name":"DemoDomain"},"content_type":"application/x-www-form-urlencoded",
        "form":[["token","${R4}"],["chaining_level","RELATED_CONSENT"]]})"},
    {"super", R"({"method":"POST","path":"/api/v1.0/oauth2/revoke/super","auth":{"user":"alice"},
        "content_type":"application/x-www-form-urlencoded",
        "form":[["super_client_id","front"],["super_client_secret","front-secret-1"],["token","${R1}"]]})"},
    {"super all", R"({"method":"POST","path":"/api/v1.0/oauth2/revoke/super/all","auth":{"user":"alice"},
        "content_type":"application/x-www-form-urlencoded",
        "form":[["super_client_id","front"],["super_client_secret","front-secret-1"],["client_id","web"]]})"},
    {"admin", R"({"method":"POST","path":"/admin/v1/revocations","auth":{"bearer":"${ADMIN}"},
        "json":{"domain":"Default","selector":{"user":"alice"},"include_consents":true,"no_preview":true,
                "reason":"laptop lost"}})"},
    {"oam consents", R"({"method":"POST","path":"/oam/services/rest/consent/revoke",
        "auth":{"basic":["admin","admin-pass-1"]},"headers":{"x-oauth-identity-domain-name":"DemoDomain"},
        "content_type":"application/x-www-form-urlencoded","form":[["userId","alice"]]})"}};

void TestRevocationFaults::addRequests()
{
    QTest::addColumn<QJsonObject>("request");
    for (const auto &[name, request] : Requests)
        QTest::newRow(name) << parsed(request);
}

void TestRevocationFaults::initTestCase()
{
    QFile file(QStringLiteral(REVOCATION_DATA "/fixtures.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_fixture = QJsonDocument::fromJson(file.readAll()).object();
}

std::unique_ptr<CaseWorld> TestRevocationFaults::newWorld() const
{
    return std::make_unique<CaseWorld>(m_fixture, QJsonObject(), true);
}

void TestRevocationFaults::expectFailure(CaseWorld &world, const QJsonObject &request)
{
    const CaseWorld::Snapshot before = world.snapshot();
    const Response response = CaseClient(world).send(request);
    QCOMPARE(response.status, 503);
    QVERIFY(response.header("Retry-After").toInt() > 0);
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    QCOMPARE(body.value(QLatin1String("error")).toString(), QStringLiteral("temporarily_unavailable"));
    const QString path = request.value(QLatin1String("path")).toString();
    const bool isOracles = path.startsWith(u"/oam/") || path.startsWith(u"/oauth2/rest/");
    QCOMPARE(body.value(QLatin1String("errorCode")).toString() == u"temporarily_unavailable", isOracles);
    QVERIFY(world.snapshot() == before);
}

void TestRevocationFaults::expectRecovery(CaseWorld &world, const QJsonObject &request)
{
    QList<QJsonObject> records;
    QTRY_VERIFY_WITH_TIMEOUT(!(records = world.separateRecords()).isEmpty(), 5000);
    const QJsonObject record = records.constLast();
    QCOMPARE(record.value(QLatin1String("outcome")).toString(), QStringLiteral("store_unavailable"));
    QCOMPARE(record.value(QLatin1String("http_status")).toInt(), 503);
    QVERIFY(record.value(QLatin1String("revoked")).toObject().value(QLatin1String("refresh")).toInt() == 0);
    QVERIFY(!QJsonDocument(record).toJson().contains(world.substituted(QStringLiteral("${R1}")).toUtf8()));
    const CaseWorld::Snapshot before = world.snapshot();
    QCOMPARE(CaseClient(world).send(request).status, 200);
    QVERIFY(!(world.snapshot() == before));
    const QList<QJsonObject> done = world.newAuditRecords();
    QCOMPARE(done.size(), 1);
    QCOMPARE(done.constFirst().value(QLatin1String("outcome")).toString(), QStringLiteral("revoked"));
}

void TestRevocationFaults::atEachRow_data()
{
    QTest::addColumn<QJsonObject>("request");
    QTest::addColumn<QString>("event");
    for (const auto &[name, request] : Requests) {
        for (const char *event : {"UPDATE ON main.oauth_access_tokens", "UPDATE ON main.token_families",
                                  "UPDATE ON main.oauth_access_grants", "UPDATE ON main.consents",
                                  "INSERT ON main.audit_events", "UPDATE ON main.audit_events"})
            QTest::addRow("%s, %s", name, event) << parsed(request) << QString::fromLatin1(event);
    }
}

/// The statement that changes row n fails, for each n until there is none; what it had changed before is kept by the
/// engine, so it is for us to undo it.
void TestRevocationFaults::atEachRow()
{
    constexpr int Enough = 100;
    QFETCH(QJsonObject, request);
    QFETCH(QString, event);
    const auto world = newWorld();
    const CaseWorld::Snapshot before = world->snapshot();
    int n = 1;
    for (; n < Enough; ++n) {
        world->inStore([&](Store &store) {
            Connection &connection = store.connection();
            take(connection.execute("CREATE TEMP TABLE IF NOT EXISTS fault (rows INTEGER)"));
            take(connection.execute("DELETE FROM fault"));
            take(connection.execute(QStringLiteral("INSERT INTO fault VALUES (%1)").arg(n)));
            take(connection.execute(u"CREATE TEMP TRIGGER failing AFTER " % event
                                    % u" BEGIN UPDATE fault SET rows = rows - 1;"
                                      " SELECT RAISE(FAIL, 'disk I/O error') FROM fault WHERE rows <= 0; END"));
            return true;
        });
        const bool hasFailed = CaseClient(*world).send(request).status == 503;
        if (!hasFailed)
            break;
        QVERIFY(world->snapshot() == before);
        expectFailure(*world, request);
        world->mend();
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(n < Enough);
    QVERIFY(!(world->snapshot() == before)); // the row after the last: nothing failed, all was done
    world->mend();
    if (n > 1)
        QTRY_VERIFY_WITH_TIMEOUT(!world->separateRecords().isEmpty(), 5000);
    if (event == u"INSERT ON main.audit_events" || event == u"UPDATE ON main.audit_events")
        QVERIFY(n > 1);
}

void TestRevocationFaults::atCommit()
{
    QFETCH(QJsonObject, request);
    const auto world = newWorld();
    world->inStore([](Store &store) {
        Connection &connection = store.connection();
        take(connection.execute("CREATE TABLE fault_parent (id INTEGER PRIMARY KEY)"));
        take(connection.execute("CREATE TABLE fault_child (parent INTEGER REFERENCES fault_parent (id)"
                                " DEFERRABLE INITIALLY DEFERRED)"));
        take(connection.execute("CREATE TEMP TRIGGER failing AFTER INSERT ON main.audit_events BEGIN"
                                " INSERT INTO fault_child VALUES (1); END"));
        return true;
    });
    expectFailure(*world, request);
    world->mend();
    expectRecovery(*world, request);
}

void TestRevocationFaults::lockedByAnother()
{
    QFETCH(QJsonObject, request);
    const auto world = newWorld();
    // Signed in before: to sign in writes too.
    QJsonObject prepared = request;
    const QString user = request.value(QLatin1String("auth")).toObject().value(QLatin1String("user")).toString();
    if (!user.isEmpty()) {
        prepared.remove(QLatin1String("auth"));
        prepared.insert(QLatin1String("headers"),
                        QJsonObject {{QStringLiteral("Cookie"), QString::fromLatin1(world->cookieOf(user))}});
    }
    world->prepare({{QStringLiteral("kind"), QStringLiteral("store_busy")}});
    expectFailure(*world, prepared);
    expectFailure(*world, prepared);
    world->mend();
    expectRecovery(*world, prepared);
}

void TestRevocationFaults::diskFull()
{
    QFETCH(QJsonObject, request);
    const auto world = newWorld();
    QJsonObject prepared = request;
    const QString user = request.value(QLatin1String("auth")).toObject().value(QLatin1String("user")).toString();
    if (!user.isEmpty()) {
        prepared.remove(QLatin1String("auth"));
        prepared.insert(QLatin1String("headers"),
                        QJsonObject {{QStringLiteral("Cookie"), QString::fromLatin1(world->cookieOf(user))}});
    }
    world->inStore([](Store &store) {
        Connection &connection = store.connection();
        store.writer().flush();
        qint64 pages = 0;
        take(connection.read(QStringLiteral("PRAGMA page_count"),
                             [&](const QSqlQuery &row) { pages = row.value(0).toLongLong(); }));
        take(connection.execute(QStringLiteral("PRAGMA max_page_count = %1").arg(pages)));
        for (const int bytes : {1500, 300, 50, 1}) {
            const QString fill
                = QStringLiteral("INSERT INTO audit_events (occurred_at, actor, action, subject, details)"
                                 " VALUES (1, '', '', '', hex(zeroblob(%1)))")
                      .arg(bytes);
            while (connection.execute(fill)) { }
        }
        connection.forgetLostTransaction();
        return true;
    });
    expectFailure(*world, prepared);
    expectFailure(*world, prepared);
    world->inStore([](Store &store) { return store.connection().execute("PRAGMA max_page_count = 1000000").isOk(); });
    expectRecovery(*world, prepared);
}

/// All requests are handled in one thread: while it waits for a lock, those that only read wait too.
void TestRevocationFaults::readersHardlyWaitForALock()
{
    const auto world = newWorld();
    const QJsonObject revocation = parsed(Requests.constFirst().second);
    const QJsonObject introspection = parsed(R"({"method":"POST","path":"/oauth/introspect",
        "auth":{"basic":["web","web-secret-1"]},"content_type":"application/x-www-form-urlencoded",
        "form":[["token","${A1}"]]})");
    world->prepare({{QStringLiteral("kind"), QStringLiteral("store_busy")}});
    constexpr int Rounds = 20;
    qint64 longest = 0;
    qint64 sum = 0;
    for (int round = 0; round < Rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const QList<Response> responses = CaseClient(*world).sendTogether({revocation, introspection});
        longest = std::max(longest, timer.elapsed());
        sum += timer.elapsed();
        QCOMPARE(responses.at(0).status, 503);
        QVERIFY(responses.at(1).body.contains("\"active\":true"));
    }
    qInfo("A revocation and an introspection under a foreign lock: %lld ms at most, %lld ms on average.", longest,
          sum / Rounds);
    QVERIFY(longest < 2500);
    QVERIFY(sum / Rounds < 300);
}

void TestRevocationFaults::refusalLostAtCommitIsRecorded()
{
    const auto world = newWorld();
    QJsonObject request = parsed(Requests.at(2).second);
    request.insert(QLatin1String("auth"), parsed(R"({"basic":["DemoClientId","wrong"]})"));
    world->inStore([](Store &store) {
        Connection &connection = store.connection();
        take(connection.execute("CREATE TABLE fault_parent (id INTEGER PRIMARY KEY)"));
        take(connection.execute("CREATE TABLE fault_child (parent INTEGER REFERENCES fault_parent (id)"
                                " DEFERRABLE INITIALLY DEFERRED)"));
        take(connection.execute("CREATE TEMP TRIGGER failing AFTER INSERT ON main.audit_events BEGIN"
                                " INSERT INTO fault_child VALUES (1); END"));
        return true;
    });
    expectFailure(*world, request);
    world->mend();
    QTRY_VERIFY_WITH_TIMEOUT(!world->separateRecords().isEmpty(), 5000);
}

QTEST_GUILESS_MAIN(TestRevocationFaults)
#include "tst_revocationfaults.moc"
