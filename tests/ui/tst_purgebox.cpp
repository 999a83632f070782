#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "models/store/tokenstore.h"
#include "tests/ui/consolefixture.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/upkeep/backupbar.h"
#include "ui/upkeep/purgebox.h"
#include "ui/widgets/inlinemessage.h"

#include <QApplication>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Gatehouse;

/// Purge and backup as the window offers them.
class TestPurgeBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysHowManyAndRemovesThemWhenConfirmed();
    void countFollowsTheChoice();
    void choiceIsKept();
    void backupIsToldOf();
    void backupThatFailsIsToldOf();
    void backupIsRestored_data();
    void backupIsRestored();
    void backupThatIsNoneIsNotRestored();

private:
    QString text() const { return m_box->findChild<QLabel *>(QStringLiteral("purgeText"))->text(); }
    QPushButton &button(const char *name) const { return *m_box->findChild<QPushButton *>(QString::fromLatin1(name)); }
    Retention kept() const
    {
        return take(m_fixture->run([](Store &store) { return Retention::read(store); }));
    }
    void choose(const char *name, int value) const
    {
        auto *box = m_box->findChild<QSpinBox *>(QString::fromLatin1(name));
        QTRY_VERIFY(box->isEnabled());
        box->setValue(value);
        Q_EMIT box->editingFinished();
    }

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<PurgeBox> m_box;
};

void TestPurgeBox::init()
{
    m_box.reset();
    m_fixture = std::make_unique<ConsoleFixture>();
    const Application application = m_fixture->addApplication();
    for (const char *token : {"a", "b", "c"})
        m_fixture->addToken(application, QString::fromLatin1(token));
    m_fixture->clock().advance(Timestamp(20) * 24 * 60 * 60 * 1000);
    m_box = std::make_unique<PurgeBox>(m_fixture->console(), nullptr);
    m_box->show();
}

void TestPurgeBox::saysHowManyAndRemovesThemWhenConfirmed()
{
    choose("endedDays", 7);
    QTRY_VERIFY(text().startsWith(QStringLiteral("3 token(s) can go now")));
    button("purge").click();
    auto *dialog = m_box->window()->findChild<ConfirmDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->text(), QStringLiteral("Remove 3 token(s) for good?"));
    QVERIFY(button("purge").isEnabled()); // nothing has happened yet
    dialog->findChild<QPushButton *>(QStringLiteral("confirm"))->click();
    QTRY_COMPARE(text(), QStringLiteral("Done: 3 row(s) removed."));
    QVERIFY(button("purge").isEnabled());
    QVERIFY(!m_box->findChild<QProgressBar *>()->isVisible());
}

void TestPurgeBox::countFollowsTheChoice()
{
    QTRY_VERIFY(text().startsWith(QStringLiteral("0 token(s) can go now")));
    choose("endedDays", 19);
    QTRY_VERIFY(text().startsWith(QStringLiteral("3 token(s) can go now")));
}

void TestPurgeBox::choiceIsKept()
{
    QTRY_VERIFY(text().startsWith(QStringLiteral("0 token(s)")));
    choose("purgeHours", 0);
    choose("endedDays", 5);
    choose("eventDays", 0);
    QTRY_COMPARE(kept(), (Retention {0, 5, 0}));
    QCOMPARE(m_box->findChild<QSpinBox *>(QStringLiteral("purgeHours"))->text(), QStringLiteral("Only when asked"));
    QCOMPARE(m_box->findChild<QSpinBox *>(QStringLiteral("eventDays"))->text(), QStringLiteral("For ever"));
}

void TestPurgeBox::backupIsToldOf()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("b.db"));
    BackupBar bar(m_fixture->console(), nullptr);
    bar.show();
    bar.start(file);
    QVERIFY(bar.findChild<QPushButton *>(QStringLiteral("cancelBackup"))->isVisible());
    auto *message = bar.findChild<InlineMessage *>();
    QTRY_COMPARE(message->kind(), InlineMessage::Kind::Success);
    QVERIFY(message->sentence().contains(file));
    QVERIFY(!bar.findChild<QPushButton *>(QStringLiteral("cancelBackup"))->isVisible());
    QVERIFY(QFileInfo(file).size() > 0);
}

void TestPurgeBox::backupThatFailsIsToldOf()
{
    BackupBar bar(m_fixture->console(), nullptr);
    bar.start(QStringLiteral("/missing/b.db"));
    auto *message = bar.findChild<InlineMessage *>();
    QTRY_COMPARE(message->kind(), InlineMessage::Kind::Error);
    QVERIFY(message->sentence().startsWith(QStringLiteral("The file /missing/b.db cannot be written")));
}

void TestPurgeBox::backupIsRestored_data()
{
    QTest::addColumn<bool>("isFile");
    QTest::newRow("in a file") << true;
    QTest::newRow("in memory") << false;
}

void TestPurgeBox::backupIsRestored()
{
    QFETCH(bool, isFile);
    const QTemporaryDir folder;
    ConsoleFixture fixture(nullptr, isFile ? folder.filePath(QStringLiteral("x.db")) : QStringLiteral(":memory:"));
    const QString file = folder.filePath(QStringLiteral("b.db"));
    BackupBar bar(fixture.console(), nullptr);
    auto *message = bar.findChild<InlineMessage *>();
    bar.start(file);
    QTRY_COMPARE(message->kind(), InlineMessage::Kind::Success);
    const auto applications = [&fixture] {
        return take(fixture.run([](Store &store) { return store.applications().list(DomainStore::DefaultId); })).size();
    };
    const qsizetype before = applications();
    fixture.addApplication(QStringLiteral("later"));
    QCOMPARE(applications(), before + 1);
    bar.show();
    bar.restore(file);
    QTRY_VERIFY(message->sentence().startsWith(QStringLiteral("The database holds what %1 held.").arg(file)));
    // Stays: the file of before is named nowhere else. Of one in memory it would go with the program.
    QCOMPARE(message->kind(), InlineMessage::Kind::Info);
    QCOMPARE(message->sentence().contains(QStringLiteral("x-before-restore-")), isFile);
    QTRY_COMPARE(applications(), before);
}

void TestPurgeBox::backupThatIsNoneIsNotRestored()
{
    BackupBar bar(m_fixture->console(), nullptr);
    bar.restore(QStringLiteral("/missing/b.db"));
    auto *message = bar.findChild<InlineMessage *>();
    QTRY_COMPARE(message->kind(), InlineMessage::Kind::Error);
    QCOMPARE(message->sentence(), QStringLiteral("/missing/b.db is not a file. Choose a backup."));
}

QTEST_MAIN(TestPurgeBox)
#include "tst_purgebox.moc"
