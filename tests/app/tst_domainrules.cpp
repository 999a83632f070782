#include "app/demoworld.h"
#include "app/domainrules.h"
#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "tests/support/teststore.h"

#include <QTest>

using namespace Gatehouse;

class DomainRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesWhatIsNotThere();
    void changesWhatIsNamed();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void demoHasADomain();

private:
    static IdentityDomain named(TestStore &db, const char *name)
    {
        return take(db->domains().findByName(QString::fromLatin1(name))).value_or(IdentityDomain());
    }
};

void DomainRulesTest::makesWhatIsNotThere()
{
    TestStore db;
    const QJsonObject rules {{"issuer", "https://team.example"},
                             {"enabled", false},
                             {"profile", "strict"},
                             {"policy", QJsonObject {{"code_lifetime", 30}}}};
    take(DomainRules({{"Team", rules}, {"Other", QJsonObject()}}).applyTo(*db));
    const IdentityDomain team = named(db, "team");
    QCOMPARE(team.issuer, QStringLiteral("https://team.example"));
    QCOMPARE(team.enabled, false);
    Policy strict = take(Policy::preset(QStringLiteral("strict")));
    take(strict.apply({{"code_lifetime", 30}}));
    QVERIFY(team.policy == strict);
    QVERIFY(named(db, "Other").enabled);
    QVERIFY(named(db, "Other").policy == Policy());
}

void DomainRulesTest::changesWhatIsNamed()
{
    TestStore db;
    take(DomainRules({{"Team", QJsonObject {{"issuer", "https://team.example"}}}}).applyTo(*db));
    take(DomainRules({{"team", QJsonObject {{"policy", QJsonObject {{"code_lifetime", 30}}}}}}).applyTo(*db));
    const IdentityDomain team = named(db, "Team");
    QCOMPARE(team.name, QStringLiteral("Team"));
    QCOMPARE(team.issuer, QStringLiteral("https://team.example"));
    QCOMPARE(team.policy.codeLifetime, 30);
    Application client = db.application();
    client.domainId = team.id;
    take(db->applications().create(client));
    const QJsonObject applications {{"client", QJsonObject {{"trusted", true}}}};
    take(DomainRules({{"Team", QJsonObject {{"applications", applications}}}}).applyTo(*db));
    QVERIFY(take(db->applications().findByUid(team.id, QStringLiteral("client")))->trusted);
    QVERIFY(!take(db->applications().findByUid(DomainStore::DefaultId, QStringLiteral("client")))->trusted);
}

void DomainRulesTest::refusesWhatCannotBe_data()
{
    QTest::addColumn<QJsonObject>("rules");
    QTest::newRow("a path of the server") << QJsonObject {{"oauth", QJsonObject()}};
    QTest::newRow("a blank") << QJsonObject {{"my team", QJsonObject()}};
    QTest::newRow("switching the default one off") << QJsonObject {{"Default", QJsonObject {{"enabled", false}}}};
    QTest::newRow("an unknown client") << QJsonObject {
        {"Team", QJsonObject {{"applications", QJsonObject {{"nobody", QJsonObject()}}}}}};
}

void DomainRulesTest::refusesWhatCannotBe()
{
    QFETCH(QJsonObject, rules);
    TestStore db;
    QVERIFY(!DomainRules(rules).applyTo(*db));
}

void DomainRulesTest::demoHasADomain()
{
    TestStore db;
    for (int times = 0; times < 2; ++times)
        take(DemoWorld::load().addTo(*db));
    const IdentityDomain demo = named(db, "DemoDomain");
    const auto client = take(db->applications().findByUid(demo.id, QStringLiteral("DemoClientId")));
    QVERIFY(client && client->confidential && verifyPassword(client->secret, QStringLiteral("welcome1")));
    const auto desktop
        = take(db->applications().findByUid(DomainStore::DefaultId, QStringLiteral("io8MvuTN3reflIaESwe5tGd")));
    QVERIFY(desktop && !desktop->confidential && desktop->secret.isEmpty());
}

QTEST_GUILESS_MAIN(DomainRulesTest)
#include "tst_domainrules.moc"
