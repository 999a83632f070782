#include "models/upkeep/purge.h"

#include "models/store/auditstore.h"
#include "models/store/consentstore.h"
#include "models/store/familystore.h"
#include "models/store/grantstore.h"
#include "models/store/sessionstore.h"
#include "models/store/tokenstore.h"
#include "models/upkeep/upkeep.h"
#include "tests/support/teststore.h"
#include "tests/support/withdrawal.h"

#include <QSqlQuery>
#include <QTest>

using namespace Gatehouse;

namespace {

constexpr Timestamp Now = TestStore::Start;
constexpr Timestamp Long = Now - 1000; // before the limit
constexpr Timestamp Limit = Now - 100;
constexpr Timestamp Lately = Now - 10; // behind it
constexpr Timestamp Later = Now + 1000;

PurgeCounts purgeAll(TestStore &db)
{
    Purge purge(*db, {Limit, Limit});
    for (;;) {
        const bool goesOn = take(purge.step());
        db.commit();
        purge.noteDuration(1);
        if (!goesOn)
            return purge.state().removed;
    }
}

Id addFamily(TestStore &db, Id grant = 0, Timestamp endedAt = 0)
{
    TokenFamily family;
    family.domainId = 1;
    family.applicationId = db.application().id;
    family.grantId = grant;
    family.createdAt = Long;
    family.endedAt = endedAt;
    return take(db->families().insert(family)).id;
}

/// One more pair of a family; 0: of none.
Id addPair(TestStore &db, Id family, const std::function<void(AccessToken &)> &change = {})
{
    static int number = 0;
    const QString name = QString::number(++number);
    AccessToken pair = db.newToken(name, u"r" % name);
    pair.familyId = family;
    pair.createdAt = Long;
    if (change)
        change(pair);
    const Timestamp refreshRevokedAt = pair.refreshRevokedAt;
    const Id id = take(db->tokens().insert(pair)).id;
    if (refreshRevokedAt)
        take(db->connection().execute(
            QStringLiteral("UPDATE oauth_access_tokens SET refresh_revoked_at = %1 WHERE id = %2")
                .arg(QString::number(refreshRevokedAt), QString::number(id))));
    return id;
}

void rotateOut(AccessToken &pair)
{
    pair.expiresAt = Long;
    pair.refreshUsedAt = Long;
}

bool exists(TestStore &db, const char *table, Id id)
{
    bool found = false;
    take(db->connection().read(u"SELECT 1 FROM " % QLatin1String(table) % u" WHERE id = " % QString::number(id),
                               [&found](const QSqlQuery &) { found = true; }));
    return found;
}

bool hasToken(TestStore &db, Id id)
{
    return exists(db, "oauth_access_tokens", id);
}

} // namespace

/// What a purge takes, and above all what it leaves.
class TestPurge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairGoesWhenBothHalvesAreOver_data();
    void pairGoesWhenBothHalvesAreOver();
    void familyGoesAsAWhole();
    void rotatedOutRefreshTokenIsKnownWhileItsFamilyLives();
    void codeStaysWhileItsTokensDo();
    void sessionAndConsentStayWhileSomethingNamesThem();
    void eventsOfWhatIsThereStay_data();
    void eventsOfWhatIsThereStay();
    void eventsStayForEverUnlessALimitIsSet();
    void standingConsentsStay();
    void saysHowManyFirst();
    void slicesStayShort();
};

void TestPurge::pairGoesWhenBothHalvesAreOver_data()
{
    QTest::addColumn<Timestamp>("expires");
    QTest::addColumn<Timestamp>("accessRevoked");
    QTest::addColumn<Timestamp>("revoked");
    QTest::addColumn<bool>("hasRefreshToken");
    QTest::addColumn<Timestamp>("refreshExpires");
    QTest::addColumn<Timestamp>("refreshRevoked");
    QTest::addColumn<bool>("goes");
    const Timestamp never = 0;
    QTest::newRow("alive") << Later << never << never << false << never << never << false;
    QTest::newRow("without end") << never << never << never << false << never << never << false;
    QTest::newRow("expired long ago") << Long << never << never << false << never << never << true;
    QTest::newRow("expired lately") << Lately << never << never << false << never << never << false;
    QTest::newRow("revoked long ago") << Later << never << Long << false << never << never << true;
    QTest::newRow("revoked lately") << Later << never << Lately << false << never << never << false;
    QTest::newRow("access token revoked") << Later << Long << never << false << never << never << true;
    QTest::newRow("refresh token without end") << Long << never << never << true << never << never << false;
    QTest::newRow("refresh token alive") << Long << never << never << true << Later << never << false;
    QTest::newRow("refresh token expired") << Long << never << never << true << Long << never << true;
    QTest::newRow("refresh token revoked") << Long << never << never << true << Later << Long << true;
    QTest::newRow("refresh token over, access token not") << Later << never << never << true << Long << never << false;
    QTest::newRow("both, revoked as a pair") << Later << never << Long << true << never << never << true;
}

void TestPurge::pairGoesWhenBothHalvesAreOver()
{
    QFETCH(Timestamp, expires);
    QFETCH(Timestamp, accessRevoked);
    QFETCH(Timestamp, revoked);
    QFETCH(bool, hasRefreshToken);
    QFETCH(Timestamp, refreshExpires);
    QFETCH(Timestamp, refreshRevoked);
    QFETCH(bool, goes);
    TestStore db;
    const auto shape = [&](AccessToken &pair) {
        pair.expiresAt = expires;
        pair.accessRevokedAt = accessRevoked;
        pair.revokedAt = revoked;
        pair.refreshExpiresAt = refreshExpires;
        pair.refreshRevokedAt = refreshRevoked;
        if (!hasRefreshToken)
            pair.refreshToken.clear();
    };
    const Id loose = addPair(db, 0, shape);
    const Id family = addFamily(db);
    const Id member = addPair(db, family, shape);
    purgeAll(db);
    QCOMPARE(hasToken(db, loose), !goes);
    QCOMPARE(hasToken(db, member), !goes);
    QCOMPARE(exists(db, "token_families", family), !goes);
}

void TestPurge::familyGoesAsAWhole()
{
    TestStore db;
    const Id living = addFamily(db);
    const Id over = addFamily(db);
    const Id justEnded = addFamily(db, 0, Lately);
    const Id first = addPair(db, living, rotateOut);
    const Id newest = addPair(db, living);
    for (int i = 0; i < 100; ++i)
        addPair(db, over, rotateOut);
    const Id ended = addPair(db, justEnded, rotateOut);
    const PurgeCounts removed = purgeAll(db);
    QCOMPARE(removed[PurgeKind::Pairs], qint64(100));
    QCOMPARE(removed[PurgeKind::Families], qint64(1));
    for (const Id pair : {first, newest, ended})
        QVERIFY(hasToken(db, pair));
    QVERIFY(!exists(db, "token_families", over));
}

void TestPurge::rotatedOutRefreshTokenIsKnownWhileItsFamilyLives()
{
    TestStore db;
    const Id family = addFamily(db);
    const Id stolen = addPair(db, family, [](AccessToken &pair) {
        rotateOut(pair);
        pair.refreshToken = QStringLiteral("stolen");
        pair.refreshExpiresAt = Long;
    });
    addPair(db, family, rotateOut);
    addPair(db, family);
    purgeAll(db);
    const auto found = take(db->tokens().findByRefreshToken(1, QStringLiteral("stolen")));
    QVERIFY(found.has_value());
    QCOMPARE(found->token.id, stolen);
    QCOMPARE(activityOf(found->refresh, Now), Activity::RotatedOut);
}

void TestPurge::codeStaysWhileItsTokensDo()
{
    TestStore db;
    const auto addCode = [&db](const QString &code) {
        const Id grant = db.addGrant(code).id;
        take(db->grants().redeem(grant, Long));
        return grant;
    };
    const Id ofLiving = addCode(QStringLiteral("a"));
    const Id ofOver = addCode(QStringLiteral("b"));
    const Id ofFamily = addCode(QStringLiteral("c"));
    const Id open = db.addGrant(QStringLiteral("d")).id;
    addPair(db, 0, [&](AccessToken &pair) { pair.grantId = ofLiving; });
    addPair(db, 0, [&](AccessToken &pair) {
        pair.grantId = ofOver;
        pair.revokedAt = Long;
    });
    const Id family = addFamily(db, ofFamily);
    addPair(db, family);
    purgeAll(db);
    QVERIFY(exists(db, "oauth_access_grants", ofLiving));
    QVERIFY(!exists(db, "oauth_access_grants", ofOver));
    QVERIFY(exists(db, "oauth_access_grants", ofFamily));
    QVERIFY(exists(db, "oauth_access_grants", open));
}

void TestPurge::sessionAndConsentStayWhileSomethingNamesThem()
{
    TestStore db;
    const auto addSession = [&db](const QString &name, Timestamp expiresAt) {
        BrowserSession session;
        session.domainId = 1;
        session.userId = db.user().id;
        session.token = name;
        session.createdAt = Long;
        session.expiresAt = expiresAt;
        return take(db->sessions().insert(session)).id;
    };
    const Id named = addSession(QStringLiteral("a"), Long);
    const Id unnamed = addSession(QStringLiteral("b"), Long);
    const Id alive = addSession(QStringLiteral("c"), Later);
    const auto addConsent = [&db](const QString &resource) {
        const Id consent
            = take(db->consents().give(1, db.user().id, db.application().id, QStringLiteral("public"), Long, resource))
                  .id;
        withdrawConsent(*db, consent, Long);
        return consent;
    };
    const Id stoodOn = addConsent(QStringLiteral("x"));
    const Id empty = addConsent(QStringLiteral("y"));
    addPair(db, 0, [&](AccessToken &pair) {
        pair.sessionId = named;
        pair.consentId = stoodOn;
    });
    purgeAll(db);
    QVERIFY(exists(db, "browser_sessions", named));
    QVERIFY(!exists(db, "browser_sessions", unnamed));
    QVERIFY(exists(db, "browser_sessions", alive));
    QVERIFY(exists(db, "consents", stoodOn));
    QVERIFY(!exists(db, "consents", empty));
}

void TestPurge::eventsOfWhatIsThereStay_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<bool>("stays");
    QTest::newRow("of a pair that is there") << "token:LIVING" << true;
    QTest::newRow("of a pair that is gone") << "token:777" << false;
    QTest::newRow("of a family that is there") << "family:FAMILY" << true;
    QTest::newRow("of a family with the number of a pair") << "family:777" << false;
    QTest::newRow("of the trail alone") << "plan:1" << false;
}

void TestPurge::eventsOfWhatIsThereStay()
{
    QFETCH(QString, subject);
    QFETCH(bool, stays);
    TestStore db;
    const Id family = addFamily(db);
    const Id living = addPair(db, family);
    AuditEvent event;
    event.domainId = 1;
    event.at = Long;
    event.action = QStringLiteral("revocation");
    event.subject = subject.replace(QStringLiteral("LIVING"), QString::number(living))
                        .replace(QStringLiteral("FAMILY"), QString::number(family));
    const Id old = take(db->audit().append(event));
    event.at = Lately;
    const Id young = take(db->audit().append(event));
    event.at = Long;
    event.subject.clear();
    const Id named = take(db->audit().append(event));
    take(db->connection().execute(QStringLiteral("UPDATE oauth_access_tokens SET revocation_id = %1").arg(named)));
    purgeAll(db);
    QCOMPARE(exists(db, "audit_events", old), stays);
    QVERIFY(exists(db, "audit_events", young));
    QVERIFY(exists(db, "audit_events", named));
}

void TestPurge::eventsStayForEverUnlessALimitIsSet()
{
    QCOMPARE(PurgeLimits::of({24, 30, 0}, Now).events, Timestamp(0));
    QCOMPARE(PurgeSql::rules({Limit, 0}).size(), 5);
    QCOMPARE(PurgeLimits::of({24, 30, 2}, Now).events, Now - Timestamp(2) * 24 * 60 * 60 * 1000);
}

void TestPurge::standingConsentsStay()
{
    TestStore db;
    const Id consent
        = take(db->consents().give(1, db.user().id, db.application().id, QStringLiteral("public"), Long)).id;
    QCOMPARE(purgeAll(db).total(), qint64(0));
    QVERIFY(exists(db, "consents", consent));
}

void TestPurge::saysHowManyFirst()
{
    TestStore db;
    const Id family = addFamily(db);
    for (int i = 0; i < 3; ++i)
        addPair(db, family, rotateOut);
    addPair(db, addFamily(db));
    addPair(db, 0, [](AccessToken &pair) { pair.revokedAt = Long; });
    db.commit();
    const qint64 said = take(purgeablePairs(*db.reader(), {Limit, Limit}));
    QCOMPARE(said, qint64(4));
    QCOMPARE(purgeAll(db)[PurgeKind::Pairs], said);
}

/// However many rows may go, a slice removes only so many as fit, and the purge comes to its end.
void TestPurge::slicesStayShort()
{
    TestStore db;
    for (int i = 0; i < 3000; ++i)
        addPair(db, 0, [](AccessToken &pair) { pair.revokedAt = Long; });
    const Id living = addPair(db, 0);
    db.commit();
    Purge purge(*db, {Limit, Limit});
    qint64 before = 0;
    int slices = 0;
    while (take(purge.step())) {
        db.commit();
        const qint64 now = purge.state().removed[PurgeKind::Pairs];
        QVERIFY(now - before <= 512);
        before = now;
        purge.noteDuration(100); // a slow disk
        ++slices;
    }
    QCOMPARE(before, qint64(3000));
    QVERIFY(slices > 300); // 8 rows at a time
    QVERIFY(hasToken(db, living));
}

QTEST_GUILESS_MAIN(TestPurge)
#include "tst_purge.moc"
