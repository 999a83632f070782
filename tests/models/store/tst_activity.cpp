#include "models/activity.h"

#include "models/store/tokenstore.h"
#include "tests/support/teststore.h"

#include <QSet>
#include <QTest>

#include <array>

using namespace Gatehouse;

namespace {

constexpr Timestamp Now = TestStore::Start;

/// Everything that decides, each in the ways that matter. One number names one combination.
struct Combination
{
    int number;

    int pick(int choices)
    {
        const int choice = number % choices;
        number /= choices;
        return choice;
    }
};
constexpr int Combinations = 2 * 2 * 3 * 2 * 2 * 5 * 5 * 5;

} // namespace

class TestActivity : public QObject
{
    Q_OBJECT

private:
    /// One row for each combination, in one go.
    static void fill(TestStore &db)
    {
        take(db->writer().begin());
        const QStringList statements {
            QStringLiteral(
                "INSERT INTO oauth_applications (id, name, uid, enabled, not_before, created_at, updated_at) VALUES"
                " (10, 'a', 'a', 1, NULL, 1, 1), (11, 'b', 'b', 0, NULL, 1, 1),"
                " (12, 'c', 'c', 1, %1, 1, 1), (13, 'd', 'd', 0, %1, 1, 1)"),
            QStringLiteral(
                "INSERT INTO users (id, email, enabled, not_before, created_at, updated_at) VALUES"
                " (10, 'a', 1, NULL, 1, 1), (11, 'b', 0, NULL, 1, 1), (12, 'c', 1, %1, 1, 1), (13, 'd', 0, %1, 1, 1)"),
            QStringLiteral(
                "INSERT INTO consents (id, resource_owner_id, application_id, resource, created_at, updated_at,"
                " revoked_at, not_before) VALUES (10, 10, 10, 'a', 1, 1, NULL, NULL), (11, 10, 10, 'b', 1, 1, 5, NULL),"
                " (12, 10, 10, 'c', 1, 1, NULL, %1), (13, 10, 10, 'd', 1, 1, 5, %1)"),
            QStringLiteral("INSERT INTO token_families (id, created_at, ended_at) VALUES (10, 1, NULL), (11, 1, 5)"),
            QStringLiteral("INSERT INTO identity_domains (id, name, policy, not_before, created_at) VALUES (10, 'a', "
                           "'{}', NULL, 1),"
                           " (11, 'b', '{}', %1, 1)"),
        };
        for (const QString &statement : statements)
            take(db->connection().execute(statement.contains(QLatin1String("%1")) ? statement.arg(Now - 100)
                                                                                  : statement));
    }

    static AccessToken make(Combination from, TestStore &db)
    {
        static const std::array<Id, 5> Parties {0, 10, 11, 12, 13};
        Combination other {int(quint32(from.number) * 2654435761U % 1009)};
        AccessToken token = db.newToken(QString::number(from.number));
        token.revokedAt = from.pick(2) * 7;
        token.accessRevokedAt = from.pick(2) * 7;
        token.expiresAt = std::array<Timestamp, 3> {0, Now, Now + 1}[std::size_t(from.pick(3))];
        token.domainId = 10 + from.pick(2);
        token.createdAt = Now - 100 - from.pick(2);
        token.applicationId = Parties[std::size_t(from.pick(5))];
        token.resourceOwnerId = Parties[std::size_t(from.pick(5))];
        token.consentId = Parties[std::size_t(from.pick(5))];
        token.familyId = token.consentId % 2 ? 11 : 10;
        token.refreshToken = other.pick(2) ? "r" + token.token : QString();
        token.refreshRevokedAt = other.pick(2) * 7;
        token.refreshUsedAt = other.pick(2) * 7;
        token.refreshExpiresAt = std::array<Timestamp, 3> {0, Now, Now + 1}[std::size_t(other.pick(3))];
        return token;
    }

    static QByteArray selecting(const QString &condition)
    {
        return QString("SELECT t.id " + activityJoins() + " WHERE " + condition).toLatin1();
    }

    /// `sql` must outlive the store: its address is the statement's key.
    static QSet<Id> idsOf(TestStore &db, const QByteArray &sql)
    {
        Statement query = db->connection().prepare(sql.constData());
        take(query.exec(Now));
        QSet<Id> found;
        while (query.next())
            found.insert(query.number(0));
        return found;
    }

private Q_SLOTS:
    void reasons_data()
    {
        QTest::addColumn<ActivityFacts>("facts");
        QTest::addColumn<Activity>("expected");
        const auto with = [](auto change) {
            ActivityFacts facts;
            facts.issuedAt = 100;
            facts.expiresAt = 1001;
            change(facts);
            return facts;
        };
        using F = ActivityFacts;
        QTest::newRow("alive") << with([](F &) {}) << Activity::Active;
        QTest::newRow("never expires") << with([](F &f) { f.expiresAt = 0; }) << Activity::Active;
        QTest::newRow("expires now") << with([](F &f) { f.expiresAt = 1000; }) << Activity::Expired;
        QTest::newRow("revoked") << with([](F &f) { f.revokedAt = 5; }) << Activity::Revoked;
        QTest::newRow("revoked and expired")
            << with([](F &f) { f.revokedAt = 5, f.expiresAt = 1; }) << Activity::Revoked;
        QTest::newRow("access of an ended family") << with([](F &f) { f.familyEndedAt = 5; }) << Activity::Active;
        QTest::newRow("refresh of an ended family")
            << with([](F &f) { f.familyEndedAt = 5, f.isRefreshToken = true; }) << Activity::FamilyEnded;
        QTest::newRow("rotated out") << with([](F &f) { f.usedAt = 5, f.isRefreshToken = true; })
                                     << Activity::RotatedOut;
        QTest::newRow("access of a rotated pair") << with([](F &f) { f.usedAt = 5; }) << Activity::Active;
        QTest::newRow("consent") << with([](F &f) { f.consentRevokedAt = 5; }) << Activity::ConsentWithdrawn;
        QTest::newRow("application") << with([](F &f) { f.applicationEnabled = false; })
                                     << Activity::ApplicationDisabled;
        QTest::newRow("user") << with([](F &f) { f.userEnabled = false; }) << Activity::UserDisabled;
        QTest::newRow("not before, equal") << with([](F &f) { f.notBefore = 100; }) << Activity::Active;
        QTest::newRow("not before, later") << with([](F &f) { f.notBefore = 101; }) << Activity::NotBefore;
    }

    void reasons()
    {
        QFETCH(ActivityFacts, facts);
        QFETCH(Activity, expected);
        QCOMPARE(activityOf(facts, 1000), expected);
    }

    /// The predicate in C++ and the one in SQL say the same about every combination of what they look at.
    void sqlSaysTheSame()
    {
        const QByteArray activeSql = selecting(activeTokenCondition());
        const QByteArray activeRefreshSql = selecting(activeRefreshTokenCondition());
        TestStore db;
        fill(db);
        for (int number = 0; number < Combinations; ++number)
            take(db->tokens().insert(make({number}, db)));
        const QSet<Id> active = idsOf(db, activeSql);
        const QSet<Id> activeRefresh = idsOf(db, activeRefreshSql);
        QVERIFY(!active.isEmpty() && active.size() < Combinations);
        QVERIFY(!activeRefresh.isEmpty() && activeRefresh.size() < active.size());
        QSet<Activity> seen;
        for (int number = 0; number < Combinations; ++number) {
            const AccessToken token = make({number}, db);
            const auto found = take(db->tokens().findByToken(token.domainId, token.token));
            QVERIFY(found);
            const Activity activity = activityOf(found->access, Now);
            seen.insert(activity);
            QCOMPARE(active.contains(found->token.id), activity == Activity::Active);
            const bool refreshes = !token.refreshToken.isEmpty() && activityOf(found->refresh, Now) == Activity::Active;
            QCOMPARE(activeRefresh.contains(found->token.id), refreshes);
        }
        for (const Activity each : {Activity::Active, Activity::Revoked, Activity::Expired, Activity::ConsentWithdrawn,
                                    Activity::ApplicationDisabled, Activity::UserDisabled, Activity::NotBefore})
            QVERIFY(seen.contains(each));
    }
};

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
