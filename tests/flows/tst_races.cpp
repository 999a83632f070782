#include "models/records/accessgrant.h"
#include "models/secrets/digest.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "models/store/grantstore.h"
#include "models/store/userstore.h"
#include "tests/flows/flowserver.h"
#include "tests/flows/socketclient.h"

#include <QTest>

#include <algorithm>
#include <latch>
#include <thread>
#include <vector>

using namespace Gatehouse;

using Fields = SocketClient::Fields;

/// Many clients that want the same thing in the same moment (security.md section 5, "nothing usable twice").
class TestRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneCodeFiftyTimes();
    void oneRefreshTokenFiftyTimes();
    void wrongPasswordsAllAtOnce();

private:
    static constexpr int Clients = 50;

    std::vector<Response> allAtOnce(const QByteArray &path, const Fields &fields);
    QString newCode();
    bool isActive(const QString &token);

    std::unique_ptr<FlowServer> m_server;
};

static Fields asWeb(const Fields &fields)
{
    return Fields {{QStringLiteral("client_id"), QStringLiteral("web")},
                   {QStringLiteral("client_secret"), QString::fromLatin1(FlowServer::Secret)}}
    + fields;
}

static Fields redemption(const QString &code)
{
    return asWeb({{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                  {QStringLiteral("code"), code},
                  {QStringLiteral("redirect_uri"), QString::fromLatin1(FlowServer::WebUri)}});
}

static int countOf(const std::vector<Response> &answers, int status)
{
    return int(std::count_if(answers.begin(), answers.end(),
                             [status](const Response &answer) { return answer.status == status; }));
}

static QString winnersToken(const std::vector<Response> &answers)
{
    for (const Response &answer : answers) {
        if (answer.status == 200)
            return jsonIn(answer).value(u"access_token").toString();
    }
    return {};
}

void TestRaces::initTestCase()
{
    Policy policy;
    policy.grantTypes.append(QStringLiteral("password"));
    m_server = std::make_unique<FlowServer>(policy);
}

/// The answers to the same request from as many connections, sent at the same time.
std::vector<Response> TestRaces::allAtOnce(const QByteArray &path, const Fields &fields)
{
    std::vector<Response> answers(Clients);
    std::latch start(Clients);
    std::vector<std::thread> threads;
    for (Response &answer : answers) {
        threads.emplace_back([&] {
            SocketClient client(m_server->port());
            client.get("/.well-known/oauth-authorization-server"); // connected before the start
            start.arrive_and_wait();
            answer = client.post(path, fields);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return answers;
}

QString TestRaces::newCode()
{
    static int count = 0;
    const QString code = QStringLiteral("code-%1").arg(++count);
    m_server->inStore([&code](Store &store) {
        AccessGrant grant;
        grant.domainId = DomainStore::DefaultId;
        grant.applicationId = take(store.applications().findByUid(grant.domainId, QStringLiteral("web")))->id;
        grant.resourceOwnerId
            = take(store.users().findByEmail(grant.domainId, QString::fromLatin1(FlowServer::Email)))->id;
        grant.token = sha256Hex(code);
        grant.redirectUri = QString::fromLatin1(FlowServer::WebUri);
        grant.scopes = QStringLiteral("public");
        grant.createdAt = store.clock().now();
        grant.expiresIn = 60;
        grant.expiresAt = grant.createdAt + 60000;
        take(store.grants().insert(grant));
        return store.writer().flush();
    });
    return code;
}

bool TestRaces::isActive(const QString &token)
{
    SocketClient client(m_server->port());
    return jsonIn(client.post("/oauth/introspect", asWeb({{QStringLiteral("token"), token}})))
        .value(u"active")
        .toBool();
}

void TestRaces::oneCodeFiftyTimes()
{
    const std::vector<Response> answers = allAtOnce("/oauth/token", redemption(newCode()));
    QCOMPARE(countOf(answers, 200), 1);
    QCOMPARE(countOf(answers, 400), Clients - 1);
    QVERIFY(!isActive(winnersToken(answers))); // the others were replays
}

void TestRaces::oneRefreshTokenFiftyTimes()
{
    SocketClient client(m_server->port());
    const Response issued = client.post("/oauth/token", redemption(newCode()));
    const QString refresh = jsonIn(issued).value(u"refresh_token").toString();
    QVERIFY(!refresh.isEmpty());
    const std::vector<Response> answers
        = allAtOnce("/oauth/token",
                    asWeb({{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                           {QStringLiteral("refresh_token"), refresh}}));
    QCOMPARE(countOf(answers, 200), 1);
    QCOMPARE(countOf(answers, 400), Clients - 1);
    QVERIFY(!isActive(winnersToken(answers)));
    QVERIFY(!isActive(jsonIn(issued).value(u"access_token").toString()));
}

/// However many guesses are sent at once, no more than ten learn that they were wrong.
void TestRaces::wrongPasswordsAllAtOnce()
{
    const Fields guess = asWeb({{QStringLiteral("grant_type"), QStringLiteral("password")},
                                {QStringLiteral("username"), QString::fromLatin1(FlowServer::Email)},
                                {QStringLiteral("password"), QStringLiteral("wrong")}});
    const std::vector<Response> answers = allAtOnce("/oauth/token", guess);
    QCOMPARE(countOf(answers, 400), 10);
    QCOMPARE(countOf(answers, 400) + countOf(answers, 429) + countOf(answers, 503), Clients);
}

QTEST_GUILESS_MAIN(TestRaces)
#include "tst_races.moc"
