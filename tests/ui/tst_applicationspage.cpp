#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "tests/ui/consolefixture.h"
#include "ui/dialogs/applicationdialog.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/livedata.h"
#include "ui/pages/applicationspage.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/secretfield.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

class TestApplicationsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void creates();
    void refusesATakenClientId();
    void edits();
    void rotatesTheSecret();
    void deletionNamesWhatGoes();
    void filters();
    void selectionSurvivesANewRow();
    void leadsToItsTokens();

private:
    template<class Dialog> Dialog *waitForDialog()
    {
        Dialog *dialog = nullptr;
        (void)QTest::qWaitFor([&] { return (dialog = m_page->window()->findChild<Dialog *>()) != nullptr; }, 5000);
        return dialog;
    }
    QAction &action(const char *name) { return *m_page->findChild<QAction *>(QString::fromLatin1(name)); }
    std::optional<Application> stored(const QString &uid)
    {
        return take(m_fixture->run(
            [uid](Store &store) { return store.applications().findByUid(DomainStore::DefaultId, uid); }));
    }
    void selectOnly()
    {
        QTRY_COMPARE(m_live->applications().rowCount(), 1);
        m_page->table().selectRow(0);
        QTRY_VERIFY(action("edit").isEnabled());
    }

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<LiveData> m_live;
    std::unique_ptr<ApplicationsPage> m_page;
};

void TestApplicationsPage::init()
{
    m_fixture = std::make_unique<ConsoleFixture>();
    m_live = std::make_unique<LiveData>(m_fixture->console());
    m_page = std::make_unique<ApplicationsPage>(m_fixture->console(), *m_live);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get())); // keys go to an active window only
}

void TestApplicationsPage::cleanup()
{
    m_page.reset();
    m_live.reset();
    m_fixture.reset();
}

void TestApplicationsPage::creates()
{
    QVERIFY(m_page->findChild<Placeholder *>()->isVisible());
    m_page->newAction()->trigger();
    auto *dialog = waitForDialog<ApplicationDialog>();
    QVERIFY(dialog);
    const QString uid = dialog->findChild<QLineEdit *>(QStringLiteral("uid"))->text();
    QVERIFY(uid.size() >= 43);
    dialog->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("Job"));
    dialog->findChild<QPushButton *>(QStringLiteral("submit"))->click();
    auto *field = waitForDialog<SecretField>();
    QVERIFY(field);
    const auto application = stored(uid);
    QVERIFY(application);
    QCOMPARE(application->name, QStringLiteral("Job"));
    QVERIFY(verifyGeneratedSecret(application->secret, field->secret()));
    QCOMPARE(m_live->secretOf(uid), field->secret());
    QTRY_COMPARE(m_live->applications().rowCount(), 1);
    QTRY_VERIFY(m_page->table().isVisible());
}

void TestApplicationsPage::refusesATakenClientId()
{
    m_fixture->addApplication();
    m_page->newAction()->trigger();
    auto *dialog = waitForDialog<ApplicationDialog>();
    dialog->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("Second"));
    dialog->findChild<QLineEdit *>(QStringLiteral("uid"))->setText(QStringLiteral("web"));
    dialog->accept();
    QTRY_VERIFY(!dialog->problem().isEmpty());
    QVERIFY(dialog->isVisible());
    QCOMPARE(stored(QStringLiteral("web"))->name, QStringLiteral("Web Client"));
}

void TestApplicationsPage::edits()
{
    m_fixture->addApplication();
    selectOnly();
    QTest::keyClick(&m_page->table(), Qt::Key_Return); // the default action
    auto *dialog = waitForDialog<ApplicationDialog>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("uid"))->isReadOnly());
    dialog->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("Renamed"));
    dialog->accept();
    QTRY_COMPARE(stored(QStringLiteral("web"))->name, QStringLiteral("Renamed"));
    QVERIFY(verifyGeneratedSecret(stored(QStringLiteral("web"))->secret, QStringLiteral("web-secret")));
}

void TestApplicationsPage::rotatesTheSecret()
{
    m_fixture->addApplication();
    selectOnly();
    action("rotate").trigger();
    auto *confirm = waitForDialog<ConfirmDialog>();
    QVERIFY(confirm);
    confirm->findChild<QPushButton *>(QStringLiteral("confirm"))->click();
    auto *field = waitForDialog<SecretField>();
    QVERIFY(field);
    const QString secret = stored(QStringLiteral("web"))->secret;
    QVERIFY(verifyGeneratedSecret(secret, field->secret()));
    QVERIFY(!verifyGeneratedSecret(secret, QStringLiteral("web-secret")));
}

void TestApplicationsPage::deletionNamesWhatGoes()
{
    const Application application = m_fixture->addApplication();
    m_fixture->addToken(application, QStringLiteral("one"));
    m_fixture->addToken(application, QStringLiteral("two"));
    selectOnly();
    action("delete").trigger();
    auto *confirm = waitForDialog<ConfirmDialog>();
    QVERIFY(confirm);
    QVERIFY(confirm->informativeText().contains(QLatin1String("2 token")));
    QVERIFY(stored(QStringLiteral("web")));
    confirm->findChild<QPushButton *>(QStringLiteral("confirm"))->click();
    QTRY_COMPARE(m_page->message().kind(), InlineMessage::Kind::Success);
    QVERIFY(!stored(QStringLiteral("web")));
}

void TestApplicationsPage::filters()
{
    m_fixture->addApplication(QStringLiteral("alpha"));
    m_fixture->addApplication(QStringLiteral("beta"));
    QTRY_COMPARE(m_live->applications().rowCount(), 2);
    QSignalSpy hits(m_page.get(), &Page::hitsChanged);
    m_page->setFilterText(QStringLiteral("client BET"));
    QCOMPARE(m_page->table().model()->rowCount(), 1);
    QCOMPARE(hits.last().at(0).toLongLong(), 1);
    QCOMPARE(hits.last().at(1).toLongLong(), 2);
    m_page->setFilterText(QStringLiteral("nobody"));
    QCOMPARE(m_page->table().model()->rowCount(), 0);
    QVERIFY(m_page->table().isVisible());
}

void TestApplicationsPage::selectionSurvivesANewRow()
{
    const Application application = m_fixture->addApplication(QStringLiteral("m"));
    selectOnly();
    m_fixture->addApplication(QStringLiteral("a"));
    QTRY_COMPARE(m_live->applications().rowCount(), 2);
    QCOMPARE(m_page->table().selectedIds(), QList<Id> {application.id});
}

void TestApplicationsPage::leadsToItsTokens()
{
    m_fixture->addApplication();
    selectOnly();
    QSignalSpy requested(m_page.get(), &Page::pageRequested);
    action("showTokens").trigger();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().at(0).toString(), QStringLiteral("tokens"));
    QCOMPARE(requested.first().at(1).toString(), QStringLiteral("client:web"));
}

QTEST_MAIN(TestApplicationsPage)
#include "tst_applicationspage.moc"
