#include "tests/ui/consolefixture.h"
#include "ui/mainwindow.h"
#include "ui/upkeep/backupbar.h"
#include "ui/upkeep/salvagedialog.h"
#include "ui/widgets/inlinemessage.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Gatehouse;

namespace {

/// What the list says of one kind of thing: "rows state".
QString stateOf(const QDialog &dialog, const QString &what)
{
    const QList<QTreeWidgetItem *> items = dialog.findChild<QTreeWidget *>()->findItems(what, Qt::MatchExactly);
    return items.size() == 1 ? items.constFirst()->text(1) + u' ' + items.constFirst()->text(2) : QString();
}

bool says(const QDialog &dialog, const QString &words)
{
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->text().contains(words); });
}

QPushButton &button(const QDialog &dialog, const char *name)
{
    return *dialog.findChild<QPushButton *>(QString::fromLatin1(name));
}

} // namespace

/// Saving what can be read, as the window offers it.
class TestSalvageDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesADamagedDatabase();
    void saysThatNothingCanBeRead();
    void looksThroughTheOneInUse();
    void tellsOfDamageThatIsFoundLater();

private:
    /// A database with one user, whose consents are gone.
    static void makeDamaged(const DatabaseUrl &url);
};

void TestSalvageDialog::makeDamaged(const DatabaseUrl &url)
{
    qint64 page = 0;
    {
        TestStore db(url);
        take(db->connection().read(QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = 'consents'"),
                                   [&page](const QSqlQuery &row) { page = row.value(0).toLongLong(); }));
    }
    QFile file(url.path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * 4096));
    QCOMPARE(file.write(QByteArray(4096, '\x5a')), qint64(4096));
}

void TestSalvageDialog::savesADamagedDatabase()
{
    const QTemporaryDir folder;
    const DatabaseUrl url = take(DatabaseUrl::parse(folder.filePath(QStringLiteral("x.db"))));
    makeDamaged(url);
    const SystemClock clock;
    SalvageDialog dialog(url, QStringLiteral("It is damaged."), clock);
    dialog.open();
    QVERIFY(says(dialog, QStringLiteral("It is damaged.")));
    QVERIFY(!button(dialog, "salvage").isEnabled());
    QTRY_VERIFY(button(dialog, "salvage").isEnabled());
    QCOMPARE(stateOf(dialog, QStringLiteral("Users")), QStringLiteral("1 whole"));
    QCOMPARE(stateOf(dialog, QStringLiteral("Consents")), QStringLiteral("0 rows are missing"));
    QVERIFY(says(dialog, QStringLiteral("Rows are missing.")));
    QVERIFY(!button(dialog, "openSaved").isVisible());

    const QString file = folder.filePath(QStringLiteral("saved.db"));
    dialog.saveTo(file);
    QTRY_VERIFY(button(dialog, "openSaved").isVisible());
    QVERIFY(says(dialog, file));
    QVERIFY(QFileInfo::exists(file));
    button(dialog, "openSaved").click();
    QCOMPARE(dialog.chosen(), file);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QVERIFY(take(Store::open(take(DatabaseUrl::parse(file)), clock)));
}

void TestSalvageDialog::saysThatNothingCanBeRead()
{
    const QTemporaryDir folder;
    const DatabaseUrl url = take(DatabaseUrl::parse(folder.filePath(QStringLiteral("x.db"))));
    QFile file(url.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(QByteArray(8192, '\x5a')), qint64(8192));
    file.close();
    const SystemClock clock;
    SalvageDialog dialog(url, QStringLiteral("It is damaged."), clock);
    dialog.open();
    QTRY_VERIFY(says(dialog, QStringLiteral("not a database")));
    QVERIFY(!button(dialog, "salvage").isEnabled());
    dialog.reject();
    QVERIFY(dialog.chosen().isEmpty());
}

void TestSalvageDialog::looksThroughTheOneInUse()
{
    ConsoleFixture fixture;
    const Application application = fixture.addApplication();
    fixture.addToken(application, QStringLiteral("a"));
    MainWindow window(fixture.console());
    window.show();
    window.findChild<QAction *>(QStringLiteral("lookForDamage"))->trigger();
    const auto *dialog = window.findChild<QDialog *>(QStringLiteral("salvageDialog"));
    QVERIFY(dialog);
    QTRY_VERIFY(says(*dialog, QStringLiteral("Every row can be read.")));
    QCOMPARE(stateOf(*dialog, QStringLiteral("Tokens")), QStringLiteral("1 whole"));
}

void TestSalvageDialog::tellsOfDamageThatIsFoundLater()
{
    ConsoleFixture fixture;
    MainWindow window(fixture.console());
    window.show();
    const auto *notice = window.findChild<InlineMessage *>(QStringLiteral("damageNotice"));
    QVERIFY(notice->isHidden());
    Q_EMIT fixture.store().damageFound(); // what makes it so: tst_salvage
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->sentence().contains(QStringLiteral("damaged")));
    for (QPushButton *choice : notice->findChildren<QPushButton *>())
        choice->click();
    QVERIFY(window.findChild<QDialog *>(QStringLiteral("salvageDialog")));
    Q_EMIT window.findChild<BackupBar *>()->restored();
    QVERIFY(notice->isHidden());
}

QTEST_MAIN(TestSalvageDialog)
#include "tst_salvagedialog.moc"
