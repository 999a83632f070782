#include "models/store/consentstore.h"
#include "models/store/tokenstore.h"
#include "tests/support/withdrawal.h"
#include "tests/ui/consolefixture.h"
#include "ui/livedata.h"
#include "ui/pages/consentspage.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

class TestConsentsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ConsoleFixture>();
        m_application = m_fixture->addApplication();
        m_user = m_fixture->addUser();
        m_live = std::make_unique<LiveData>(m_fixture->console());
        m_page = std::make_unique<ConsentsPage>(m_fixture->console(), *m_live);
        m_page->resize(1200, 500);
        m_page->show();
    }

    void cleanup()
    {
        m_page.reset();
        m_live.reset();
        m_fixture.reset();
    }

    void tellsThatThereIsNothing()
    {
        QTRY_VERIFY(m_page->findChild<Placeholder *>()->isVisible());
        for (const QAction *action : m_page->itemActions())
            QVERIFY(!action->isEnabled());
    }

    void followsWhatIsGivenAndIssued()
    {
        const Consent consent = give();
        QTRY_COMPARE(m_live->consents().rowCount(), 1);
        QCOMPARE(tokens(), QStringLiteral("0"));
        AccessToken token = m_fixture->addToken(m_application, QStringLiteral("one"));
        token.token = QStringLiteral("two");
        token.consentId = consent.id;
        take(m_fixture->run([token](Store &store) { return store.tokens().insert(token); }));
        QTRY_COMPARE(tokens(), QStringLiteral("1"));
        m_page->table().selectRow(0);
        const auto holds = [this](const QString &value) {
            const QList<DetailField> fields = m_page->details().fields();
            return std::any_of(fields.begin(), fields.end(),
                               [&](const DetailField &field) { return field.value == value; });
        };
        QTRY_VERIFY(holds(QStringLiteral("read\nwrite")));
        QVERIFY(holds(QStringLiteral("web")));
        QVERIFY(holds(QStringLiteral("Standing")));
        take(m_fixture->run([consent](Store &store) {
            withdrawConsent(store, consent.id, ConsoleFixture::Start);
            return Result<void>();
        }));
        QTRY_VERIFY(holds(QStringLiteral("Withdrawn")));
    }

    void leadsToWhatItIsAbout()
    {
        give();
        QTRY_COMPARE(m_live->consents().rowCount(), 1);
        QSignalSpy requested(m_page.get(), &Page::pageRequested);
        m_page->table().selectRow(0);
        QTRY_VERIFY(m_page->itemActions().first()->isEnabled());
        for (QAction *action : m_page->itemActions())
            action->trigger();
        QCOMPARE(requested.at(0), (QVariantList {QStringLiteral("tokens"), QStringLiteral("consent:1")}));
        QCOMPARE(requested.at(1), (QVariantList {QStringLiteral("users"), QStringLiteral("ada@example.com")}));
        QCOMPARE(requested.at(2), (QVariantList {QStringLiteral("applications"), QStringLiteral("Web Client")}));
        QVERIFY(m_live->tokens().setFilterText(QStringLiteral("consent:1")).isOk());
    }

private:
    Consent give()
    {
        return take(m_fixture->run([user = m_user.id, application = m_application.id](Store &store) {
            return store.consents().give(1, user, application, QStringLiteral("read write"), ConsoleFixture::Start);
        }));
    }
    QString tokens() const { return m_live->consents().index(0, ConsentsModel::Tokens).data().toString(); }

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<LiveData> m_live;
    std::unique_ptr<ConsentsPage> m_page;
    Application m_application;
    User m_user;
};

QTEST_MAIN(TestConsentsPage)
#include "tst_consentspage.moc"
