#include "models/store/applicationstore.h"

#include "models/store/auditstore.h"
#include "models/store/consentstore.h"
#include "models/store/domainstore.h"
#include "models/store/exchangestore.h"
#include "models/store/familystore.h"
#include "models/store/sessionstore.h"
#include "models/store/settingstore.h"
#include "models/store/tokenstore.h"
#include "models/store/userstore.h"
#include "tests/support/teststore.h"

#include <QTest>

using namespace Gatehouse;

/// Applications, users, the domain and the small tables beside them.
class TestApplicationStore : public QObject
{
    Q_OBJECT

private:
    static qint64 countOf(TestStore &db, const char *table)
    {
        Statement query = db->connection().prepare(table);
        return query.exec() && query.next() ? query.number(0) : -1;
    }
    /// Something of every kind that belongs to the user and the application.
    static void addDependents(TestStore &db)
    {
        const Consent consent
            = take(db->consents().give(1, db.user().id, db.application().id, QStringLiteral("public"), 1));
        const AccessGrant grant = db.addGrant(QStringLiteral("code"));
        TokenFamily family;
        family.domainId = 1;
        family.applicationId = db.application().id;
        family.resourceOwnerId = db.user().id;
        family.grantId = grant.id;
        family.consentId = consent.id;
        family = take(db->families().insert(family));
        AccessToken token = db.newToken(QStringLiteral("a"), QStringLiteral("r"));
        token.grantId = grant.id;
        token.familyId = family.id;
        token.consentId = consent.id;
        take(db->tokens().insert(token));
        BrowserSession session;
        session.domainId = 1;
        session.userId = db.user().id;
        session.token = QStringLiteral("s");
        take(db->sessions().insert(session));
    }
    static void compareNothingLeft(TestStore &db)
    {
        QCOMPARE(countOf(db, "SELECT count(*) FROM oauth_access_tokens"), 0);
        QCOMPARE(countOf(db, "SELECT count(*) FROM oauth_access_grants"), 0);
        QCOMPARE(countOf(db, "SELECT count(*) FROM token_families"), 0);
        QCOMPARE(countOf(db, "SELECT count(*) FROM consents"), 0);
    }

private Q_SLOTS:
    void redirectUrisAreWords()
    {
        Application application;
        application.redirectUri = QStringLiteral("https://a.example/1\r\nmyapp://x  b:/c\n");
        const QStringList expected {QStringLiteral("https://a.example/1"), QStringLiteral("myapp://x"),
                                    QStringLiteral("b:/c")};
        QCOMPARE(application.redirectUris(), expected);
        application.redirectUri = QStringLiteral(" \n");
        QCOMPARE(application.redirectUris(), QStringList());
    }

    void listIsInTheOrderOfRegistration()
    {
        TestStore db;
        db.clock().advance(1000);
        db.addApplication(QStringLiteral("z"));
        db.clock().advance(1000);
        db.addApplication(QStringLiteral("a"));
        QStringList uids;
        for (const Application &each : take(db->applications().list(DomainStore::DefaultId)))
            uids.append(each.uid);
        const QStringList expected {QStringLiteral("client"), QStringLiteral("z"), QStringLiteral("a")};
        QCOMPARE(uids, expected);
        QVERIFY(take(db->applications().list(DomainStore::DefaultId + 1)).isEmpty());
    }

    void authorizedAreThoseWithATokenThatIsNotRevoked()
    {
        TestStore db;
        const auto authorized
            = [&db] { return take(db->applications().authorizedBy(DomainStore::DefaultId, db.user().id)); };
        db.addGrant(QStringLiteral("code"));
        QVERIFY(authorized().isEmpty());
        AccessToken first = db.newToken(QStringLiteral("a"));
        first.scopes = QStringLiteral("public read");
        first = take(db->tokens().insert(first));
        db.clock().advance(86'400'000); // it has expired
        AccessToken second = db.newToken(QStringLiteral("b"));
        second.scopes = QStringLiteral("write public");
        second = take(db->tokens().insert(second));
        QCOMPARE(authorized().size(), 1);
        QCOMPARE(authorized().constFirst().application.id, db.application().id);
        QCOMPARE(authorized().constFirst().scopes.split(QLatin1Char(' ')).size(), 3);
        QCOMPARE(authorized().constFirst().since, first.createdAt);
        take(db->tokens().revoke(first.id, db.now()));
        QCOMPARE(authorized().constFirst().scopes, QStringLiteral("write public"));
        take(db->tokens().revoke(second.id, db.now()));
        QVERIFY(authorized().isEmpty());
    }

    void authorizedAreThoseOfThisUser()
    {
        TestStore db;
        const User other = db.addUser(QStringLiteral("other@example.com"));
        AccessToken token = db.newToken(QStringLiteral("a"));
        token.resourceOwnerId = other.id;
        take(db->tokens().insert(token));
        QVERIFY(take(db->applications().authorizedBy(DomainStore::DefaultId, db.user().id)).isEmpty());
        QCOMPARE(take(db->applications().authorizedBy(DomainStore::DefaultId, other.id)).size(), 1);
    }

    void applicationComesBackWhole()
    {
        TestStore db;
        Application application;
        application.domainId = 1;
        application.name = QStringLiteral("Näme");
        application.uid = QStringLiteral("uid");
        application.secret = QStringLiteral("stored");
        application.redirectUri = QStringLiteral("https://a.example.com\nhttps://b.example.com");
        application.scopes = QStringLiteral("read");
        application.confidential = false;
        application.trusted = true;
        application.grantTypes = QStringLiteral("password");
        application.notBefore = 5;
        application = take(db->applications().create(application));
        QCOMPARE(application.createdAt, db.now());
        const auto found = take(db->applications().find(application.id));
        QVERIFY(found);
        QCOMPARE(found->name, application.name);
        QCOMPARE(found->secret, application.secret);
        QCOMPARE(found->redirectUris().size(), 2);
        QCOMPARE(found->scopes, application.scopes);
        QVERIFY(!found->confidential && found->enabled && found->trusted);
        QCOMPARE(found->grantTypes, application.grantTypes);
        QCOMPARE(found->notBefore, Timestamp(5));
        QVERIFY(!take(db->applications().find(4711)));
        QVERIFY(!take(db->applications().findByUid(1, QStringLiteral("unknown"))));
        QVERIFY(!take(db->applications().findByUid(2, QStringLiteral("uid"))));
    }

    void applicationsAreChecked()
    {
        TestStore db;
        Application application = db.application();
        QCOMPARE(db->applications().create(application).error().kind, Error::Kind::Conflict);
        application.name = QStringLiteral("  ");
        QCOMPARE(db->applications().create(application).error().kind, Error::Kind::Invalid);
        QCOMPARE(db->applications().update(application).error().kind, Error::Kind::Invalid);
        application = db.application();
        application.uid = QStringLiteral("line\nbreak");
        QCOMPARE(db->applications().create(application).error().kind, Error::Kind::Invalid);
        application.id = 4711;
        application.uid = QStringLiteral("client");
        QCOMPARE(db->applications().update(application).error().kind, Error::Kind::NotFound);
        QCOMPARE(db->applications().setSecret(4711, QStringLiteral("x")).error().kind, Error::Kind::NotFound);
        QCOMPARE(db->applications().remove(4711).error().kind, Error::Kind::NotFound);
    }

    void memoryFollowsEveryChange()
    {
        TestStore db;
        const auto cached = [&] { return *take(db->applications().findByUid(1, QStringLiteral("client"))); };
        Application application = cached();
        db.clock().advance(1000);
        application.name = QStringLiteral("renamed");
        application.secret = QStringLiteral("not changed by update");
        take(db->applications().update(application));
        QCOMPARE(cached().name, QStringLiteral("renamed"));
        QCOMPARE(cached().secret, db.application().secret);
        QCOMPARE(cached().updatedAt, db.now());
        QCOMPARE(cached().createdAt, TestStore::Start);
        take(db->applications().setSecret(application.id, QStringLiteral("new")));
        QCOMPARE(cached().secret, QStringLiteral("new"));
        take(db->applications().remove(application.id));
        QVERIFY(!take(db->applications().findByUid(1, QStringLiteral("client"))));
    }

    void removedApplicationTakesItsTokensAlong()
    {
        TestStore db;
        addDependents(db);
        db.commit();
        take(db->applications().remove(db.application().id));
        QVERIFY(db->writer().changes()[Table::AccessTokens].everything);
        QCOMPARE(db->writer().changes()[Table::Applications].updated, QList<Id> {db.application().id});
        compareNothingLeft(db);
        QCOMPARE(countOf(db, "SELECT count(*) FROM users"), 1);
    }

    void removedUserTakesItsTokensAlong()
    {
        TestStore db;
        addDependents(db);
        take(db->users().remove(db.user().id));
        compareNothingLeft(db);
        QCOMPARE(countOf(db, "SELECT count(*) FROM browser_sessions"), 0);
        QCOMPARE(countOf(db, "SELECT count(*) FROM oauth_applications"), 1);
        QCOMPARE(db->users().remove(db.user().id).error().kind, Error::Kind::NotFound);
    }

    void userComesBackWhole()
    {
        TestStore db;
        User user;
        user.domainId = 1;
        user.email = QStringLiteral("Jane@Example.com");
        user.name = QStringLiteral("Jane");
        user.passwordDigest = QStringLiteral("digest");
        user.admin = true;
        user.notBefore = 9;
        user = take(db->users().create(user));
        const auto found = take(db->users().findByEmail(1, QStringLiteral("jANE@example.COM")));
        QVERIFY(found);
        QCOMPARE(found->id, user.id);
        QCOMPARE(found->email, QStringLiteral("Jane@Example.com"));
        QCOMPARE(found->name, QStringLiteral("Jane"));
        QCOMPARE(found->passwordDigest, QStringLiteral("digest"));
        QVERIFY(found->admin && found->enabled);
        QCOMPARE(found->notBefore, Timestamp(9));
        QCOMPARE(found->createdAt, db.now());
        QVERIFY(!take(db->users().findByEmail(2, QStringLiteral("jane@example.com"))));
        QVERIFY(!take(db->users().findByEmail(1, QStringLiteral("jane@example_com"))));
    }

    void usersAreChecked()
    {
        TestStore db;
        User user = db.user();
        user.email = QStringLiteral("USER@example.com");
        QCOMPARE(db->users().create(user).error().kind, Error::Kind::Conflict);
        user.email = QStringLiteral(" ");
        QCOMPARE(db->users().create(user).error().kind, Error::Kind::Invalid);
        user.email = QStringLiteral("line\nbreak@example.com");
        QCOMPARE(db->users().create(user).error().kind, Error::Kind::Invalid);
        const User other = db.addUser(QStringLiteral("other@example.com"));
        user = other;
        user.email = QStringLiteral("User@Example.com");
        const Result<void> taken = db->users().update(user);
        QCOMPARE(taken.error().kind, Error::Kind::Conflict);
        QVERIFY(taken.error().message.contains(user.email));
    }

    void userChangesAreKept()
    {
        TestStore db;
        User user = db.user();
        db.clock().advance(1000);
        user.name = QStringLiteral("renamed");
        user.enabled = false;
        user.passwordDigest = QStringLiteral("not changed by update");
        take(db->users().update(user));
        User found = *take(db->users().find(user.id));
        QCOMPARE(found.name, QStringLiteral("renamed"));
        QVERIFY(!found.enabled);
        QVERIFY(found.passwordDigest.isEmpty());
        QCOMPARE(found.updatedAt, db.now());
        take(db->users().setPassword(user.id, QStringLiteral("digest")));
        found = *take(db->users().find(user.id));
        QCOMPARE(found.passwordDigest, QStringLiteral("digest"));
        QCOMPARE(db->users().setPassword(4711, QStringLiteral("x")).error().kind, Error::Kind::NotFound);
    }

    void domainKeepsItsPolicy()
    {
        TestStore db;
        QCOMPARE(take(db->domains().defaultDomain()).policy, Policy());
        const Policy wiki = take(Policy::preset(QStringLiteral("wiki")));
        take(db->domains().setPolicy(DomainStore::DefaultId, wiki));
        take(db->domains().setIssuer(DomainStore::DefaultId, QStringLiteral("https://id.example.com")));
        db->domains().invalidate();
        const IdentityDomain domain = take(db->domains().defaultDomain());
        QCOMPARE(domain.policy, wiki);
        QCOMPARE(domain.issuer, QStringLiteral("https://id.example.com"));
        QVERIFY(domain.enabled);
    }

    void brokenPolicyIsAnError()
    {
        TestStore db;
        take(db->connection().execute("UPDATE identity_domains SET policy = '{\"nonsense\": true}'"));
        db->domains().invalidate();
        const Result<IdentityDomain> domain = db->domains().defaultDomain();
        QVERIFY(!domain);
        QVERIFY2(domain.error().message.contains(QStringLiteral("nonsense")), qPrintable(domain.error().message));
    }

    void settingsAreReplaced()
    {
        TestStore db;
        QVERIFY(!take(db->settings().value(QStringLiteral("a"))));
        take(db->settings().set(QStringLiteral("a"), QStringLiteral("1")));
        take(db->settings().set(QStringLiteral("a"), QStringLiteral("2")));
        QCOMPARE(take(db->settings().value(QStringLiteral("a"))), QStringLiteral("2"));
    }

    void eventsAreAppended()
    {
        TestStore db;
        AuditEvent event;
        event.domainId = 1;
        event.at = 5;
        event.actor = QStringLiteral("console");
        event.action = QStringLiteral("token.revoked");
        event.subject = QStringLiteral("token:42");
        take(db->audit().append(event));
        QVERIFY(db->writer().changes()[Table::AuditEvents].inserted);
        Statement query = db->connection().prepare("SELECT action, occurred_at FROM audit_events");
        QVERIFY(query.exec() && query.next());
        QCOMPARE(query.text(0), event.action);
        QCOMPARE(query.number(1), qint64(5));
    }

    void exchangesAreAppendedAndTrimmed()
    {
        TestStore db;
        QList<Exchange> exchanges;
        for (int i = 0; i < 5; ++i) {
            Exchange exchange;
            exchange.id = db->exchanges().nextId();
            exchange.method = "POST";
            exchange.parameters
                = {{QStringLiteral("a"), QStringLiteral("1")}, {QStringLiteral("a"), QStringLiteral("2")}};
            exchange.checks = {{QStringLiteral("pkce"), QStringLiteral("RFC 7636"), true, {}, {}}};
            exchanges.append(exchange);
        }
        QCOMPARE(exchanges.last().id, exchanges.first().id + 4);
        take(db->exchanges().append(exchanges));
        QCOMPARE(take(db->exchanges().trim(2)), qint64(3));
        QCOMPARE(take(db->exchanges().trim(2)), qint64(0));
        Statement query = db->connection().prepare("SELECT min(id), parameters, checks FROM exchanges");
        QVERIFY(query.exec() && query.next());
        QCOMPARE(query.number(0), exchanges.at(3).id);
        QCOMPARE(query.text(1), QStringLiteral("[[\"a\",\"1\"],[\"a\",\"2\"]]"));
        QVERIFY(query.text(2).contains(QStringLiteral("\"passed\":true")));
    }

    void exchangeNumbersGoOn()
    {
        TestStore db;
        AccessToken token = db.newToken(QStringLiteral("a"));
        token.exchangeId = 500;
        take(db->tokens().insert(token));
        QCOMPARE(db->exchanges().nextId(), Id(501));
        QCOMPARE(db->exchanges().nextId(), Id(502));
    }
};

QTEST_GUILESS_MAIN(TestApplicationStore)
#include "tst_applicationstore.moc"
