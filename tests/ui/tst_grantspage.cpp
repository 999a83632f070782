#include "models/activity.h"
#include "models/store/grantstore.h"
#include "models/store/tokenstore.h"
#include "tests/ui/consolefixture.h"
#include "ui/livedata.h"
#include "ui/pages/grantspage.h"
#include "ui/revocation/revocationpreview.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"

#include <QAction>
#include <QPushButton>
#include <QTest>

using namespace Gatehouse;

class TestGrantsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsCodes();
    void revocationEndsTheTokensToo();
};

void TestGrantsPage::showsCodes()
{
    ConsoleFixture fixture;
    fixture.addGrant(fixture.addApplication(), fixture.addUser(), QStringLiteral("code"));
    LiveData live(fixture.console());
    GrantsPage page(fixture.console(), live);
    page.show();
    QTRY_COMPARE(live.grants().rowCount(), 1);
    page.table().selectRow(0);
    QTRY_VERIFY(!page.details().fields().isEmpty());
}

void TestGrantsPage::revocationEndsTheTokensToo()
{
    ConsoleFixture fixture;
    const Application application = fixture.addApplication();
    const AccessGrant grant = fixture.addGrant(application, fixture.addUser(), QStringLiteral("code"));
    AccessToken pair = fixture.addToken(application, QStringLiteral("other"));
    pair.id = 0;
    pair.token = QStringLiteral("from-code");
    pair.grantId = grant.id;
    pair = take(fixture.run([pair](Store &store) { return store.tokens().insert(pair); }));
    LiveData live(fixture.console());
    GrantsPage page(fixture.console(), live);
    page.show();
    QTRY_COMPARE(live.grants().rowCount(), 1);
    page.table().selectRow(0);
    auto *revoke = page.findChild<QAction *>(QStringLiteral("revoke"));
    QTRY_VERIFY(revoke->isEnabled());
    revoke->trigger();
    auto *confirm = page.findChild<QPushButton *>(QStringLiteral("confirmRevocation"));
    QTRY_VERIFY(confirm->isEnabled());
    confirm->click();
    auto *preview = page.findChild<RevocationPreview *>();
    QTRY_COMPARE(preview->sentence(), QStringLiteral("Ended: 1 access token(s), 1 code(s)."));
    const auto revokedAt = [&fixture](Id token) {
        return take(fixture.run([token](Store &store) { return store.tokens().find(token); }))->token.revokedAt;
    };
    QCOMPARE(revokedAt(pair.id), ConsoleFixture::Start);
    QCOMPARE(revokedAt(pair.id - 1), 0); // the other one lives on
    const auto code = take(fixture.run([grant](Store &store) { return store.grants().find(grant.id); }));
    QCOMPARE(code->revokedAt, ConsoleFixture::Start);
}

QTEST_MAIN(TestGrantsPage)
#include "tst_grantspage.moc"
