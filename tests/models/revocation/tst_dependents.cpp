#include "models/revocation/dependents.h"
#include "tests/support/teststore.h"

#include <QTest>

using namespace Gatehouse;

class TestDependents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dependentsAreCounted();
};

void TestDependents::dependentsAreCounted()
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

QTEST_GUILESS_MAIN(TestDependents)
#include "tst_dependents.moc"
