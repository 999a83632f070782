#include "models/activity.h"
#include "tests/flows/flowserver.h"
#include "tests/flows/socketclient.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <thread>
#include <vector>

using namespace Gatehouse;

using Fields = SocketClient::Fields;

/// Revocations, refreshes and introspections of one family that meet (revocation.md section 5.5, invariants 3 and 4), over
/// sockets and on a database file.
class TestRevocationRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSurvives_data();
    void nothingSurvives();

private:
    static constexpr int Clients = 50;
    static constexpr int Rounds = 100; ///< of each row

    struct Aftermath
    {
        qint64 live = 0; ///< tokens of the family, of both kinds
        qint64 revoked = 0; ///< records in the audit trail
        qint64 reused = 0;
    };

    Aftermath aftermath(const FlowServer::Family &family);

    Id m_lastEvent = 0;
};

static std::unique_ptr<FlowServer> server;

static qint64 numberOf(Store &store, const QString &sql)
{
    qint64 number = 0;
    take(store.connection().read(sql, [&](const QSqlQuery &row) { number = row.value(0).toLongLong(); }));
    return number;
}

TestRevocationRaces::Aftermath TestRevocationRaces::aftermath(const FlowServer::Family &family)
{
    return server->inStore([this, &family](Store &store) {
        const QString now = QString::number(store.clock().now());
        Aftermath found;
        for (QString condition : {activeTokenCondition(), activeRefreshTokenCondition()})
            found.live += numberOf(store,
                                   u"SELECT count(*) " % activityJoins() % u" WHERE t.family_id = "
                                       % QString::number(family.id) % u" AND " % condition.replace(u'?', now));
        const QString events = u"SELECT count(*) FROM audit_events WHERE id > " % QString::number(m_lastEvent);
        found.revoked = numberOf(store, events % u" AND outcome = 'revoked'");
        found.reused = numberOf(store, events % u" AND action = 'token.reuse_detected'");
        m_lastEvent = numberOf(store, QStringLiteral("SELECT max(id) FROM audit_events"));
        return found;
    });
}

void TestRevocationRaces::nothingSurvives_data()
{
    QTest::addColumn<Policy::RefreshRotation>("rotation");
    QTest::addColumn<int>("refreshes");
    QTest::newRow("one refresh among revocations") << Policy::RefreshRotation::Once << 1;
    QTest::newRow("many refreshes that each succeed") << Policy::RefreshRotation::UntilUsed << 16;
    QTest::newRow("many refreshes, which are a theft") << Policy::RefreshRotation::Once << 16;
}

void TestRevocationRaces::nothingSurvives()
{
    QFETCH(Policy::RefreshRotation, rotation);
    QFETCH(int, refreshes);
    const QTemporaryDir folder;
    Policy policy;
    policy.refreshRotation = rotation;
    m_lastEvent = 0;
    server = std::make_unique<FlowServer>(policy, folder.filePath(QStringLiteral("gatehouse.sqlite")));
    const int rounds = refreshes == 1 ? Rounds : Rounds / 2;

    FlowServer::Family family;
    std::atomic<bool> isOver = false;
    std::vector<Response> answers(Clients);
    std::barrier gate(Clients + 1);
    std::vector<std::thread> threads;
    for (int each = 0; each < Clients; ++each) {
        threads.emplace_back([&, each] {
            SocketClient client(server->port());
            const auto send = [&](const QByteArray &path, const char *name, const QString &value,
                                  const Fields &more = {}) {
                return client.post(path,
                                   Fields {{QStringLiteral("client_id"), QStringLiteral("web")},
                                           {QStringLiteral("client_secret"), QString::fromLatin1(FlowServer::Secret)},
                                           {QString::fromLatin1(name), value}}
                                       + more);
            };
            for (;;) {
                gate.arrive_and_wait();
                if (isOver)
                    return;
                // The order of arrival changes from round to round.
                const int role = int((each + family.id) % Clients);
                if (role < refreshes)
                    answers[each] = send("/oauth/token", "refresh_token", family.refresh,
                                         {{QStringLiteral("grant_type"), QStringLiteral("refresh_token")}});
                else if (role % 2 == 0)
                    answers[each] = send("/oauth/revoke", "token", family.refresh);
                else
                    answers[each] = send("/oauth/introspect", "token", family.access);
                gate.arrive_and_wait();
            }
        });
    }
    QStringList faults;
    int ended = 0;
    for (int round = 0; round < rounds; ++round) {
        family = server->newFamily();
        gate.arrive_and_wait();
        gate.arrive_and_wait();
        const Aftermath after = aftermath(family);
        const auto broken = std::count_if(answers.begin(), answers.end(), [](const Response &answer) {
            return answer.status == 0 || answer.status >= 500;
        });
        const bool mayBeTheft = rotation == Policy::RefreshRotation::Once && refreshes > 1;
        const qint64 ends = after.revoked + (mayBeTheft ? after.reused : 0);
        ended += int(after.revoked);
        if (after.live != 0 || ends != 1 || broken != 0)
            faults.append(QStringLiteral("round %1: %2 alive, %3 revoked, %4 reused, %5 broken answers")
                              .arg(QString::number(round), QString::number(after.live), QString::number(after.revoked),
                                   QString::number(after.reused), QString::number(broken)));
    }
    isOver = true;
    gate.arrive_and_wait();
    for (std::thread &thread : threads)
        thread.join();
    server.reset();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY(ended > 0);
}

QTEST_GUILESS_MAIN(TestRevocationRaces)
#include "tst_revocationraces.moc"
