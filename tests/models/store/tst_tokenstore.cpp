#include "models/store/tokenstore.h"

#include "models/store/applicationstore.h"
#include "models/store/consentstore.h"
#include "models/store/familystore.h"
#include "models/store/userstore.h"
#include "tests/support/teststore.h"
#include "tests/support/withdrawal.h"

#include <QTest>

#include <array>
#include <functional>

using namespace Gatehouse;

class TestTokenStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnComesBack()
    {
        TestStore db;
        const Consent consent
            = take(db->consents().give(1, db.user().id, db.application().id, QStringLiteral("public"), 5));
        const AccessGrant grant = db.addGrant(QStringLiteral("code"));
        TokenFamily family;
        family.domainId = 1;
        family.createdAt = 1;
        family = take(db->families().insert(family));
        AccessToken token = db.newToken(QStringLiteral("access"), QStringLiteral("refresh"));
        token.previousRefreshToken = QStringLiteral("previous");
        token.scopes = QStringLiteral("public ünï");
        token.refreshExpiresAt = 11;
        token.revokedAt = 12;
        token.accessRevokedAt = 13;
        token.refreshUsedAt = 14;
        token.grantId = grant.id;
        token.familyId = family.id;
        token.parentId = 99;
        token.consentId = consent.id;
        token.exchangeId = Q_INT64_C(9'000'000'000'000);
        token = take(db->tokens().insert(token));
        const auto found = take(db->tokens().find(token.id));
        QVERIFY(found);
        const AccessToken &back = found->token;
        QCOMPARE(back.id, token.id);
        QCOMPARE(back.domainId, Id(1));
        QCOMPARE(back.applicationId, db.application().id);
        QCOMPARE(back.resourceOwnerId, db.user().id);
        QCOMPARE(back.token, token.token);
        QCOMPARE(back.refreshToken, token.refreshToken);
        QCOMPARE(back.previousRefreshToken, token.previousRefreshToken);
        QCOMPARE(back.scopes, token.scopes);
        QCOMPARE(back.grantType, token.grantType);
        QCOMPARE(back.expiresIn, token.expiresIn);
        QCOMPARE(back.createdAt, token.createdAt);
        QCOMPARE(back.expiresAt, token.expiresAt);
        QCOMPARE(back.refreshExpiresAt, Timestamp(11));
        QCOMPARE(back.revokedAt, Timestamp(12));
        QCOMPARE(back.accessRevokedAt, Timestamp(13));
        QCOMPARE(back.refreshUsedAt, Timestamp(14));
        QCOMPARE(back.grantId, grant.id);
        QCOMPARE(back.familyId, family.id);
        QCOMPARE(back.parentId, Id(99));
        QCOMPARE(back.consentId, consent.id);
        QCOMPARE(back.exchangeId, token.exchangeId);
        QCOMPARE(found->applicationUid, QStringLiteral("client"));
        QCOMPARE(found->userEmail, QStringLiteral("user@example.com"));
        QCOMPARE(found->access.revokedAt, Timestamp(12));
        QCOMPARE(found->refresh.usedAt, Timestamp(14));
    }

    void tokenWithoutClientAndOwner()
    {
        TestStore db;
        AccessToken token = db.newToken(QStringLiteral("a"));
        token.applicationId = token.resourceOwnerId = token.expiresAt = token.expiresIn = 0;
        take(db->tokens().insert(token));
        const auto found = take(db->tokens().findByToken(1, QStringLiteral("a")));
        QVERIFY(found);
        QVERIFY(found->applicationUid.isEmpty() && found->userEmail.isEmpty());
        QCOMPARE(found->token.applicationId, Id(0));
        QCOMPARE(activityOf(found->access, db.now()), Activity::Active);
    }

    void foundByEitherHalf()
    {
        TestStore db;
        const AccessToken token = db.addToken(QStringLiteral("access"), QStringLiteral("refresh"));
        QCOMPARE(take(db->tokens().findByToken(1, QStringLiteral("access")))->token.id, token.id);
        QCOMPARE(take(db->tokens().findByToken(1, QStringLiteral("refresh")))->token.id, token.id);
        QCOMPARE(take(db->tokens().findByRefreshToken(1, QStringLiteral("refresh")))->token.id, token.id);
        QVERIFY(!take(db->tokens().findByRefreshToken(1, QStringLiteral("access"))));
        QVERIFY(!take(db->tokens().findByToken(1, QStringLiteral("unknown"))));
        QVERIFY(!take(db->tokens().findByToken(2, QStringLiteral("access"))));
        QVERIFY(!take(db->tokens().findByRefreshToken(2, QStringLiteral("refresh"))));
        QVERIFY(!take(db->tokens().findByRefreshToken(1, QString())));
        QVERIFY(!take(db->tokens().find(4711)));
    }

    /// Whatever can end a token is seen at once, though the token was asked about just before.
    void memoryIsNeverOld_data()
    {
        QTest::addColumn<int>("change");
        const QStringList changes {
            QStringLiteral("revoked"),      QStringLiteral("user disabled"),     QStringLiteral("application disabled"),
            QStringLiteral("family ended"), QStringLiteral("consent withdrawn"), QStringLiteral("by another process"),
            QStringLiteral("user gone")};
        for (int i = 0; i < changes.size(); ++i)
            QTest::newRow(qPrintable(changes.at(i))) << i;
    }

    void memoryIsNeverOld()
    {
        QFETCH(int, change);
        TestStore db;
        AccessToken token = db.newToken(QStringLiteral("a"), QStringLiteral("r"));
        TokenFamily family;
        family.domainId = 1;
        token.familyId = take(db->families().insert(family)).id;
        token.consentId = take(db->consents().give(1, db.user().id, db.application().id, token.scopes, 1)).id;
        token = take(db->tokens().insert(token));
        db.commit();
        const auto isAlive = [&] {
            const auto found = take(db->tokens().findByToken(1, QStringLiteral("a")));
            return found && activityOf(found->access, db.now()) == Activity::Active;
        };
        QVERIFY(isAlive() && isAlive());
        const std::array<std::function<void()>, 7> changes {
            [&] { QVERIFY(take(db->tokens().revoke(token.id, 5))); },
            [&] {
                User user = db.user();
                user.enabled = false;
                take(db->users().update(user));
            },
            [&] {
                Application application = db.application();
                application.enabled = false;
                take(db->applications().update(application));
            },
            [&] { take(db->families().end(token.familyId, QStringLiteral("reuse"), 5)); },
            [&] { withdrawConsent(*db, token.consentId, 5); },
            [&] {
                const auto other = take(Connection::open(db->url(), Connection::Access::Write));
                take(other->execute("UPDATE oauth_access_tokens SET revoked_at = 5"));
            },
            [&] { take(db->users().remove(db.user().id)); },
        };
        changes[std::size_t(change)]();
        QVERIFY(!isAlive());
        db.commit();
        QVERIFY(!isAlive());
    }

    void undoneRevocationLeavesNoTraceInMemory()
    {
        TestStore db;
        const AccessToken token = db.addToken(QStringLiteral("a"));
        db.commit();
        {
            Transaction part(db->writer(), db->connection());
            QVERIFY(take(db->tokens().revoke(token.id, 5)));
            QCOMPARE(take(db->tokens().findByToken(1, QStringLiteral("a")))->token.revokedAt, Timestamp(5));
        }
        QCOMPARE(take(db->tokens().findByToken(1, QStringLiteral("a")))->token.revokedAt, Timestamp(0));
        db.commit();
        QCOMPARE(take(db->tokens().findByToken(1, QStringLiteral("a")))->token.revokedAt, Timestamp(0));
    }

    void valuesAreUnique()
    {
        TestStore db;
        db.addToken(QStringLiteral("a"), QStringLiteral("r"));
        db.addToken(QStringLiteral("b"));
        db.addToken(QStringLiteral("c"));
        QCOMPARE(db->tokens().insert(db.newToken(QStringLiteral("a"))).error().kind, Error::Kind::Conflict);
        QCOMPARE(db->tokens().insert(db.newToken(QStringLiteral("d"), QStringLiteral("r"))).error().kind,
                 Error::Kind::Conflict);
    }

    void referencesMustExist()
    {
        TestStore db;
        AccessToken token = db.newToken(QStringLiteral("a"));
        token.familyId = 4711;
        QCOMPARE(db->tokens().insert(token).error().kind, Error::Kind::Invalid);
    }

    void numbersAreNeverGivenTwice()
    {
        TestStore db;
        const AccessToken last = db.addToken(QStringLiteral("a"));
        take(db->connection().execute("DELETE FROM oauth_access_tokens"));
        QVERIFY(db.addToken(QStringLiteral("b")).id > last.id);
    }

    void refreshTokenIsUsedOnce()
    {
        TestStore db;
        const AccessToken token = db.addToken(QStringLiteral("a"), QStringLiteral("r"));
        QVERIFY(take(db->tokens().useRefreshToken(token.id, db.now())));
        QVERIFY(!take(db->tokens().useRefreshToken(token.id, db.now() + 1)));
        const auto found = take(db->tokens().find(token.id));
        QCOMPARE(activityOf(found->refresh, db.now()), Activity::RotatedOut);
        QCOMPARE(found->refresh.usedAt, db.now());
        QCOMPARE(activityOf(found->access, db.now()), Activity::Active);
    }

    void endedRefreshTokenIsNotUsed()
    {
        TestStore db;
        const AccessToken token = db.addToken(QStringLiteral("a"), QStringLiteral("r"));
        QVERIFY(take(db->tokens().revoke(token.id, db.now())));
        QVERIFY(!take(db->tokens().useRefreshToken(token.id, db.now())));
    }

    void firstEndIsKept()
    {
        TestStore db;
        const AccessToken token = db.addToken(QStringLiteral("a"));
        QVERIFY(take(db->tokens().revoke(token.id, 100)));
        QVERIFY(!take(db->tokens().revoke(token.id, 200)));
        QVERIFY(!take(db->tokens().revoke(4711, 200)));
        QCOMPARE(take(db->tokens().find(token.id))->token.revokedAt, Timestamp(100));
    }

    void manyEndAtOnce()
    {
        TestStore db;
        const Id first = db.addToken(QStringLiteral("a")).id;
        const Id second = db.addToken(QStringLiteral("b")).id;
        const Id left = db.addToken(QStringLiteral("c")).id;
        QVERIFY(take(db->tokens().revoke(first, 100)));
        db.commit();
        QCOMPARE(take(db->tokens().revoke(QList<Id> {first, second, 4711}, 200)), qint64(1));
        QCOMPARE(db->writer().changes()[Table::AccessTokens].updated, QList<Id> {second});
        QCOMPARE(take(db->tokens().find(second))->token.revokedAt, Timestamp(200));
        QCOMPARE(take(db->tokens().find(left))->token.revokedAt, Timestamp(0));
    }

    void allOfACodeEnd()
    {
        TestStore db;
        const AccessGrant grant = db.addGrant(QStringLiteral("code"));
        AccessToken token = db.newToken(QStringLiteral("a"));
        token.grantId = grant.id;
        const Id issued = take(db->tokens().insert(token)).id;
        const Id other = db.addToken(QStringLiteral("b")).id;
        QCOMPARE(take(db->tokens().revokeIssuedFrom(grant.id, 100)), qint64(1));
        QCOMPARE(take(db->tokens().revokeIssuedFrom(grant.id, 200)), qint64(0));
        QCOMPARE(take(db->tokens().find(issued))->token.revokedAt, Timestamp(100));
        QCOMPARE(take(db->tokens().find(other))->token.revokedAt, Timestamp(0));
    }

    void unrevokedScopesAreASet()
    {
        TestStore db;
        const auto has = [&](const char *scopes) {
            return take(db->tokens().hasUnrevoked(db.application().id, db.user().id, QString::fromLatin1(scopes)));
        };
        AccessToken token = db.newToken(QStringLiteral("a"));
        token.scopes = QStringLiteral("read public");
        token.expiresAt = 1; // expired ones count
        token = take(db->tokens().insert(token));
        QVERIFY(has("read public"));
        QVERIFY(has("public read"));
        QVERIFY(!has("public"));
        QVERIFY(!has("public read write"));
        QVERIFY(take(db->tokens().revoke(token.id, db.now())));
        QVERIFY(!has("read public"));
    }

    void livingIsTheNewestOfItsKind()
    {
        TestStore db;
        const auto living = [&](Id user, const char *scopes) {
            const auto found
                = take(db->tokens().findLiving(db.application().id, user, QString::fromLatin1(scopes), db.now()));
            return found ? found->token.id : Id(0);
        };
        AccessToken own = db.newToken(QStringLiteral("own"));
        own.resourceOwnerId = 0;
        const Id ofApplication = take(db->tokens().insert(own)).id;
        const Id older = db.addToken(QStringLiteral("older")).id;
        const Id newer = db.addToken(QStringLiteral("newer")).id;
        AccessToken expired = db.newToken(QStringLiteral("expired"));
        expired.expiresAt = db.now();
        take(db->tokens().insert(expired));
        QCOMPARE(living(db.user().id, "public"), newer);
        QCOMPARE(living(0, "public"), ofApplication);
        QCOMPARE(living(db.user().id, "public read"), Id(0));
        QVERIFY(take(db->tokens().revoke(newer, db.now())));
        QCOMPARE(living(db.user().id, "public"), older);
    }
};

QTEST_GUILESS_MAIN(TestTokenStore)
#include "tst_tokenstore.moc"
