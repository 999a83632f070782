#include "models/store/domainstore.h"
#include "tests/ui/consolefixture.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/pages/settingspage.h"
#include "ui/rememberedserver.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/policyeditor.h"
#include "ui/widgets/urlfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

class TestSettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void policyAppliesAtOnce();
    void policyFromElsewhereShows();
    void serverSettingsAreKept();
    void encryptionIsChosen();
    void restartIsOffered();
    void wrongAddressIsRefused();
    void wrongIssuerIsRefused();
    void openAddressIsConfirmed();
    void themeIsTold();

private:
    static Policy storedPolicy(ConsoleFixture &fixture)
    {
        return take(fixture.run([](Store &store) { return store.domains().defaultDomain(); })).policy;
    }
    static InlineMessage &message(const SettingsPage &page) { return *page.findChild<InlineMessage *>(); }
    static void apply(const SettingsPage &page)
    {
        page.findChild<QPushButton *>(QStringLiteral("applyServer"))->click();
    }
    static QLineEdit &field(const SettingsPage &page, const char *name)
    {
        return *page.findChild<QLineEdit *>(QString::fromLatin1(name));
    }
};

void TestSettingsPage::policyAppliesAtOnce()
{
    ConsoleFixture fixture;
    SettingsPage page(fixture.console());
    page.show();
    QVERIFY(!storedPolicy(fixture).implicitFlow);
    page.findChild<QCheckBox *>(QStringLiteral("implicit_flow"))->click();
    QTRY_VERIFY(storedPolicy(fixture).implicitFlow);
    QTRY_COMPARE(message(page).kind(), InlineMessage::Kind::Success);
}

void TestSettingsPage::policyFromElsewhereShows()
{
    ConsoleFixture fixture;
    SettingsPage page(fixture.console());
    const Policy doorkeeper = *Policy::preset(QStringLiteral("doorkeeper"));
    take(fixture.run(
        [doorkeeper](Store &store) { return store.domains().setPolicy(DomainStore::DefaultId, doorkeeper); }));
    QTRY_VERIFY(page.findChild<PolicyEditor *>()->policy() == doorkeeper);
}

void TestSettingsPage::serverSettingsAreKept()
{
    ConsoleFixture fixture;
    SettingsPage page(fixture.console());
    page.findChild<QSpinBox *>(QStringLiteral("port"))->setValue(6750);
    field(page, "issuer").setText(QStringLiteral("https://login.example"));
    apply(page);
    QCOMPARE(fixture.server().settings().port, quint16(6750));
    QCOMPARE(fixture.server().settings().issuer, QStringLiteral("https://login.example"));
    const ServerSettings kept
        = take(fixture.run([](Store &store) { return rememberedServer(store, ServerSettings()); }));
    QCOMPARE(kept.port, quint16(6750));
    QCOMPARE(kept.issuer, QStringLiteral("https://login.example"));
    QVERIFY(kept.address.isLoopback());
}

void TestSettingsPage::encryptionIsChosen()
{
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    ConsoleFixture fixture;
    SettingsPage page(fixture.console());
    page.show();
    auto *mode = page.findChild<QComboBox *>(QStringLiteral("encryption"));
    QVERIFY(!field(page, "tlsCertificate").isVisible());
    mode->setCurrentIndex(mode->findData(int(TlsSettings::Mode::Files)));
    QVERIFY(field(page, "tlsCertificate").isVisible());
    field(page, "tlsCertificate").setText(home.filePath(QStringLiteral("absent.pem")));
    field(page, "tlsKey").setText(home.filePath(QStringLiteral("absent.pem")));
    apply(page);
    QCOMPARE(message(page).kind(), InlineMessage::Kind::Error);
    QVERIFY(message(page).sentence().contains(QLatin1String("absent.pem cannot be read")));
    QVERIFY(!fixture.server().settings().tls.isOn());

    mode->setCurrentIndex(mode->findData(int(TlsSettings::Mode::Local)));
    QVERIFY(!field(page, "tlsCertificate").isVisible());
    page.findChild<QSpinBox *>(QStringLiteral("port"))->setValue(0);
    apply(page);
    const ServerSettings kept
        = take(fixture.run([](Store &store) { return rememberedServer(store, ServerSettings()); }));
    QCOMPARE(kept.tls.mode, TlsSettings::Mode::Local);
    fixture.server().start();
    QTRY_COMPARE(fixture.server().state(), ServerController::State::Running);
    QVERIFY(fixture.server().issuer().startsWith(QLatin1String("https://127.0.0.1:")));
    QVERIFY(QFile::exists(page.findChild<UrlField *>(QStringLiteral("authority"))->url()));
    qunsetenv("XDG_DATA_HOME");
}

void TestSettingsPage::restartIsOffered()
{
    ConsoleFixture fixture;
    SettingsPage page(fixture.console());
    page.show();
    fixture.server().start();
    QTRY_COMPARE(fixture.server().state(), ServerController::State::Running);
    field(page, "issuer").setText(QStringLiteral("https://login.example"));
    apply(page);
    QVERIFY(fixture.server().issuer() != QLatin1String("https://login.example")); // not before the restart
    message(page).findChild<QPushButton *>()->click();
    QTRY_COMPARE(fixture.server().issuer(), QStringLiteral("https://login.example"));
    QTRY_COMPARE(fixture.server().state(), ServerController::State::Running);
}

void TestSettingsPage::wrongAddressIsRefused()
{
    ConsoleFixture fixture;
    SettingsPage page(fixture.console());
    field(page, "address").setText(QStringLiteral("localhost.example"));
    apply(page);
    QCOMPARE(message(page).kind(), InlineMessage::Kind::Error);
    QVERIFY(fixture.server().settings().address.isLoopback());
}

void TestSettingsPage::wrongIssuerIsRefused()
{
    ConsoleFixture fixture;
    SettingsPage page(fixture.console());
    field(page, "issuer").setText(QStringLiteral("https://login.example/?x=1"));
    apply(page);
    QCOMPARE(message(page).kind(), InlineMessage::Kind::Error);
    QCOMPARE(fixture.server().settings().issuer, QString());
}

void TestSettingsPage::openAddressIsConfirmed()
{
    ConsoleFixture fixture;
    SettingsPage page(fixture.console());
    page.show();
    field(page, "address").setText(QStringLiteral("0.0.0.0"));
    apply(page);
    auto *confirm = page.findChild<ConfirmDialog *>();
    QVERIFY(confirm);
    QVERIFY(fixture.server().settings().address.isLoopback()); // not before the answer
    confirm->findChild<QPushButton *>(QStringLiteral("confirm"))->click();
    QCOMPARE(fixture.server().settings().address, QHostAddress(QHostAddress::AnyIPv4));
}

void TestSettingsPage::themeIsTold()
{
    ConsoleFixture fixture;
    SettingsPage page(fixture.console());
    QSignalSpy chosen(&page, &SettingsPage::appearanceChosen);
    auto *box = page.findChild<QComboBox *>(QStringLiteral("appearance"));
    box->setCurrentIndex(box->findData(int(Appearance::Dark)));
    Q_EMIT box->activated(box->currentIndex());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<Appearance>(), Appearance::Dark);
}

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
