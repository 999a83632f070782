#include "ui/dialogs/applicationdialog.h"
#include "ui/dialogs/applicationrules.h"

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
    void redirectUris_data();
    void redirectUris();
    void scopes_data();
    void scopes();
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

void TestApplicationDialog::redirectUris_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<bool>("good");
    QTest::newRow("https") << QStringLiteral("https://client.example/cb?tenant=1") << true;
    QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:9999/callback") << true;
    QTest::newRow("native scheme") << QStringLiteral("myapp://callback") << true;
    QTest::newRow("private scheme without authority") << QStringLiteral("com.example.app:/cb") << true;
    QTest::newRow("out of band") << QStringLiteral("urn:ietf:wg:oauth:2.0:oob") << true;
    QTest::newRow("relative") << QStringLiteral("/callback") << false;
    QTest::newRow("fragment") << QStringLiteral("https://client.example/cb#x") << false;
    QTest::newRow("empty fragment") << QStringLiteral("https://client.example/cb#") << false;
    QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false;
    QTest::newRow("data") << QStringLiteral("data:text/html,x") << false;
    QTest::newRow("no host") << QStringLiteral("https:///cb") << false;
    QTest::newRow("blank inside") << QStringLiteral("https://client.example/a b") << false;
    QTest::newRow("not ASCII") << QStringLiteral("https://client.example/\u00e4") << false;
}

void TestApplicationDialog::redirectUris()
{
    QFETCH(QString, uri);
    QFETCH(bool, good);
    QCOMPARE(ApplicationRules::problemOfRedirectUri(uri).isEmpty(), good);
}

void TestApplicationDialog::scopes_data()
{
    QTest::addColumn<QString>("scopes");
    QTest::addColumn<bool>("good");
    QTest::newRow("none") << QString() << true;
    QTest::newRow("words") << QStringLiteral("read write:all") << true;
    QTest::newRow("quote") << QStringLiteral("re\"ad") << false;
    QTest::newRow("backslash") << QStringLiteral("re\\ad") << false;
    QTest::newRow("not ASCII") << QStringLiteral("l\u00e4sen") << false;
}

void TestApplicationDialog::scopes()
{
    QFETCH(QString, scopes);
    QFETCH(bool, good);
    QCOMPARE(ApplicationRules::problemOfScopes(scopes).isEmpty(), good);
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
