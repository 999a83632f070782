#include "ui/dialogs/passworddialog.h"
#include "ui/dialogs/userdialog.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

class TestUserDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void emailIsNeeded();
    void passwordOnlyForNewUsers();
    void passwordsMustAgree();

private:
    static QLineEdit &field(const QDialog &dialog, const char *name)
    {
        return *dialog.findChild<QLineEdit *>(QString::fromLatin1(name));
    }
};

void TestUserDialog::roundTrip()
{
    User user;
    user.id = 3;
    user.email = QStringLiteral("ada@example.com");
    user.name = QStringLiteral("Ada");
    user.admin = true;
    user.enabled = false;
    const UserDialog dialog(user, nullptr);
    QCOMPARE(dialog.user().id, 3);
    QCOMPARE(dialog.user().email, user.email);
    QCOMPARE(dialog.user().name, user.name);
    QVERIFY(dialog.user().admin && !dialog.user().enabled);
}

void TestUserDialog::emailIsNeeded()
{
    UserDialog dialog({}, nullptr);
    QSignalSpy submitted(&dialog, &FormDialog::submitted);
    dialog.accept();
    QCOMPARE(submitted.size(), 0);
    field(dialog, "email").setText(QStringLiteral(" ada@example.com "));
    dialog.accept();
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(dialog.user().email, QStringLiteral("ada@example.com"));
}

void TestUserDialog::passwordOnlyForNewUsers()
{
    const UserDialog fresh({}, nullptr);
    QVERIFY(!field(fresh, "password").isHidden());
    QCOMPARE(field(fresh, "password").echoMode(), QLineEdit::Password);
    User user;
    user.id = 3;
    const UserDialog known(user, nullptr);
    QVERIFY(field(known, "password").isHidden());
}

void TestUserDialog::passwordsMustAgree()
{
    PasswordDialog dialog(QStringLiteral("ada@example.com"), nullptr);
    QSignalSpy submitted(&dialog, &FormDialog::submitted);
    dialog.accept();
    field(dialog, "password").setText(QStringLiteral("one"));
    field(dialog, "again").setText(QStringLiteral("two"));
    dialog.accept();
    QCOMPARE(submitted.size(), 0);
    field(dialog, "again").setText(QStringLiteral("one"));
    dialog.accept();
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(dialog.password(), QStringLiteral("one"));
}

QTEST_MAIN(TestUserDialog)
#include "tst_userdialog.moc"
