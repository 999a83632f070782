#include "models/revocation/dependents.h"
#include "models/revocation/revocation.h"
#include "models/store/connection.h"
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
