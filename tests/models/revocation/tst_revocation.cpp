#include "models/revocation/dependents.h"
#include "models/revocation/revocation.h"
#include "models/store/connection.h"
#include "models/store/consentstore.h"
#include "models/store/familystore.h"
#include "models/store/grantstore.h"
#include "models/store/tokenstore.h"
#include "tests/support/teststore.h"

#include <QTest>

using namespace Gatehouse;

class TestRevocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planNamesWhatEnds();
    void planCountsEachFamilyOnce();
    void planOfWhatIsOver();
    void revokingEndsTheFamily();
    void tokensWithoutAFamilyEndAlone();
    void revokingTwiceChangesNothing();
    void grantEndsItsTokens();
    void auditTrailHoldsNoToken();
    void authorizationIsTakenBackFromOneApplicationByOneUser();
    void nothingToTakeBackIsNoEvent();
    void dependentsAreCounted();

private:
    static TokenFamily addFamily(TestStore &db, Id grant = 0);
    static AccessToken addMember(TestStore &db, const TokenFamily &family, const QString &token);
    static bool isOver(TestStore &db, Id token) { return take(db->tokens().find(token))->token.revokedAt != 0; }
    static Revocation revocation(TestStore &db) { return Revocation(*db, QStringLiteral("console")); }
};

TokenFamily TestRevocation::addFamily(TestStore &db, Id grant)
{
    TokenFamily family;
    family.domainId = db.application().domainId;
    family.applicationId = db.application().id;
    family.resourceOwnerId = db.user().id;
    family.grantId = grant;
    family.createdAt = db.now();
    return take(db->families().insert(family));
}

AccessToken TestRevocation::addMember(TestStore &db, const TokenFamily &family, const QString &token)
{
    AccessToken pair = db.newToken(token, QString(token + QStringLiteral("-refresh")));
    pair.familyId = family.id;
    return take(db->tokens().insert(pair));
}

void TestRevocation::planNamesWhatEnds()
{
    TestStore db;
    const AccessToken token = db.addToken(QStringLiteral("one"));
    const RevocationPlan plan = take(revocation(db).planTokens({token.id}));
    QCOMPARE(plan.chosen, 1);
    QCOMPARE(plan.over, 0);
    QCOMPARE(plan.following, 0);
    QCOMPARE(plan.applications, QStringList {db.application().name});
    QCOMPARE(plan.users, QStringList {db.user().email});
    QVERIFY(!isOver(db, token.id));
}

void TestRevocation::planCountsEachFamilyOnce()
{
    TestStore db;
    const TokenFamily family = addFamily(db);
    const AccessToken first = addMember(db, family, QStringLiteral("one"));
    const AccessToken second = addMember(db, family, QStringLiteral("two"));
    addMember(db, family, QStringLiteral("three"));
    const AccessToken alone = db.addToken(QStringLiteral("alone"));
    QCOMPARE(take(revocation(db).planTokens({first.id, alone.id})).following, 2);
    QCOMPARE(take(revocation(db).planTokens({first.id, second.id})).following, 1);
}

void TestRevocation::planOfWhatIsOver()
{
    TestStore db;
    const TokenFamily family = addFamily(db);
    const AccessToken first = addMember(db, family, QStringLiteral("one"));
    addMember(db, family, QStringLiteral("two"));
    QVERIFY(take(db->tokens().revoke(first.id, db.now())));
    const RevocationPlan plan = take(revocation(db).planTokens({first.id}));
    QCOMPARE(plan.chosen, 1);
    QCOMPARE(plan.over, 1);
    QCOMPARE(plan.following, 1); // the family lives on and would end
}

void TestRevocation::revokingEndsTheFamily()
{
    TestStore db;
    const TokenFamily family = addFamily(db);
    const AccessToken first = addMember(db, family, QStringLiteral("one"));
    const AccessToken second = addMember(db, family, QStringLiteral("two"));
    const AccessToken other = db.addToken(QStringLiteral("other"));
    QCOMPARE(take(revocation(db).revokeTokens({first.id})), 2);
    QVERIFY(isOver(db, first.id));
    QVERIFY(isOver(db, second.id));
    QVERIFY(!isOver(db, other.id));
}

void TestRevocation::tokensWithoutAFamilyEndAlone()
{
    TestStore db;
    const AccessToken first = db.addToken(QStringLiteral("one"));
    const AccessToken second = db.addToken(QStringLiteral("two"));
    QCOMPARE(take(revocation(db).revokeTokens({first.id})), 1);
    QVERIFY(isOver(db, first.id));
    QVERIFY(!isOver(db, second.id));
}

void TestRevocation::revokingTwiceChangesNothing()
{
    TestStore db;
    const AccessToken token = db.addToken(QStringLiteral("one"));
    QCOMPARE(take(revocation(db).revokeTokens({token.id})), 1);
    db.clock().advance(1000);
    QCOMPARE(take(revocation(db).revokeTokens({token.id})), 0);
    QCOMPARE(take(db->tokens().find(token.id))->token.revokedAt, TestStore::Start);
}

void TestRevocation::grantEndsItsTokens()
{
    TestStore db;
    const AccessGrant grant = db.addGrant(QStringLiteral("code"));
    const TokenFamily family = addFamily(db, grant.id);
    AccessToken first = db.newToken(QStringLiteral("one"), QStringLiteral("one-refresh"));
    first.grantId = grant.id;
    first.familyId = family.id;
    first = take(db->tokens().insert(first));
    const AccessToken refreshed = addMember(db, family, QStringLiteral("two")); // without the grant's number
    const RevocationPlan plan = take(revocation(db).planGrants({grant.id}));
    QCOMPARE(plan.chosen, 1);
    QCOMPARE(plan.following, 2);
    QCOMPARE(take(revocation(db).revokeGrants({grant.id})), 3);
    QVERIFY(isOver(db, first.id));
    QVERIFY(isOver(db, refreshed.id));
    QCOMPARE(take(db->grants().find(grant.id))->revokedAt, db.now());
}

void TestRevocation::auditTrailHoldsNoToken()
{
    TestStore db;
    const AccessToken token = db.addToken(QStringLiteral("very-secret-value"));
    take(revocation(db).revokeTokens({token.id}));
    db.commit();
    const auto reader = db.reader();
    Statement events = reader->prepare("SELECT actor, action, subject, details FROM audit_events");
    take(events.exec());
    QVERIFY(events.next());
    QCOMPARE(events.text(0), QStringLiteral("console"));
    QCOMPARE(events.text(1), QStringLiteral("token.revoked"));
    QCOMPARE(events.text(2), QStringLiteral("token:%1").arg(token.id));
    QVERIFY(!events.text(3).contains(QLatin1String("very-secret-value")));
    QVERIFY(!events.next());
}

void TestRevocation::authorizationIsTakenBackFromOneApplicationByOneUser()
{
    TestStore db;
    take(db->consents().give(1, db.user().id, db.application().id, QStringLiteral("public"), db.now()));
    const AccessToken mine = addMember(db, addFamily(db), QStringLiteral("mine"));
    const AccessGrant code = db.addGrant(QStringLiteral("code"));
    AccessToken elsewhere = db.newToken(QStringLiteral("elsewhere"));
    elsewhere.applicationId = db.addApplication(QStringLiteral("other")).id;
    elsewhere = take(db->tokens().insert(elsewhere));
    AccessToken theirs = db.newToken(QStringLiteral("theirs"));
    theirs.resourceOwnerId = db.addUser(QStringLiteral("other@example.com")).id;
    theirs = take(db->tokens().insert(theirs));

    Revocation revocation(*db, QStringLiteral("user:user@example.com"), 5);
    QCOMPARE(take(revocation.revokeAuthorization(db.application().id, db.user().id)), 2);
    QVERIFY(isOver(db, mine.id));
    QVERIFY(take(db->grants().find(code.id))->revokedAt != 0);
    QVERIFY(!take(db->consents().find(db.user().id, db.application().id)));
    QVERIFY(!isOver(db, elsewhere.id) && !isOver(db, theirs.id));

    Statement events = db->connection().prepare("SELECT actor, action, subject, exchange_id FROM audit_events");
    take(events.exec());
    QVERIFY(events.next());
    QCOMPARE(events.text(0), QStringLiteral("user:user@example.com"));
    QCOMPARE(events.text(1), QStringLiteral("authorization.revoked"));
    QCOMPARE(events.text(2), QStringLiteral("authorization:%1").arg(db.application().id));
    QCOMPARE(events.number(3), 5);
}

void TestRevocation::nothingToTakeBackIsNoEvent()
{
    TestStore db;
    QCOMPARE(take(revocation(db).revokeAuthorization(db.application().id + 7, db.user().id)), 0);
    Statement events = db->connection().prepare("SELECT count(*) FROM audit_events");
    take(events.exec());
    QVERIFY(events.next());
    QCOMPARE(events.number(0), 0);
}

void TestRevocation::dependentsAreCounted()
{
    TestStore db;
    db.addToken(QStringLiteral("one"));
    db.addToken(QStringLiteral("two"));
    db.addGrant(QStringLiteral("code"));
    const Dependents ofApplication = take(dependentsOfApplication(*db, db.application().id));
    QCOMPARE(ofApplication.tokens, 2);
    QCOMPARE(ofApplication.grants, 1);
    QCOMPARE(ofApplication.consents, 0);
    QCOMPARE(take(dependentsOfUser(*db, db.user().id)).tokens, 2);
    QCOMPARE(take(dependentsOfUser(*db, db.user().id + 1)).tokens, 0);
}

QTEST_GUILESS_MAIN(TestRevocation)
#include "tst_revocation.moc"
