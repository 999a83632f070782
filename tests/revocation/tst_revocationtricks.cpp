#include "tests/revocation/caseclient.h"
#include "tests/revocation/caseworld.h"

#include <QFile>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QTest>

using namespace Gatehouse;

/// Requests that are made to be misread. None may change anything, and no token may come to stand in the audit trail.
class TestRevocationTricks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void changesNothing_data();
    void changesNothing();
    void nullIsNoOrigin();

private:
    QJsonObject m_fixture;
};

static QJsonObject parsed(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        qFatal("A request of this test is no JSON: %s", json.constData());
    return document.object();
}

/// A form of the client "web", with `more` members.
static QJsonObject form(const char *path, const QByteArray &pairs, const QByteArray &more = {})
{
    return parsed(R"({"method":"POST","path":")" + QByteArray(path)
                  + R"(","content_type":"application/x-www-form-urlencoded","form":[)" + pairs + "]" + more + "}");
}

static QJsonObject order(const char *path, const QByteArray &json)
{
    return parsed(R"({"method":"POST","path":")" + QByteArray(path) + R"(","auth":{"bearer":"${ADMIN}"},"json":)" + json
                  + "}");
}

void TestRevocationTricks::initTestCase()
{
    QFile file(QStringLiteral(REVOCATION_DATA "/fixtures.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_fixture = QJsonDocument::fromJson(file.readAll()).object();
}

void TestRevocationTricks::changesNothing_data()
{
    QTest::addColumn<QJsonObject>("request");
    QTest::addColumn<int>("status");
    constexpr char Doorkeeper[] = "/oauth/revoke";
    constexpr char Oracle[] = "/oauth2/rest/token/revoke";
    constexpr char Preview[] = "/admin/v1/revocations/preview";
    constexpr char Orders[] = "/admin/v1/revocations";
    const QByteArray web = R"(,"auth":{"basic":["web","web-secret-1"]})";
    const QByteArray demo = R"(,"auth":{"basic":["DemoClientId","welcome1"]})";
    const QByteArray token = R"(["token","${R1}"])";
    QTest::newRow("two Authorization headers")
        << form(Doorkeeper, token, web + R"(,"headers":{"authorization":"Basic cml2YWw6cml2YWwtc2VjcmV0LTE="})") << 400;
    QTest::newRow("two domain headers") << form(Oracle, R"(["token","${R4}"])",
                                                demo + R"(,"headers":{"x-oauth-identity-domain-name":"DemoDomain",
                          "X-OAuth-Identity-Domain-Name":"OtherDomain"})")
                                        << 400;
    QTest::newRow("two domains in the query")
        << form(Oracle, R"(["token","${R4}"])",
                demo + R"(,"query":[["identityDomain","DemoDomain"],["identityDomain","OtherDomain"]])")
        << 400;
    QTest::newRow("a quote in the domain")
        << form(Oracle, R"(["token","${R4}"])", demo + R"(,"headers":{"x-oauth-identity-domain-name":"Demo' OR '1"})")
        << 400;
    QTest::newRow("a token where the level belongs")
        << form(Doorkeeper, token + R"(,["chaining_level","${R1}"])", web) << 400;
    QTest::newRow("a token where the hint belongs")
        << form(Doorkeeper, R"(["token","unknown"],["token_type_hint","${R1}"])", web) << 200;
    QTest::newRow("a token where the domain belongs")
        << form(Oracle, token, demo + R"(,"headers":{"x-oauth-identity-domain-name":"${R1}"})") << 400;
    QTest::newRow("a token in the path of a record")
        << parsed(R"({"method":"GET","path":"/admin/v1/revocations/A.B.C.D.E.F.G.H.I.J.K.L.M.N.O.P.Q.R.S.T.U.V.W"})")
        << 403;
    QTest::newRow("a token behind NUL") << form(Doorkeeper, R"(["token","${R1}\u0000"])", web) << 400;
    QTest::newRow("a token twice encoded")
        << form(Doorkeeper, R"(["token","%41${R1}"])", web) << 200; // one decoding leaves a percent sign: unknown
    QTest::newRow("a large body") << form(Doorkeeper, token + R"(,["x",")" + QByteArray(70000, 'x') + R"("])", web)
                                  << 413;
    QTest::newRow("a large hint") << form(
        Doorkeeper, R"(["token","unknown"],["token_type_hint",")" + QByteArray(30000, 'x') + R"("])", web)
                                  << 200;
    const auto select = [](const char *selector) -> QByteArray {
        return R"({"domain":"Default","no_preview":true,"reason":"x","selector":)" + QByteArray(selector) + "}";
    };
    QTest::newRow("a quote in a scope") << order(Orders, select(R"({"scope":"' OR 1 = 1 --"})")) << 400;
    QTest::newRow("only a quote in a scope") << order(Orders, select(R"({"scope":"'OR'1'='1"})")) << 200;
    QTest::newRow("a quote in a resource") << order(Orders, select(R"({"resource_server":"' OR 1 = 1 --"})")) << 200;
    QTest::newRow("NUL in a resource") << order(Orders, select(R"({"resource_server":"api\u0000"})")) << 400;
    QTest::newRow("a word of ours in a resource") << order(Preview, R"({"domain":"Default",
        "selector":{"resource_server":"REFRESH ACCESS"}})")
                                                  << 200;
    QTest::newRow("a moment without a zone") << order(Orders, R"({"domain":"Default","no_preview":true,
        "selector":{"user":"alice"},"issued_before":"2030-01-01T00:00:00"})")
                                             << 400;
    QTest::newRow("an order beside a plan") << order(Orders, R"({"plan_id":"plan_x","selector":{"all":true}})") << 400;
    QTest::newRow("no such plan") << order(Orders, R"({"plan_id":"${R1}"})") << 404;
    QTest::newRow("all without its confirmation") << order(Orders, select(R"({"all":true})")) << 400;
    QTest::newRow("all and more") << order(Orders, select(R"({"all":true,"user":"alice"})")) << 400;
    QTest::newRow("nothing selected") << order(Orders, select("{}")) << 400;
    QTest::newRow("an unknown member") << order(Orders, select(R"({"user":"alice","colour":"red"})")) << 400;
    QTest::newRow("a row number that is a text") << order(Orders, select(R"({"family":"1"})")) << 400;
    QTest::newRow("a plan by somebody else")
        << parsed(R"({"method":"POST","path":"/admin/v1/revocations","auth":{"basic":["alice","x"]},
            "json":{"domain":"Default","selector":{"user":"alice"},"no_preview":true}})")
        << 403;
}

void TestRevocationTricks::changesNothing()
{
    QFETCH(QJsonObject, request);
    QFETCH(int, status);
    CaseWorld world(m_fixture, {}, true);
    const CaseWorld::Snapshot before = world.snapshot();
    const Response response = CaseClient(world).send(request);
    QVERIFY2(response.status == status,
             qPrintable(QString::number(response.status) % u' ' % QString::fromUtf8(response.body)));
    QVERIFY(world.snapshot() == before);
    QStringList trail;
    world.inStore([&](Store &store) {
        take(store.connection().read(QStringLiteral("SELECT actor || subject || reason || details FROM audit_events"),
                                     [&](const QSqlQuery &row) { trail.append(row.value(0).toString()); }));
        return true;
    });
    const QString written = trail.join(u'\n');
    QVERIFY(written.size() < 4000);
    for (const char *secret : {"${R1}", "${R4}", "web-secret-1", "A.B.C.D.E.F.G.H.I.J.K"})
        QVERIFY2(!written.contains(world.substituted(QString::fromLatin1(secret))), qPrintable(written));
}

void TestRevocationTricks::nullIsNoOrigin()
{
    CaseWorld world(m_fixture, {}, true);
    const QJsonObject request
        = form("/oauth/revoke", R"(["token","unknown"],["client_id","spa"])", R"(,"headers":{"Origin":"null"})");
    const Response response = CaseClient(world).send(request);
    QCOMPARE(response.status, 200);
    QVERIFY(!hasHeader(response.headers, "Access-Control-Allow-Origin"));
    QVERIFY(response.header("Vary").contains("Origin"));
}

QTEST_GUILESS_MAIN(TestRevocationTricks)
#include "tst_revocationtricks.moc"
