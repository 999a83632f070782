#include "app/clientrules.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "tests/support/teststore.h"

#include <QJsonArray>
#include <QTest>

using namespace Gatehouse;

class ClientRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsWhatIsNamed();
    void leavesTheRest();
    void namesAnUnknownClient();

private:
    static Application stored(TestStore &db) { return *take(db->applications().find(db.application().id)); }
};

void ClientRulesTest::setsWhatIsNamed()
{
    TestStore db;
    const QJsonObject rules {
        {"grant_types", QJsonArray {"password", "refresh_token"}}, {"trusted", true}, {"super_client", true}};
    take(ClientRules({{"client", rules}}).applyTo(*db, DomainStore::DefaultId));
    QVERIFY(stored(db).superClient);
    QCOMPARE(stored(db).grantTypes, QStringLiteral("password refresh_token"));
    QVERIFY(stored(db).trusted);
}

void ClientRulesTest::leavesTheRest()
{
    TestStore db;
    db.addApplication(QStringLiteral("other"));
    take(ClientRules({{"client", QJsonObject {{"trusted", true}}}}).applyTo(*db, DomainStore::DefaultId));
    take(ClientRules({{"client", QJsonObject {{"grant_types", QJsonArray {"password"}}}}})
             .applyTo(*db, DomainStore::DefaultId));
    QVERIFY(stored(db).trusted);
    QCOMPARE(stored(db).redirectUri, db.application().redirectUri);
    take(ClientRules({{"client", QJsonObject {{"grant_types", QJsonArray()}}}}).applyTo(*db, DomainStore::DefaultId));
    QCOMPARE(stored(db).grantTypes, QString());
    const auto other = take(db->applications().findByUid(db.application().domainId, QStringLiteral("other")));
    QVERIFY(!other->trusted);
}

void ClientRulesTest::namesAnUnknownClient()
{
    TestStore db;
    const Result<void> applied = ClientRules({{"nobody", QJsonObject()}}).applyTo(*db, DomainStore::DefaultId);
    QVERIFY(!applied);
    QCOMPARE(applied.error().kind, Error::Kind::NotFound);
    QVERIFY(applied.error().message.contains(QStringLiteral("nobody")));
}

QTEST_GUILESS_MAIN(ClientRulesTest)
#include "tst_clientrules.moc"
