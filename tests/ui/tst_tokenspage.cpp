#include "models/activity.h"
#include "models/store/familystore.h"
#include "models/store/tokenstore.h"
#include "tests/ui/consolefixture.h"
#include "ui/livedata.h"
#include "ui/pages/tokenspage.h"
#include "ui/revocation/revocationpreview.h"
#include "ui/uistate.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

class TestTokensPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsThatThereIsNothing();
    void showsWhatIsIssued();
    void detailsFollowTheSelection();
    void revokesAfterThePreview();
    void escapeCancels();
    void familyEndsToo();
    void allOfADomainArePreviewed();
    void filterIsJudged();
    void detailPaneIsRemembered();
    void keyHidesAndShowsTheDetails();

private:
    bool waitForRows(int rows)
    {
        return QTest::qWaitFor([&] { return m_live->tokens().rowCount() == rows; }, 5000);
    }
    RevocationPreview &panel() { return *m_page->findChild<RevocationPreview *>(QStringLiteral("revocationPreview")); }
    QPushButton &confirm() { return *panel().findChild<QPushButton *>(QStringLiteral("confirmRevocation")); }
    QAction &revoke() { return *m_page->findChild<QAction *>(QStringLiteral("revoke")); }
    bool isRevoked(Id token)
    {
        const auto found = take(m_fixture->run([token](Store &store) { return store.tokens().find(token); }));
        return found && found->token.revokedAt != 0;
    }

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<LiveData> m_live;
    std::unique_ptr<TokensPage> m_page;
    Application m_application;
};

void TestTokensPage::init()
{
    m_fixture = std::make_unique<ConsoleFixture>();
    m_application = m_fixture->addApplication();
    m_live = std::make_unique<LiveData>(m_fixture->console());
    m_page = std::make_unique<TokensPage>(m_fixture->console(), *m_live);
    m_page->resize(1200, 500);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get())); // keys go to an active window only
}

void TestTokensPage::cleanup()
{
    m_page.reset();
    m_live.reset();
    m_fixture.reset();
}

void TestTokensPage::tellsThatThereIsNothing()
{
    QTRY_VERIFY(m_page->findChild<Placeholder *>()->isVisible());
    QVERIFY(!m_page->table().isVisible());
    QVERIFY(!revoke().isEnabled());
}

void TestTokensPage::showsWhatIsIssued()
{
    m_fixture->addToken(m_application, QStringLiteral("one"));
    QVERIFY(waitForRows(1));
    QTRY_VERIFY(m_page->table().isVisible());
    m_fixture->addToken(m_application, QStringLiteral("two"));
    QVERIFY(waitForRows(2));
}

void TestTokensPage::detailsFollowTheSelection()
{
    m_fixture->addToken(m_application, QStringLiteral("one"));
    QVERIFY(waitForRows(1));
    m_page->table().selectRow(0);
    QTRY_VERIFY(!m_page->details().fields().isEmpty());
    const auto holds = [this](const QString &value) {
        const QList<DetailField> fields = m_page->details().fields();
        return std::any_of(fields.begin(), fields.end(),
                           [&](const DetailField &field) { return field.value == value; });
    };
    QTRY_VERIFY(holds(QStringLiteral("Web Client")));
    QTRY_VERIFY(holds(QStringLiteral("web"))); // the client ID comes from the store
    m_page->table().clearSelection();
    QTRY_VERIFY(m_page->details().fields().isEmpty());
}

void TestTokensPage::revokesAfterThePreview()
{
    const AccessToken token = m_fixture->addToken(m_application, QStringLiteral("one"));
    m_fixture->addToken(m_application, QStringLiteral("two"));
    QVERIFY(waitForRows(2));
    m_page->table().selectRow(m_live->tokens().rowOf(token.id));
    QTRY_VERIFY(revoke().isEnabled());
    m_page->table().setFocus();
    QTest::keyClick(&m_page->table(), Qt::Key_Delete);
    QTRY_VERIFY(panel().isVisible() && confirm().isEnabled());
    QVERIFY(!isRevoked(token.id)); // nothing before the answer
    confirm().click();
    QTRY_COMPARE(panel().sentence(), QStringLiteral("Ended: 1 access token(s)."));
    QVERIFY(isRevoked(token.id));
    panel().findChild<QPushButton *>(QStringLiteral("cancelRevocation"))->click();
    QTRY_VERIFY(panel().isHidden());
    QCOMPARE(m_live->tokens().rowCount(), 2); // dimmed, not gone
    QTRY_COMPARE(m_live->tokens().index(m_live->tokens().rowOf(token.id), 0).data(ActivityRole).toInt(),
                 int(Activity::Revoked));
}

void TestTokensPage::escapeCancels()
{
    const AccessToken token = m_fixture->addToken(m_application, QStringLiteral("one"));
    QVERIFY(waitForRows(1));
    m_page->table().selectRow(0);
    QTRY_VERIFY(revoke().isEnabled());
    revoke().trigger();
    QTRY_VERIFY(confirm().isEnabled());
    QTest::keyClick(&confirm(), Qt::Key_Escape);
    QTRY_VERIFY(panel().isHidden());
    QVERIFY(!isRevoked(token.id));
}

void TestTokensPage::familyEndsToo()
{
    TokenFamily family;
    family.domainId = m_application.domainId;
    family.applicationId = m_application.id;
    family.createdAt = m_fixture->clock().now();
    family = take(m_fixture->run([family](Store &store) { return store.families().insert(family); }));
    const AccessToken first = m_fixture->addToken(m_application, QStringLiteral("one"), family.id);
    const AccessToken second = m_fixture->addToken(m_application, QStringLiteral("two"), family.id);
    QVERIFY(waitForRows(2));
    m_page->table().selectRow(m_live->tokens().rowOf(second.id));
    QTRY_VERIFY(revoke().isEnabled());
    revoke().trigger();
    QTRY_VERIFY(confirm().isEnabled());
    confirm().click();
    QTRY_COMPARE(panel().sentence(), QStringLiteral("Ended: 2 access token(s), 2 refresh token(s)."));
    QVERIFY(isRevoked(first.id));
    QVERIFY(isRevoked(second.id));
}

void TestTokensPage::allOfADomainArePreviewed()
{
    m_fixture->addToken(m_application, QStringLiteral("one"));
    QVERIFY(waitForRows(1));
    m_live->showDomain(1, 1);
    m_page->findChild<QAction *>(QStringLiteral("revokeDomain"))->trigger();
    QTRY_VERIFY(m_page->findChild<RevocationPreview *>(QStringLiteral("revocationPreview")));
}

void TestTokensPage::filterIsJudged()
{
    m_fixture->addToken(m_application, QStringLiteral("one"));
    QVERIFY(waitForRows(1));
    QSignalSpy judged(m_page.get(), &Page::filterJudged);
    m_page->setFilterText(QStringLiteral("is:active"));
    QCOMPARE(judged.last().first().toString(), QString());
    m_page->setFilterText(QStringLiteral("is:nonsense"));
    QVERIFY(!judged.last().first().toString().isEmpty());
    m_page->setFilterText(QStringLiteral("application:nobody"));
    QVERIFY(waitForRows(0));
    QVERIFY(m_page->table().isVisible()); // filtered, not empty
}

void TestTokensPage::detailPaneIsRemembered()
{
    UiState state(m_fixture->settings());
    m_page->setDetailPlace(TablePage::DetailPlace::Below);
    m_page->saveState(state);
    m_page->setDetailPlace(TablePage::DetailPlace::Hidden);
    QVERIFY(!m_page->details().isVisible());
    m_page->restoreState(state);
    QCOMPARE(m_page->detailPlace(), TablePage::DetailPlace::Below);
}

void TestTokensPage::keyHidesAndShowsTheDetails()
{
    m_fixture->addToken(m_application, QStringLiteral("one"));
    QVERIFY(waitForRows(1));
    QTRY_VERIFY(m_page->table().isVisible());
    m_page->setDetailPlace(TablePage::DetailPlace::Below);
    m_page->activateWindow();
    m_page->table().setFocus();
    QTest::keyClick(&m_page->table(), Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(m_page->detailPlace(), TablePage::DetailPlace::Hidden);
    QTest::keyClick(&m_page->table(), Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(m_page->detailPlace(), TablePage::DetailPlace::Below);
}

QTEST_MAIN(TestTokensPage)
#include "tst_tokenspage.moc"
