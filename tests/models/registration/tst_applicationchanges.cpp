#include "models/registration/applicationchanges.h"
#include "models/store/applicationstore.h"
#include "models/store/auditstore.h"
#include "models/store/grantstore.h"
#include "models/store/tokenstore.h"
#include "tests/support/teststore.h"

#include <QSqlQuery>
#include <QTest>

using namespace Gatehouse;

class TestApplicationChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takingSuperRightsAwayEndsAll_data();
    void takingSuperRightsAwayEndsAll();
    void otherChangesEndNothing_data();
    void otherChangesEndNothing();
    void publicIsNeverSuper();
    void deletingTellsWhatEnded();
    void withoutTokensThereIsNothingToTell();

private:
    using Change = std::function<void(Application &)>;
    static Application superClient(TestStore &db);
    static bool isOver(TestStore &db, Id token) { return take(db->tokens().find(token))->token.revokedAt != 0; }
    static QList<AuditEvent> events(TestStore &db);
};

Q_DECLARE_METATYPE(std::function<void(Application &)>)

Application TestApplicationChanges::superClient(TestStore &db)
{
    Application application = db.application();
    application.superClient = true;
    take(db->applications().update(application));
    return application;
}

QList<AuditEvent> TestApplicationChanges::events(TestStore &db)
{
    QList<Id> ids;
    take(db->connection().read(QStringLiteral("SELECT id FROM audit_events ORDER BY id"),
                               [&](const QSqlQuery &row) { ids.append(row.value(0).toLongLong()); }));
    QList<AuditEvent> all;
    for (const Id id : ids)
        all.append(*take(db->audit().find(id)));
    return all;
}

void TestApplicationChanges::takingSuperRightsAwayEndsAll_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("the right itself") << Change([](Application &each) { each.superClient = false; });
    QTest::newRow("confidentiality") << Change([](Application &each) { each.confidential = false; });
}

void TestApplicationChanges::takingSuperRightsAwayEndsAll()
{
    QFETCH(Change, change);
    TestStore db;
    Application application = superClient(db);
    const AccessToken pair = db.addToken(QStringLiteral("access"), QStringLiteral("refresh"));
    const AccessGrant code = db.addGrant(QStringLiteral("code"));
    AccessToken foreign = db.newToken(QStringLiteral("foreign"));
    foreign.applicationId = db.addApplication(QStringLiteral("other")).id;
    foreign = take(db->tokens().insert(foreign));
    change(application);
    take(ApplicationChanges(*db, ApplicationChanges::fromConfiguration()).update(application));
    QVERIFY(!take(db->applications().find(application.id))->superClient);
    QVERIFY(isOver(db, pair.id));
    QVERIFY(!isOver(db, foreign.id));
    qint64 codes = 0;
    take(db->connection().read(
        QStringLiteral("SELECT count(*) FROM oauth_access_grants WHERE revoked_at IS NOT NULL AND id = %1")
            .arg(code.id),
        [&](const QSqlQuery &row) { codes = row.value(0).toLongLong(); }));
    QCOMPARE(codes, 1);
    const QList<AuditEvent> told = events(db);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.constFirst().outcome, QStringLiteral("revoked"));
    QCOMPARE(told.constFirst().actor, QStringLiteral("system"));
    QCOMPARE(told.constFirst().subject, QStringLiteral("application:%1").arg(application.id));
    QVERIFY(!told.constFirst().reason.isEmpty());
}

void TestApplicationChanges::otherChangesEndNothing_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("disabled") << Change([](Application &each) { each.enabled = false; });
    QTest::newRow("renamed") << Change([](Application &each) { each.name = QStringLiteral("Else"); });
    QTest::newRow("still super") << Change([](Application &each) { each.trusted = true; });
}

void TestApplicationChanges::otherChangesEndNothing()
{
    QFETCH(Change, change);
    TestStore db;
    Application application = superClient(db);
    const AccessToken pair = db.addToken(QStringLiteral("access"), QStringLiteral("refresh"));
    change(application);
    take(ApplicationChanges(*db, ApplicationChanges::fromConsole()).update(application));
    QVERIFY(!isOver(db, pair.id));
    QVERIFY(events(db).isEmpty());
}

void TestApplicationChanges::publicIsNeverSuper()
{
    TestStore db;
    Application application = db.application();
    application.confidential = false;
    application.superClient = true;
    take(ApplicationChanges(*db, ApplicationChanges::fromConsole()).update(application));
    QVERIFY(!take(db->applications().find(application.id))->superClient);
}

void TestApplicationChanges::deletingTellsWhatEnded()
{
    TestStore db;
    db.addToken(QStringLiteral("access"), QStringLiteral("refresh"));
    db.addGrant(QStringLiteral("code"));
    take(ApplicationChanges(*db, ApplicationChanges::fromConsole()).remove(db.application().id));
    QVERIFY(!take(db->applications().find(db.application().id)));
    const QList<AuditEvent> told = events(db);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.constFirst().actor, QStringLiteral("console"));
    QVERIFY(told.constFirst().details.contains(QStringLiteral("\"access\":1,\"code\":1,\"consent\":0,\"refresh\":1")));
}

void TestApplicationChanges::withoutTokensThereIsNothingToTell()
{
    TestStore db;
    take(ApplicationChanges(*db, ApplicationChanges::fromConsole()).remove(db.application().id));
    QVERIFY(events(db).isEmpty());
}

QTEST_GUILESS_MAIN(TestApplicationChanges)
#include "tst_applicationchanges.moc"
