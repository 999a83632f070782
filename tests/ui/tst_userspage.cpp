#include "models/secrets/passwordhash.h"
#include "models/store/domainstore.h"
#include "models/store/userstore.h"
#include "tests/ui/consolefixture.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/passworddialog.h"
#include "ui/dialogs/userdialog.h"
#include "ui/livedata.h"
#include "ui/pages/userspage.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Gatehouse;

class TestUsersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void createsWithAPassword();
    void refusesATakenAddress();
    void setsAPassword();
    void deletes();

private:
    template<class Dialog> Dialog *waitForDialog()
    {
        Dialog *dialog = nullptr;
        (void)QTest::qWaitFor([&] { return (dialog = m_page->window()->findChild<Dialog *>()) != nullptr; }, 5000);
        return dialog;
    }
    std::optional<User> stored(const QString &email)
    {
        return take(
            m_fixture->run([email](Store &store) { return store.users().findByEmail(DomainStore::DefaultId, email); }));
    }
    void trigger(const char *name)
    {
        QTRY_COMPARE(m_live->users().rowCount(), 1);
        m_page->table().selectRow(0);
        auto *action = m_page->findChild<QAction *>(QString::fromLatin1(name));
        QTRY_VERIFY(action->isEnabled());
        action->trigger();
    }

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<LiveData> m_live;
    std::unique_ptr<UsersPage> m_page;
};

void TestUsersPage::init()
{
    m_fixture = std::make_unique<ConsoleFixture>();
    m_live = std::make_unique<LiveData>(m_fixture->console());
    m_page = std::make_unique<UsersPage>(m_fixture->console(), *m_live);
    m_page->show();
}

void TestUsersPage::cleanup()
{
    m_page.reset();
    m_live.reset();
    m_fixture.reset();
}

void TestUsersPage::createsWithAPassword()
{
    m_page->newAction()->trigger();
    auto *dialog = waitForDialog<UserDialog>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(QStringLiteral("email"))->setText(QStringLiteral("ada@example.com"));
    dialog->findChild<QLineEdit *>(QStringLiteral("password"))->setText(QStringLiteral("secret words"));
    dialog->accept();
    QTRY_COMPARE(m_live->users().rowCount(), 1);
    const auto user = stored(QStringLiteral("ADA@example.com"));
    QVERIFY(user);
    QVERIFY(verifyPassword(user->passwordDigest, QStringLiteral("secret words")));
}

void TestUsersPage::refusesATakenAddress()
{
    m_fixture->addUser();
    m_page->newAction()->trigger();
    auto *dialog = waitForDialog<UserDialog>();
    dialog->findChild<QLineEdit *>(QStringLiteral("email"))->setText(QStringLiteral("Ada@Example.com"));
    dialog->accept();
    QTRY_VERIFY(!dialog->problem().isEmpty());
    QVERIFY(dialog->isVisible());
}

void TestUsersPage::setsAPassword()
{
    m_fixture->addUser();
    trigger("setPassword");
    auto *dialog = waitForDialog<PasswordDialog>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(QStringLiteral("password"))->setText(QStringLiteral("new"));
    dialog->findChild<QLineEdit *>(QStringLiteral("again"))->setText(QStringLiteral("new"));
    dialog->accept();
    QTRY_COMPARE(m_page->message().kind(), InlineMessage::Kind::Success);
    QVERIFY(verifyPassword(stored(QStringLiteral("ada@example.com"))->passwordDigest, QStringLiteral("new")));
}

void TestUsersPage::deletes()
{
    m_fixture->addUser();
    trigger("delete");
    auto *confirm = waitForDialog<ConfirmDialog>();
    QVERIFY(confirm);
    confirm->findChild<QPushButton *>(QStringLiteral("confirm"))->click();
    QTRY_VERIFY(!stored(QStringLiteral("ada@example.com")));
    QTRY_COMPARE(m_live->users().rowCount(), 0);
}

QTEST_MAIN(TestUsersPage)
#include "tst_userspage.moc"
