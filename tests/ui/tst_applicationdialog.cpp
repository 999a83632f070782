#include "ui/dialogs/applicationdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

class TestApplicationDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void refusesAMissingName();
    void publicIsNeverTrusted();
    void keepsUnknownGrantTypes();
    void waitsUntilItIsDone();

private:
    static Application sample();
};

Application TestApplicationDialog::sample()
{
    Application application;
    application.id = 7;
    application.name = QStringLiteral("Web");
    application.uid = QStringLiteral("web");
    application.redirectUri = QStringLiteral("https://client.example/cb\nmyapp://callback");
    application.scopes = QStringLiteral("read write");
    application.grantTypes = QStringLiteral("authorization_code refresh_token");
    application.trusted = true;
    application.enabled = false;
    return application;
}

void TestApplicationDialog::roundTrip()
{
    const ApplicationDialog dialog(sample(), nullptr);
    const Application read = dialog.application();
    QCOMPARE(read.id, 7);
    QCOMPARE(read.name, sample().name);
    QCOMPARE(read.uid, sample().uid);
    QCOMPARE(read.redirectUri, sample().redirectUri);
    QCOMPARE(read.scopes, sample().scopes);
    QCOMPARE(read.grantTypes.split(QLatin1Char(' ')).toList(), sample().grantTypes.split(QLatin1Char(' ')).toList());
    QVERIFY(read.trusted && read.confidential && !read.enabled);
}

void TestApplicationDialog::refusesAMissingName()
{
    ApplicationDialog dialog(sample(), nullptr);
    QSignalSpy submitted(&dialog, &FormDialog::submitted);
    dialog.findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("  "));
    dialog.accept();
    QCOMPARE(submitted.size(), 0);
    QVERIFY(!dialog.problem().isEmpty());
    dialog.findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("Web"));
    dialog.accept();
    QCOMPARE(submitted.size(), 1);
    QVERIFY(dialog.problem().isEmpty());
}

void TestApplicationDialog::publicIsNeverTrusted()
{
    const ApplicationDialog dialog(sample(), nullptr);
    dialog.findChild<QComboBox *>(QStringLiteral("type"))->setCurrentIndex(1);
    QVERIFY(!dialog.application().confidential);
    QVERIFY(!dialog.application().trusted);
    QVERIFY(!dialog.findChild<QCheckBox *>(QStringLiteral("trusted"))->isEnabled());
    QVERIFY(!dialog.findChild<QCheckBox *>(QStringLiteral("superClient"))->isEnabled());
    dialog.findChild<QCheckBox *>(QStringLiteral("superClient"))->setChecked(true);
    QVERIFY(!dialog.application().superClient);
    dialog.findChild<QComboBox *>(QStringLiteral("type"))->setCurrentIndex(0);
    QVERIFY(dialog.application().superClient);
}

void TestApplicationDialog::keepsUnknownGrantTypes()
{
    Application application = sample();
    application.grantTypes = QStringLiteral("urn:example:future password");
    const ApplicationDialog dialog(application, nullptr);
    dialog.findChild<QCheckBox *>(QStringLiteral("password"))->setChecked(false);
    QCOMPARE(dialog.application().grantTypes, QStringLiteral("urn:example:future"));
}

void TestApplicationDialog::waitsUntilItIsDone()
{
    auto *dialog = new ApplicationDialog(sample(), nullptr);
    QSignalSpy destroyed(dialog, &QObject::destroyed);
    dialog->open();
    dialog->accept();
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    dialog->showProblem(QStringLiteral("The client ID is taken."));
    QVERIFY(dialog->isVisible());
    dialog->accept();
    dialog->finish();
    QTRY_COMPARE(destroyed.size(), 1);
}

QTEST_MAIN(TestApplicationDialog)
#include "tst_applicationdialog.moc"
