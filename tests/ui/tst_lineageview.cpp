#include "models/store/auditstore.h"
#include "models/store/familystore.h"
#include "models/store/tokenstore.h"
#include "tests/ui/consolefixture.h"
#include "ui/lineage/lineagetree.h"
#include "ui/lineage/lineageview.h"
#include "ui/livedata.h"
#include "ui/pages/issuedgrantspage.h"
#include "ui/pages/tokenspage.h"
#include "ui/widgets/livetableview.h"

#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeWidgetItemIterator>

using namespace Gatehouse;

class TestLineageView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ConsoleFixture>();
        m_application = m_fixture->addApplication();
        TokenFamily family;
        family.domainId = 1;
        family.applicationId = m_application.id;
        family.createdAt = ConsoleFixture::Start;
        m_family = take(m_fixture->run([family](Store &store) { return store.families().insert(family); })).id;
        m_first = m_fixture->addToken(m_application, QStringLiteral("one"), m_family).id;
        m_live = std::make_unique<LiveData>(m_fixture->console());
        m_page = std::make_unique<TokensPage>(m_fixture->console(), *m_live);
        m_page->resize(1200, 600);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_COMPARE(m_live->tokens().rowCount(), 1);
        m_page->findChild<QTabBar *>(QStringLiteral("detailTabs"))->setCurrentIndex(1);
    }

    void cleanup()
    {
        m_page.reset();
        m_live.reset();
        m_fixture.reset();
    }

    void asksForASelection()
    {
        QVERIFY(!tree().isVisible());
        m_page->table().selectRow(0);
        QTRY_VERIFY(tree().isVisible());
        QCOMPARE(tree().topLevelItemCount(), 1);
        m_page->table().clearSelection();
        QTRY_VERIFY(!tree().isVisible());
    }

    void followsWhatHappens()
    {
        m_page->table().selectRow(0);
        QTRY_COMPARE(tree().topLevelItemCount(), 1);
        refresh();
        QTRY_COMPARE(tree().topLevelItemCount(), 2);
        QVERIFY(spoken(0).contains(QStringLiteral("Rotated Out")));
        QCOMPARE(tree().currentToken(), m_first); // the selected one's step is current still
    }

    void stepSelectsItsToken()
    {
        const Id second = refresh();
        QTRY_COMPARE(m_live->tokens().rowCount(), 2);
        m_page->table().selectRow(m_live->tokens().rowOf(m_first));
        QTRY_COMPARE(tree().topLevelItemCount(), 2);
        QTRY_COMPARE(tree().currentToken(), m_first);
        tree().setFocus();
        QTest::keyClick(&tree(), Qt::Key_End);
        QTRY_COMPARE(m_page->table().selectedIds(), QList<Id> {second});
        QVERIFY(tree().hasFocus());
        QTest::keyClick(&tree(), Qt::Key_Up); // its refresh token: the same row
        QTest::qWait(100);
        QCOMPARE(tree().currentToken(), second);
        QCOMPARE(tree().currentItem(), tree().topLevelItem(1));
    }

    void reuseLeadsToTheAuditTrail()
    {
        m_page->table().selectRow(0);
        QTRY_COMPARE(tree().topLevelItemCount(), 1);
        AuditEvent event;
        event.domainId = 1;
        event.at = ConsoleFixture::Start;
        event.actor = QStringLiteral("client:web");
        event.action = QStringLiteral("token.reuse_detected");
        event.subject = QStringLiteral("family:%1").arg(m_family);
        event.details = QStringLiteral("{}");
        take(m_fixture->run([event, family = m_family](Store &store) -> Result<qint64> {
            if (const auto done = store.audit().append(event); !done)
                return done.error();
            return store.families().end(family, QStringLiteral("reuse"), ConsoleFixture::Start);
        }));
        QTRY_COMPARE(tree().topLevelItemCount(), 3);
        QVERIFY2(spoken(1).contains(QStringLiteral("by Web Client")), qPrintable(spoken(1)));
        auto *open = m_page->findChild<QToolButton *>(QStringLiteral("showAuditEntry"));
        QVERIFY(!open->isEnabled());
        tree().setCurrentItem(tree().topLevelItem(1));
        QTRY_VERIFY(open->isEnabled());
        QSignalSpy requested(m_page.get(), &Page::pageRequested);
        QTest::mouseClick(open, Qt::LeftButton);
        QCOMPARE(requested.first(), (QVariantList {QStringLiteral("audit"), QStringLiteral("id:1")}));
    }

    void rowsAreSpoken()
    {
        m_page->table().selectRow(0);
        QTRY_COMPARE(tree().topLevelItemCount(), 1);
        QVERIFY(!tree().accessibleName().isEmpty());
        for (QTreeWidgetItemIterator each(&tree()); *each; ++each)
            QVERIFY(!(*each)->data(0, Qt::AccessibleTextRole).toString().isEmpty());
    }

    void codesHaveTheirs()
    {
        const AccessGrant grant = m_fixture->addGrant(m_application, m_fixture->addUser(), QStringLiteral("code"));
        IssuedGrantsPage page(m_fixture->console(), *m_live);
        page.show();
        page.findChild<QTabBar *>(QStringLiteral("detailTabs"))->setCurrentIndex(1);
        QTRY_COMPARE(m_live->grants().rowCount(), 1);
        page.table().selectRow(0);
        QTRY_COMPARE(page.lineage().tree().topLevelItemCount(), 1);
        QVERIFY(page.lineage().tree().topLevelItem(0)->text(0).startsWith(QStringLiteral("Code ")));
    }

private:
    /// The pair that comes of refreshing the first.
    Id refresh()
    {
        AccessToken pair;
        pair.domainId = 1;
        pair.applicationId = m_application.id;
        pair.token = QStringLiteral("two");
        pair.refreshToken = QStringLiteral("two-refresh");
        pair.familyId = m_family;
        pair.parentId = m_first;
        pair.createdAt = ConsoleFixture::Start;
        return take(m_fixture->run([pair](Store &store) -> Result<AccessToken> {
                   if (const auto used = store.tokens().useRefreshToken(pair.parentId, pair.createdAt); !used)
                       return used.error();
                   return store.tokens().insert(pair);
               }))
            .id;
    }
    LineageTree &tree() const { return m_page->lineage().tree(); }
    QString spoken(int row) const { return tree().topLevelItem(row)->data(0, Qt::AccessibleTextRole).toString(); }

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<LiveData> m_live;
    std::unique_ptr<TokensPage> m_page;
    Application m_application;
    Id m_family = 0;
    Id m_first = 0;
};

QTEST_MAIN(TestLineageView)
#include "tst_lineageview.moc"
