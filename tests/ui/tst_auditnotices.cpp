#include "models/store/auditstore.h"
#include "tests/ui/consolefixture.h"
#include "ui/audit/auditnotices.h"
#include "ui/mainwindow.h"
#include "ui/page.h"
#include "ui/widgets/inlinemessage.h"

#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Gatehouse;

class TestAuditNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ConsoleFixture>();
        m_fixture->addApplication(QStringLiteral("web"));
        add("client:web", "refused_foreign_token"); // before the window: no news
        m_window = std::make_unique<MainWindow>(m_fixture->console());
        m_window->show();
        m_notices = m_window->findChild<AuditNotices *>();
    }

    void cleanup()
    {
        m_window.reset();
        m_fixture.reset();
    }

    void foreignTokensAreTold()
    {
        QTest::qWait(150);
        QVERIFY(!foreign().isVisible());
        add("client:web", "refused_foreign_token");
        QTRY_VERIFY(foreign().isVisible());
        QVERIFY2(foreign().sentence().startsWith(QStringLiteral("“Web Client” presented a token")),
                 qPrintable(foreign().sentence()));
        QVERIFY(!unknown().isVisible());
    }

    /// As a backup brings them that was restored.
    void whatWasBeforeTheWindowIsNoNews()
    {
        add("client:web", "refused_foreign_token", ConsoleFixture::Start - 1);
        QTest::qWait(250);
        QVERIFY(!foreign().isVisible());
    }

    void theyStandUntilTheyAreClosed()
    {
        add("client:web", "refused_foreign_token");
        QTRY_VERIFY(foreign().isVisible());
        auto *close = foreign().findChild<QToolButton *>();
        QVERIFY(close->isVisible());
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(!foreign().isVisible());
        add("client:web", "refused_foreign_token");
        QTRY_VERIFY(foreign().isVisible());
    }

    void burstsAreTold()
    {
        for (int i = 0; i < 4; ++i)
            add("client:web", "unknown_token");
        QTest::qWait(250);
        QVERIFY(!unknown().isVisible());
        add("client:web", "unknown_token");
        QTRY_VERIFY(unknown().isVisible());
        QVERIFY2(unknown().sentence().contains(QStringLiteral("5 unknown tokens")), qPrintable(unknown().sentence()));
    }

    void theButtonOpensTheEvents()
    {
        add("client:web", "refused_foreign_token");
        QTRY_VERIFY(foreign().isVisible());
        QTest::mouseClick(foreign().findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(m_window->currentPage()->key(), QStringLiteral("audit"));
        QCOMPARE(m_window->currentPage()->filterText(),
                 QStringLiteral("outcome:refused_foreign_token actor:\"client:web\""));
    }

    void severalCallersGetOneNotice()
    {
        add("client:web", "refused_foreign_token");
        QTRY_VERIFY(foreign().isVisible());
        add("client:other", "refused_foreign_token");
        QTRY_VERIFY(foreign().sentence().startsWith(QStringLiteral("Several applications")));
        QTest::mouseClick(foreign().findChildren<QPushButton *>().last(), Qt::LeftButton);
        QCOMPARE(m_window->currentPage()->filterText(), QStringLiteral("outcome:refused_foreign_token"));
    }

private:
    void add(const char *actor, const char *outcome, Timestamp at = ConsoleFixture::Start)
    {
        AuditEvent event;
        event.domainId = 1;
        event.at = at;
        event.actor = QString::fromLatin1(actor);
        event.action = QStringLiteral("revocation");
        event.outcome = QString::fromLatin1(outcome);
        event.details = QStringLiteral("{}");
        take(m_fixture->run([event](Store &store) { return store.audit().append(event); }));
    }

    InlineMessage &foreign() const { return m_notices->message(AuditAlarms::Kind::ForeignToken); }
    InlineMessage &unknown() const { return m_notices->message(AuditAlarms::Kind::UnknownTokens); }

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
    AuditNotices *m_notices = nullptr;
};

QTEST_MAIN(TestAuditNotices)
#include "tst_auditnotices.moc"
