#include "tests/flows/flowserver.h"
#include "tests/flows/socketclient.h"
#include "tests/load/crowd.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Gatehouse;

using Fields = SocketClient::Fields;

/// Many clients that want the same thing in the same moment (security.md section 5, "nothing usable twice").
class TestRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneCode();
    void oneRefreshToken();
    void wrongPasswords();

private:
    static constexpr int Clients = 50;
    static constexpr int Rounds = 200;

    QByteArray fault(const std::vector<Response> &answers);
    bool isActive(const QString &token);

    QTemporaryDir m_folder;
    std::unique_ptr<FlowServer> m_server;
    std::unique_ptr<Crowd> m_crowd;
};

static Fields asWeb(const Fields &fields)
{
    return Fields {{QStringLiteral("client_id"), QStringLiteral("web")},
                   {QStringLiteral("client_secret"), QString::fromLatin1(FlowServer::Secret)}}
    + fields;
}

static int countOf(const std::vector<Response> &answers, int status)
{
    return int(std::count_if(answers.begin(), answers.end(),
                             [status](const Response &answer) { return answer.status == status; }));
}

static QByteArray inRound(int round, const QByteArray &fault)
{
    return "round " + QByteArray::number(round) + ": " + fault;
}

void TestRaces::initTestCase()
{
    Policy policy;
    policy.grantTypes.append(QStringLiteral("password"));
    m_server = std::make_unique<FlowServer>(policy, m_folder.filePath(QStringLiteral("gatehouse.db")));
    m_crowd = std::make_unique<Crowd>(m_server->port(), Clients);
}

bool TestRaces::isActive(const QString &token)
{
    SocketClient client(m_server->port());
    return jsonIn(client.post("/oauth/introspect", asWeb({{QStringLiteral("token"), token}})))
        .value(u"active")
        .toBool();
}

/// What is wrong when something that works once was presented by all: one has tokens, and as the others were replays,
/// they are dead already.
QByteArray TestRaces::fault(const std::vector<Response> &answers)
{
    const int winners = countOf(answers, 200);
    if (winners != 1 || countOf(answers, 400) != Clients - 1)
        return QByteArray::number(winners) + " winners, " + QByteArray::number(countOf(answers, 400)) + " refused";
    const auto winner = std::find_if(answers.begin(), answers.end(), [](const Response &r) { return r.status == 200; });
    const QJsonObject tokens = jsonIn(*winner);
    for (const QString &name : {QStringLiteral("access_token"), QStringLiteral("refresh_token")}) {
        const QString token = tokens.value(name).toString();
        if (token.isEmpty() || isActive(token))
            return name.toLatin1() + " of the winner is missing or alive";
    }
    return {};
}

void TestRaces::oneCode()
{
    for (int round = 0; round < Rounds; ++round) {
        const Fields redemption = asWeb({{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                                         {QStringLiteral("code"), m_server->newCode()},
                                         {QStringLiteral("redirect_uri"), QString::fromLatin1(FlowServer::WebUri)}});
        const QByteArray found = fault(m_crowd->post("/oauth/token", redemption));
        QVERIFY2(found.isEmpty(), inRound(round, found).constData());
    }
}

void TestRaces::oneRefreshToken()
{
    for (int round = 0; round < Rounds; ++round) {
        const FlowServer::Family family = m_server->newFamily();
        const Fields refresh = asWeb({{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                                      {QStringLiteral("refresh_token"), family.refresh}});
        const QByteArray found = fault(m_crowd->post("/oauth/token", refresh));
        QVERIFY2(found.isEmpty(), inRound(round, found).constData());
        QVERIFY(!isActive(family.access));
    }
}

/// However many guesses are sent at once, no more than ten learn that they were wrong.
void TestRaces::wrongPasswords()
{
    const Fields guess = asWeb({{QStringLiteral("grant_type"), QStringLiteral("password")},
                                {QStringLiteral("username"), QString::fromLatin1(FlowServer::Email)},
                                {QStringLiteral("password"), QStringLiteral("wrong")}});
    const std::vector<Response> answers = m_crowd->post("/oauth/token", guess);
    QCOMPARE(countOf(answers, 400), 10);
    QCOMPARE(countOf(answers, 400) + countOf(answers, 429) + countOf(answers, 503), Clients);
}

QTEST_GUILESS_MAIN(TestRaces)
#include "tst_races.moc"
