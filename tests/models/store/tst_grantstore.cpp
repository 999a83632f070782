#include "models/store/grantstore.h"

#include "models/store/consentstore.h"
#include "models/store/familystore.h"
#include "models/store/sessionstore.h"
#include "models/store/tokenstore.h"
#include "tests/support/teststore.h"
#include "tests/support/withdrawal.h"

#include <QTest>

using namespace Gatehouse;

/// Codes, families, consents and sessions: what an authorization leaves behind.
class TestGrantStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeComesBackWhole()
    {
        TestStore db;
        AccessGrant grant = db.addGrant(QStringLiteral("code"));
        QVERIFY(grant.id > 0);
        AccessGrant other = grant;
        other.token = QStringLiteral("challenged");
        other.codeChallenge = QStringLiteral("challenge");
        other.codeChallengeMethod = QStringLiteral("S256");
        other.exchangeId = 7;
        other = take(db->grants().insert(other));
        const auto found = take(db->grants().findByToken(1, QStringLiteral("challenged")));
        QVERIFY(found);
        QCOMPARE(found->id, other.id);
        QCOMPARE(found->codeChallenge, QStringLiteral("challenge"));
        QCOMPARE(found->codeChallengeMethod, QStringLiteral("S256"));
        QCOMPARE(found->exchangeId, Id(7));
        QCOMPARE(found->redirectUri, grant.redirectUri);
        QCOMPARE(found->scopes, grant.scopes);
        QCOMPARE(found->expiresIn, grant.expiresIn);
        QCOMPARE(found->expiresAt, grant.expiresAt);
        QCOMPARE(found->resourceOwnerId, db.user().id);
        QCOMPARE(take(db->grants().find(grant.id))->token, QStringLiteral("code"));
        QVERIFY(!take(db->grants().findByToken(2, QStringLiteral("code"))));
        QVERIFY(!take(db->grants().findByToken(1, QStringLiteral("unknown"))));
    }

    void codeIsRedeemedOnce()
    {
        TestStore db;
        const Id grant = db.addGrant(QStringLiteral("code")).id;
        QVERIFY(take(db->grants().redeem(grant, 100)));
        QVERIFY(!take(db->grants().redeem(grant, 200)));
        QCOMPARE(take(db->grants().find(grant))->revokedAt, Timestamp(100));
    }

    void firstReplayIsNoted()
    {
        TestStore db;
        const Id grant = db.addGrant(QStringLiteral("code")).id;
        take(db->grants().noteReplay(grant, 100));
        take(db->grants().noteReplay(grant, 200));
        QCOMPARE(take(db->grants().find(grant))->replayedAt, Timestamp(100));
    }

    void codesEndTogether()
    {
        TestStore db;
        const Id first = db.addGrant(QStringLiteral("a")).id;
        const Id second = db.addGrant(QStringLiteral("b")).id;
        QVERIFY(take(db->grants().redeem(first, 100)));
        QCOMPARE(take(db->grants().revoke(QList<Id> {first, second}, 200)), qint64(1));
        QCOMPARE(take(db->grants().find(first))->revokedAt, Timestamp(100));
        QCOMPARE(take(db->grants().find(second))->revokedAt, Timestamp(200));
    }

    void familyEndsWithItsPairs()
    {
        TestStore db;
        TokenFamily family;
        family.domainId = 1;
        family.createdAt = db.now();
        family = take(db->families().insert(family));
        AccessToken token = db.newToken(QStringLiteral("a"), QStringLiteral("r"));
        token.familyId = family.id;
        const Id pair = take(db->tokens().insert(token)).id;
        const Id stranger = db.addToken(QStringLiteral("b")).id;
        db.commit();
        QCOMPARE(take(db->families().end(family.id, QStringLiteral("reuse"), 100)), qint64(1));
        QCOMPARE(db->writer().changes()[Table::AccessTokens].updated, QList<Id> {pair});
        QCOMPARE(take(db->families().end(family.id, QStringLiteral("revoked"), 200)), qint64(0));
        const auto found = take(db->tokens().find(pair));
        QCOMPARE(found->refresh.familyEndedAt, Timestamp(100));
        QCOMPARE(found->token.revokedAt, Timestamp(100));
        QCOMPARE(take(db->tokens().find(stranger))->token.revokedAt, Timestamp(0));
        Statement query = db->connection().prepare("SELECT end_reason FROM token_families");
        QVERIFY(query.exec() && query.next());
        QCOMPARE(query.text(0), QStringLiteral("reuse"));
    }

    void oneConsentStands()
    {
        TestStore db;
        const Id user = db.user().id;
        const Id application = db.application().id;
        QVERIFY(!take(db->consents().find(user, application)));
        const Consent first = take(db->consents().give(1, user, application, QStringLiteral("public read"), 100));
        const Consent more = take(db->consents().give(1, user, application, QStringLiteral("read write"), 200));
        QCOMPARE(more.id, first.id);
        QCOMPARE(more.scopes, QStringLiteral("public read write"));
        QCOMPARE(more.updatedAt, Timestamp(200));
        const Consent same = take(db->consents().give(1, user, application, QStringLiteral("write"), 300));
        QCOMPARE(same.updatedAt, Timestamp(200));
        QCOMPARE(take(db->consents().find(user, application))->scopes, more.scopes);
        QVERIFY(take(db->consents().give(1, user, application, QStringLiteral("x"), 300, QStringLiteral("api"))).id
                != first.id);
    }

    void withdrawnConsentIsNotRevived()
    {
        TestStore db;
        const Id user = db.user().id;
        const Id application = db.application().id;
        const Consent first = take(db->consents().give(1, user, application, QStringLiteral("public"), 100));
        withdrawConsent(*db, first.id, 200);
        QVERIFY(!take(db->consents().find(user, application)));
        const Consent second = take(db->consents().give(1, user, application, QStringLiteral("read"), 400));
        QVERIFY(second.id != first.id);
        QCOMPARE(second.scopes, QStringLiteral("read"));
    }

    void sessionLivesUntilItEnds()
    {
        TestStore db;
        const auto live = [&](const char *token, Timestamp now) {
            return take(db->sessions().findLive(1, QString::fromLatin1(token), now)).has_value();
        };
        BrowserSession session;
        session.domainId = 1;
        session.userId = db.user().id;
        session.createdAt = 1;
        session.expiresAt = 1000;
        for (const char *token : {"a", "b", "c"}) {
            session.token = QString::fromLatin1(token);
            session = take(db->sessions().insert(session));
        }
        QVERIFY(live("a", 999));
        QVERIFY(!live("a", 1000));
        QVERIFY(!live("x", 1));
        QVERIFY(!take(db->sessions().findLive(2, QStringLiteral("a"), 1)));
        QCOMPARE(take(db->sessions().findLive(1, QStringLiteral("c"), 1))->id, session.id);
        take(db->sessions().end(session.id, 10));
        QVERIFY(!live("c", 11));
        QVERIFY(live("b", 11));
        take(db->sessions().endAllOf(db.user().id, 12));
        QVERIFY(!live("a", 13) && !live("b", 13));
    }

    void sessionMayLastForEver()
    {
        TestStore db;
        BrowserSession session;
        session.domainId = 1;
        session.userId = db.user().id;
        session.token = QStringLiteral("a");
        take(db->sessions().insert(session));
        QVERIFY(take(db->sessions().findLive(1, QStringLiteral("a"), 4'000'000'000'000)));
    }
};

QTEST_GUILESS_MAIN(TestGrantStore)
#include "tst_grantstore.moc"
