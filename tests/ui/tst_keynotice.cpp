#include "tests/support/testvault.h"
#include "ui/dialogs/passphrasedialog.h"
#include "ui/widgets/keynotice.h"

#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Gatehouse;
using Mood = MemorySecretStore::State::Mood;

class TestKeyNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void saysNothingOfAGuard();
    void saysThatOnlyAFileGuards();
    void movesToTheSecretService();
    void aChosenFileOffersNothing();
    void asksForAPassphrase();
    void saysThatAPassphraseIsWrong();
    void aNewPassphraseIsTypedTwice();
    void closingTheDialogGivesUp();
    void theDialogGoesWithTheWait();

private:
    void open(const VaultOpener::Choice &choice = {});
    void start();
    QPushButton *button() const;
    PassphraseDialog *dialog() const { return m_notice->window()->findChild<PassphraseDialog *>(); }
    void type(const char *name, const char *text) const;
    void submit() const { dialog()->findChild<QPushButton *>(QStringLiteral("submit"))->click(); }

    std::unique_ptr<TestVault> m_vault;
    std::unique_ptr<KeyNotice> m_notice;
    std::optional<Result<KeyVault>> m_outcome;
};

static const VaultOpener::Choice byPassphrase {KeyProtection::Passphrase, {}};

void TestKeyNotice::open(const VaultOpener::Choice &choice)
{
    m_notice.reset();
    m_outcome.reset();
    m_vault = std::make_unique<TestVault>(choice);
    m_notice = std::make_unique<KeyNotice>(m_vault->opener());
}

void TestKeyNotice::start()
{
    m_outcome.reset();
    m_vault->opener().open(this, [this](const Result<KeyVault> &opened) { m_outcome = opened; });
}

QPushButton *TestKeyNotice::button() const
{
    for (QPushButton *each : m_notice->findChildren<QPushButton *>()) {
        if (!each->isHidden())
            return each;
    }
    return nullptr;
}

void TestKeyNotice::type(const char *name, const char *text) const
{
    dialog()->findChild<QLineEdit *>(QLatin1String(name))->setText(QString::fromLatin1(text));
}

void TestKeyNotice::saysNothingOfAGuard()
{
    QVERIFY(m_notice->isHidden());
    start();
    QTRY_VERIFY(m_outcome);
    QVERIFY(*m_outcome);
    QVERIFY(m_notice->isHidden());
}

void TestKeyNotice::saysThatOnlyAFileGuards()
{
    m_vault->service().mood = Mood::Absent;
    start();
    QTRY_VERIFY(!m_notice->isHidden());
    QCOMPARE(m_notice->kind(), InlineMessage::Kind::Warning);
    const QString said = m_notice->sentence();
    QVERIFY2(said.contains(m_vault->file(QStringLiteral("master.key"))), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("no bus")), qPrintable(said));
}

void TestKeyNotice::movesToTheSecretService()
{
    m_vault->service().mood = Mood::Absent;
    start();
    QTRY_VERIFY(!m_notice->isHidden());
    m_vault->service().mood = Mood::Refuses;
    button()->click();
    QTRY_VERIFY(!m_notice->isHidden());
    QVERIFY2(m_notice->sentence().contains(QStringLiteral("not allowed")), qPrintable(m_notice->sentence()));
    m_vault->service().mood = Mood::Works;
    button()->click();
    QTRY_COMPARE(m_vault->opener().protection(), KeyProtection::SecretService);
    QVERIFY(m_notice->isHidden());
    QVERIFY(!QFile::exists(m_vault->file(QStringLiteral("master.key"))));
}

void TestKeyNotice::aChosenFileOffersNothing()
{
    open({KeyProtection::File, {}});
    start();
    QTRY_VERIFY(!m_notice->isHidden());
    QVERIFY(!button());
}

void TestKeyNotice::asksForAPassphrase()
{
    open(byPassphrase);
    start();
    QTRY_VERIFY(dialog());
    for (const char *field : {"passphrase", "again"}) {
        QCOMPARE(dialog()->findChild<QLineEdit *>(QLatin1String(field))->echoMode(), QLineEdit::Password);
        type(field, "correct horse");
    }
    submit();
    QTRY_VERIFY_WITH_TIMEOUT(m_outcome, 30000);
    QVERIFY(*m_outcome);
    QTRY_VERIFY(!dialog());
    QVERIFY(m_notice->isHidden());
}

void TestKeyNotice::saysThatAPassphraseIsWrong()
{
    asksForAPassphrase();
    VaultOpener again(QFileInfo(m_vault->file(QStringLiteral("vault.json"))).path(), {},
                      std::make_unique<MemorySecretStore>(std::make_shared<MemorySecretStore::State>()));
    m_notice = std::make_unique<KeyNotice>(again);
    m_outcome.reset();
    again.open(this, [this](const Result<KeyVault> &opened) { m_outcome = opened; });
    QTRY_VERIFY(dialog());
    QVERIFY(!dialog()->findChild<QLineEdit *>(QStringLiteral("again")));
    type("passphrase", "wrong horse");
    submit();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog()->problem().isEmpty(), 30000);
    QVERIFY(!m_outcome);
    type("passphrase", "correct horse");
    submit();
    QTRY_VERIFY_WITH_TIMEOUT(m_outcome, 30000);
    QVERIFY(*m_outcome);
    m_notice.reset();
}

void TestKeyNotice::aNewPassphraseIsTypedTwice()
{
    open(byPassphrase);
    start();
    QTRY_VERIFY(dialog());
    submit();
    QVERIFY(!dialog()->problem().isEmpty());
    type("passphrase", "correct horse");
    type("again", "correct house");
    submit();
    QVERIFY(!dialog()->problem().isEmpty());
    QVERIFY(!m_outcome);
}

void TestKeyNotice::closingTheDialogGivesUp()
{
    open(byPassphrase);
    start();
    QTRY_VERIFY(dialog());
    dialog()->reject();
    QTRY_VERIFY(m_outcome);
    QVERIFY(!*m_outcome);
    // Starting the server again asks again.
    start();
    QTRY_VERIFY(dialog() && dialog()->isVisible());
}

void TestKeyNotice::theDialogGoesWithTheWait()
{
    open(byPassphrase);
    start();
    QTRY_VERIFY(dialog());
    m_vault->opener().cancel();
    QVERIFY(m_outcome);
    QTRY_VERIFY(!dialog());
}

QTEST_MAIN(TestKeyNotice)
#include "tst_keynotice.moc"
