#include "models/activity.h"
#include "models/records/tokenfamily.h"
#include "models/revocation/revocationservice.h"
#include "models/store/auditstore.h"
#include "models/store/consentstore.h"
#include "models/store/familystore.h"
#include "models/store/grantstore.h"
#include "models/store/tokenstore.h"
#include "tests/support/teststore.h"

#include <QSet>
#include <QSqlQuery>
#include <QTest>

#include <memory>

using namespace Gatehouse;

namespace {

/// What one application was given by one user, in one session.
struct Gift
{
    Id application = 0;
    Id user = 0;
    Id consent = 0;
    Id session = 0;
    Id grant = 0; ///< used
    Id family = 0;
    AccessToken first; ///< its refresh token was used
    AccessToken second;
    AccessToken alone; ///< an access token without a family
    Id code = 0; ///< unused
};

/// Two users, two applications, four gifts, and what is over already.
struct World
{
    World();
    Gift give(Id application, Id user, const QString &resource);
    AccessToken pair(const Gift &gift, const QString &name, Id parent);
    /// "access 4", "refresh 4", "code 1", "consent 2" for what is active.
    QSet<QString> active();
    /// What each row says of its end.
    QStringList ends();
    qint64 events() { return ids(QStringLiteral("SELECT id FROM audit_events")).size(); }
    QSet<Id> ids(const QString &sql);

    TestStore db;
    QList<Gift> gifts;
};

World::World()
{
    const Id other = db.addApplication(QStringLiteral("other")).id;
    const Id ben = db.addUser(QStringLiteral("ben@example.com")).id;
    gifts = {give(db.application().id, db.user().id, QStringLiteral("api")),
             give(db.application().id, ben, QStringLiteral("mail")), give(other, db.user().id, QStringLiteral("mail")),
             give(other, ben, QStringLiteral("api"))};
    AccessToken expired = pair(gifts.first(), QStringLiteral("expired"), 0);
    take(db->connection().execute(
        QStringLiteral("UPDATE oauth_access_tokens SET expires_at = 1, refresh_expires_at = 1 WHERE id = %1")
            .arg(expired.id)));
    const AccessToken revoked = pair(gifts.first(), QStringLiteral("revoked"), 0);
    take(db->tokens().revoke(revoked.id, db.now() - 5000));
    db.commit();
}

Gift World::give(Id application, Id user, const QString &resource)
{
    Gift gift;
    gift.application = application;
    gift.user = user;
    gift.session = 100 + gifts.size() + ids(QStringLiteral("SELECT id FROM consents")).size();
    gift.consent = take(db->consents().give(1, user, application, QStringLiteral("public"), db.now(), resource)).id;
    const auto grantNamed = [&](const QString &name) {
        AccessGrant grant;
        grant.domainId = 1;
        grant.applicationId = application;
        grant.resourceOwnerId = user;
        grant.consentId = gift.consent;
        grant.sessionId = gift.session;
        grant.token = name % QString::number(gift.consent);
        grant.scopes = QStringLiteral("public");
        grant.createdAt = db.now();
        grant.expiresAt = db.now() + 60000;
        grant.expiresIn = 60;
        return grant;
    };
    AccessGrant used = grantNamed(QStringLiteral("used"));
    used.revokedAt = db.now() - 1000;
    gift.grant = take(db->grants().insert(used)).id;
    gift.code = take(db->grants().insert(grantNamed(QStringLiteral("code")))).id;
    TokenFamily family;
    family.domainId = 1;
    family.applicationId = application;
    family.resourceOwnerId = user;
    family.grantId = gift.grant;
    family.consentId = gift.consent;
    family.createdAt = db.now();
    gift.family = take(db->families().insert(family)).id;
    gift.first = pair(gift, QStringLiteral("first"), 0);
    gift.second = pair(gift, QStringLiteral("second"), gift.first.id);
    take(db->tokens().useRefreshToken(gift.first.id, db.now()));
    AccessToken alone = db.newToken(u"alone" % QString::number(gift.consent));
    alone.applicationId = application;
    alone.resourceOwnerId = user;
    alone.consentId = gift.consent;
    alone.sessionId = gift.session;
    alone.scopes = QStringLiteral("public write");
    gift.alone = take(db->tokens().insert(alone));
    return gift;
}

AccessToken World::pair(const Gift &gift, const QString &name, Id parent)
{
    AccessToken pair = db.newToken(name % QString::number(gift.consent), u"r-" % name % QString::number(gift.consent));
    pair.applicationId = gift.application;
    pair.resourceOwnerId = gift.user;
    pair.consentId = gift.consent;
    pair.familyId = gift.family;
    pair.grantId = parent == 0 ? gift.grant : 0;
    pair.parentId = parent;
    return take(db->tokens().insert(pair));
}

QSet<Id> World::ids(const QString &sql)
{
    QSet<Id> found;
    take(db->connection().read(sql, [&](const QSqlQuery &row) { found.insert(row.value(0).toLongLong()); }));
    return found;
}

QSet<QString> World::active()
{
    QSet<QString> all;
    const auto add = [&](const char *kind, const QString &sql) {
        for (const Id id : ids(sql))
            all.insert(QLatin1String(kind) % u' ' % QString::number(id));
    };
    const auto now = [this](QString condition) { return condition.replace(u'?', QString::number(db.now())); };
    add("access", u"SELECT t.id " % activityJoins() % u" WHERE " % now(activeTokenCondition()));
    add("refresh", u"SELECT t.id " % activityJoins() % u" WHERE " % now(activeRefreshTokenCondition()));
    add("code",
        u"SELECT t.id FROM oauth_access_grants t JOIN consents c ON c.id = t.consent_id"
        " WHERE t.revoked_at IS NULL AND c.revoked_at IS NULL AND t.expires_at > "
            % QString::number(db.now()));
    add("consent", QStringLiteral("SELECT id FROM consents WHERE revoked_at IS NULL"));
    return all;
}

QStringList World::ends()
{
    QStringList all;
    const auto add = [&](const char *columns, const char *table) {
        take(db->connection().read(
            QStringLiteral("SELECT %1 FROM %2 ORDER BY id").arg(QLatin1String(columns), QLatin1String(table)),
            [&](const QSqlQuery &row) { all.append(row.value(0).toString()); }));
    };
    add("id || ' ' || ifnull(revoked_at, 0) || ' ' || ifnull(access_revoked_at, 0) || ' ' || "
        "ifnull(refresh_revoked_at, 0) || ' ' || ifnull(revocation_id, 0)",
        "oauth_access_tokens");
    add("id || ' ' || ifnull(ended_at, 0)", "token_families");
    add("id || ' ' || ifnull(revoked_at, 0)", "oauth_access_grants");
    add("id || ' ' || ifnull(revoked_at, 0)", "consents");
    return all;
}

RevocationTarget inDomain()
{
    RevocationTarget target;
    target.domain = 1;
    return target;
}

RevocationAudit console()
{
    RevocationAudit audit;
    audit.domainId = 1;
    audit.dialect = QStringLiteral("console");
    audit.actorKind = QStringLiteral("admin");
    audit.reason = QStringLiteral("laptop lost");
    return audit;
}

using Targets = std::function<RevocationTargets(const World &)>;

template<class Change> Targets selecting(Change change)
{
    return [change](const World &world) {
        RevocationTarget target = inDomain();
        change(target, world.gifts.first());
        return RevocationTargets {target};
    };
}

Targets revoking(bool first, bool refresh, RevocationLevel level)
{
    return [=](const World &world) {
        TokenLookup lookup;
        lookup.token = first ? world.gifts.first().first : world.gifts.first().second;
        return targetsOf(lookup, refresh, level).targets;
    };
}

} // namespace

Q_DECLARE_METATYPE(Targets)

class TestRevocationService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void surveyIsWhatHappens_data();
    void surveyIsWhatHappens();
    void levelsReachAsFarAsTheySay_data();
    void levelsReachAsFarAsTheySay();
    void fingerprintTellsSetsApart();
    void driftChangesNothing();
    void cancelChangesNothing();
    void halvesEndAlone();
    void namesMayHoldAnything_data();
    void namesMayHoldAnything();
    void manyTargetsAtOnce();
    void recordNamesNoToken();
    void selectorsDoNotScan_data();
    void selectorsDoNotScan();
    void onlyWholeDomainsAreScanned();
};

static void addSelectors(bool scanning)
{
    QTest::addColumn<Targets>("targets");
    using Level = RevocationLevel;
    using T = RevocationTarget;
    QTest::newRow("user") << selecting([](T &t, const Gift &gift) { t.user = gift.user; });
    QTest::newRow("client") << selecting([](T &t, const Gift &gift) { t.application = gift.application; });
    QTest::newRow("user and client") << selecting([](T &t, const Gift &gift) {
        t.user = gift.user;
        t.application = gift.application;
    });
    QTest::newRow("user and client with consents") << selecting([](T &t, const Gift &gift) {
        t.user = gift.user;
        t.application = gift.application;
        t.withConsents = true;
    });
    QTest::newRow("resource") << selecting([](T &t, const Gift &) { t.resource = QStringLiteral("mail"); });
    QTest::newRow("resource with consents") << selecting([](T &t, const Gift &) {
        t.resource = QStringLiteral("mail");
        t.withConsents = true;
    });
    QTest::newRow("consent") << selecting([](T &t, const Gift &gift) { t.consents = {gift.consent}; });
    QTest::newRow("family") << selecting([](T &t, const Gift &gift) { t.families = {gift.family}; });
    QTest::newRow("family with consents") << selecting([](T &t, const Gift &gift) {
        t.families = {gift.family};
        t.withConsents = true;
    });
    QTest::newRow("code") << selecting([](T &t, const Gift &gift) { t.grants = {gift.grant}; });
    QTest::newRow("token") << selecting([](T &t, const Gift &gift) { t.tokens = {gift.alone.id}; });
    QTest::newRow("token with consents") << selecting([](T &t, const Gift &gift) {
        t.tokens = {gift.alone.id};
        t.withConsents = true;
    });
    QTest::newRow("session") << selecting([](T &t, const Gift &gift) { t.session = gift.session; });
    QTest::newRow("session with consents") << selecting([](T &t, const Gift &gift) {
        t.session = gift.session;
        t.withConsents = true;
    });
    QTest::newRow("access tokens of a user") << selecting([](T &t, const Gift &gift) {
        t.user = gift.user;
        t.refresh = t.codes = false;
    });
    QTest::newRow("refresh tokens of a client") << selecting([](T &t, const Gift &gift) {
        t.application = gift.application;
        t.access = t.codes = false;
    });
    QTest::newRow("codes of a user") << selecting([](T &t, const Gift &gift) {
        t.user = gift.user;
        t.access = t.refresh = false;
    });
    QTest::newRow("nobody") << selecting([](T &t, const Gift &) { t.user = -1; });
    for (const bool refresh : {false, true}) {
        for (const Level level : {Level::None, Level::RelatedTokens, Level::RelatedConsent})
            QTest::addRow("%s at %s", refresh ? "refresh token" : "access token", qPrintable(levelName(level)))
                << revoking(false, refresh, level);
    }
    QTest::newRow("used refresh token") << revoking(true, true, Level::None);
    if (!scanning)
        return;
    QTest::newRow("scope") << selecting([](T &t, const Gift &) { t.scope = QStringLiteral("write"); });
    QTest::newRow("scope with consents") << selecting([](T &t, const Gift &) {
        t.scope = QStringLiteral("public");
        t.withConsents = true;
    });
    QTest::newRow("before") << selecting([](T &t, const Gift &) { t.issuedBefore = TestStore::Start + 1; });
    QTest::newRow("before that") << selecting([](T &t, const Gift &) { t.issuedBefore = TestStore::Start; });
    QTest::newRow("all") << selecting([](T &, const Gift &) {});
    QTest::newRow("all with consents") << selecting([](T &t, const Gift &) { t.withConsents = true; });
    QTest::newRow("another domain") << selecting([](T &t, const Gift &) { t.domain = 2; });
}

void TestRevocationService::surveyIsWhatHappens_data()
{
    addSelectors(true);
}

void TestRevocationService::surveyIsWhatHappens()
{
    QFETCH(Targets, targets);
    World world;
    const RevocationTargets chosen = targets(world);
    const QSet<QString> before = world.active();
    const RevocationSurvey survey = take(RevocationService(*world.db).survey(chosen));
    QCOMPARE(world.active(), before);
    const auto done = take(RevocationService(*world.db).revoke(chosen, console(), survey.fingerprint));
    QVERIFY(!done.drifted && !done.cancelled);
    QCOMPARE(done.counts, survey.counts);
    const QSet<QString> ended = before - world.active();
    const auto endedOf = [&ended](const QString &kind) {
        return std::count_if(ended.begin(), ended.end(), [&](const QString &each) { return each.startsWith(kind); });
    };
    QCOMPARE(survey.counts.access, endedOf(QStringLiteral("access")));
    QCOMPARE(survey.counts.refresh, endedOf(QStringLiteral("refresh")));
    QCOMPARE(survey.counts.code, endedOf(QStringLiteral("code")));
    QCOMPARE(survey.counts.consent, endedOf(QStringLiteral("consent")));
    RevocationCounts shares;
    for (const RevocationSurvey::Share &share : survey.shares)
        shares += share.counts;
    QCOMPARE(shares, survey.counts);
    QCOMPARE(take(world.db->audit().find(done.event))->outcome,
             survey.counts.total() > 0 ? QStringLiteral("revoked") : QStringLiteral("already_inactive"));
    const QStringList once = world.ends();
    world.db.clock().advance(60);
    const auto again = take(RevocationService(*world.db).revoke(chosen, console()));
    QCOMPARE(again.counts.total(), 0);
    QCOMPARE(world.ends(), once); // no end is written twice
}

void TestRevocationService::levelsReachAsFarAsTheySay_data()
{
    QTest::addColumn<bool>("refresh");
    QTest::addColumn<RevocationLevel>("level");
    QTest::addColumn<RevocationCounts>("counts");
    using Level = RevocationLevel;
    QTest::newRow("access NONE") << false << Level::None << RevocationCounts {1, 0, 0, 0};
    QTest::newRow("access RELATED_TOKENS") << false << Level::RelatedTokens << RevocationCounts {1, 1, 0, 0};
    QTest::newRow("refresh NONE") << true << Level::None << RevocationCounts {0, 1, 0, 0};
    QTest::newRow("refresh RELATED_TOKENS") << true << Level::RelatedTokens << RevocationCounts {2, 1, 0, 0};
    QTest::newRow("access RELATED_CONSENT") << false << Level::RelatedConsent << RevocationCounts {3, 1, 1, 1};
    QTest::newRow("refresh RELATED_CONSENT") << true << Level::RelatedConsent << RevocationCounts {3, 1, 1, 1};
}

void TestRevocationService::levelsReachAsFarAsTheySay()
{
    QFETCH(bool, refresh);
    QFETCH(RevocationLevel, level);
    QFETCH(RevocationCounts, counts);
    World world;
    const auto targets = revoking(true, refresh, level)(world);
    const auto done = take(RevocationService(*world.db).revoke(targets, console()));
    QCOMPARE(done.counts.toJson(), counts.toJson());
    const Id marked = world.gifts.first().first.id;
    QCOMPARE(take(world.db->tokens().find(marked))->token.revocationId, done.event);
}

void TestRevocationService::fingerprintTellsSetsApart()
{
    World world;
    RevocationTarget target = inDomain();
    target.user = world.gifts.first().user;
    const auto print = [&] { return take(RevocationService(*world.db).survey({target})).fingerprint; };
    const QByteArray first = print();
    QCOMPARE(print(), first);
    world.pair(world.gifts.at(1), QStringLiteral("elsewhere"), 0);
    QCOMPARE(print(), first);
    const AccessToken more = world.pair(world.gifts.first(), QStringLiteral("more"), 0);
    const QByteArray second = print();
    QVERIFY(second != first);
    take(world.db->tokens().revoke(more.id, world.db.now()));
    QCOMPARE(print(), first);
    // As many as before, but others.
    take(world.db->tokens().revoke(world.gifts.first().second.id, world.db.now()));
    world.pair(world.gifts.first(), QStringLiteral("another"), 0);
    QVERIFY(print() != first);
}

void TestRevocationService::driftChangesNothing()
{
    World world;
    RevocationTarget target = inDomain();
    target.user = world.gifts.first().user;
    const RevocationSurvey survey = take(RevocationService(*world.db).survey({target}));
    world.pair(world.gifts.first(), QStringLiteral("more"), 0);
    const QStringList before = world.ends();
    const auto done = take(RevocationService(*world.db).revoke({target}, console(), survey.fingerprint));
    QVERIFY(done.drifted);
    QCOMPARE(done.counts.access, survey.counts.access + 1);
    QCOMPARE(world.ends(), before);
    QCOMPARE(world.events(), 0);
}

void TestRevocationService::cancelChangesNothing()
{
    World world;
    const QStringList before = world.ends();
    int calls = 0;
    const auto done = take(
        RevocationService(*world.db).revoke({inDomain()}, console(), {}, [&](qint64, qint64) { return ++calls < 3; }));
    QVERIFY(done.cancelled);
    QCOMPARE(calls, 3);
    QCOMPARE(world.ends(), before);
    QCOMPARE(world.events(), 0);
}

void TestRevocationService::halvesEndAlone()
{
    World world;
    const Id id = world.gifts.first().second.id;
    const auto row = [&] { return take(world.db->tokens().find(id))->token; };
    const auto end = [&](bool refresh) {
        world.db.clock().advance(1);
        return take(
            RevocationService(*world.db).revoke(revoking(false, refresh, RevocationLevel::None)(world), console()));
    };
    const auto access = end(false);
    QCOMPARE(row().accessRevokedAt, world.db.now());
    QCOMPARE(row().revokedAt, 0);
    QCOMPARE(row().refreshRevokedAt, 0);
    QCOMPARE(row().revocationId, access.event);
    const Timestamp first = row().accessRevokedAt;
    end(true);
    QCOMPARE(row().accessRevokedAt, first);
    QCOMPARE(row().refreshRevokedAt, world.db.now());
    QCOMPARE(row().revokedAt, world.db.now()); // both are over, so the pair is
    const AccessToken whole = row();
    QCOMPARE(end(true).counts.total(), 0);
    QCOMPARE(row().revokedAt, whole.revokedAt);
    QCOMPARE(row().revocationId, whole.revocationId);
}

void TestRevocationService::namesMayHoldAnything_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"it's", "' OR 1 = 1 --", "REFRESH", "ACCESS'REFRESH", "?", "%1", "\";--", "\xc3\xa4"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestRevocationService::namesMayHoldAnything()
{
    QFETCH(QString, name);
    World world;
    const Gift gift = world.give(world.gifts.first().application, world.gifts.first().user, name);
    RevocationTarget target = inDomain();
    target.resource = name;
    const RevocationSurvey survey = take(RevocationService(*world.db).survey({target}));
    QCOMPARE(survey.counts.toJson(), (RevocationCounts {3, 1, 1, 0}).toJson());
    QCOMPARE(survey.sample.size(), 3);
    QCOMPARE(survey.sample.constFirst().token, gift.alone.id);
    QVERIFY(survey.sample.constFirst().access && !survey.sample.constFirst().refresh);
    QCOMPARE(take(RevocationService(*world.db).revoke({target}, console())).counts, survey.counts);
    target.resource.reset();
    target.scope = name;
    QCOMPARE(take(RevocationService(*world.db).survey({target})).counts.total(), 0);
}

/// The window hands in what is chosen in a table.
void TestRevocationService::manyTargetsAtOnce()
{
    World world;
    RevocationTargets targets;
    for (Id id = 1; id <= 1500; ++id) {
        RevocationTarget target = inDomain();
        target.tokens = {id};
        targets.append(target);
    }
    const RevocationSurvey survey = take(RevocationService(*world.db).survey(targets));
    QCOMPARE(survey.counts.access, 12);
    QCOMPARE(take(RevocationService(*world.db).revoke(targets, console(), survey.fingerprint)).counts, survey.counts);
}

void TestRevocationService::recordNamesNoToken()
{
    World world;
    const auto done = take(RevocationService(*world.db).revoke({inDomain()}, console()));
    const AuditEvent event = *take(world.db->audit().find(done.event));
    QCOMPARE(event.reason, QStringLiteral("laptop lost"));
    QCOMPARE(event.actor, QStringLiteral("console"));
    for (const Gift &gift : world.gifts) {
        for (const QString &token : {gift.first.token, gift.first.refreshToken, gift.second.token, gift.alone.token})
            QVERIFY(!event.details.contains(token) && !event.subject.contains(token));
    }
}

void TestRevocationService::selectorsDoNotScan_data()
{
    addSelectors(false);
}

/// Steps of the statements that look for the targets or end them in which every token is read.
static QStringList scansOf(World &world, const RevocationTargets &targets)
{
    QList<SqlTrace> trace;
    world.db->connection().setTrace(&trace);
    take(RevocationService(*world.db).survey(targets));
    take(RevocationService(*world.db).revoke(targets, console()));
    world.db->connection().setTrace(nullptr);
    QStringList scans;
    for (const SqlTrace &each : trace) {
        // What is false for every row is found out before the first.
        if (!each.sql.contains(u"oauth_access_tokens") || each.sql.contains(u" WHERE (1 = 0) AND"))
            continue;
        // Other tables have the alias too, in statements of their own.
        const bool isOfTokens = each.sql.contains(u"FROM oauth_access_tokens t");
        take(world.db->connection().read(u"EXPLAIN QUERY PLAN " % each.sql, [&](const QSqlQuery &row) {
            const QString step = row.value(3).toString();
            if (step.startsWith(u"SCAN oauth_access_tokens") || (isOfTokens && step.startsWith(u"SCAN t"))
                || step.contains(u"oauth_access_tokens_on_expires_at"))
                scans.append(step % u": " % each.sql.left(2000));
        }));
    }
    return scans;
}

/// Millions of tokens stand in the table; an index must lead to those that are meant.
void TestRevocationService::selectorsDoNotScan()
{
    QFETCH(Targets, targets);
    World world;
    const QStringList scans = scansOf(world, targets(world));
    QVERIFY2(scans.isEmpty(), qPrintable(scans.join(u'\n')));
}

void TestRevocationService::onlyWholeDomainsAreScanned()
{
    World world;
    QVERIFY(!scansOf(world, {inDomain()}).isEmpty());
}

QTEST_GUILESS_MAIN(TestRevocationService)
#include "tst_revocationservice.moc"
