#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "models/store/tokenstore.h"
#include "models/store/userstore.h"
#include "tests/ui/consolefixture.h"
#include "ui/dialogs/formdialog.h"
#include "ui/mainwindow.h"
#include "ui/pages/tablepage.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/urlfield.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace Gatehouse;

/// The window shows one identity domain at a time, wherever one looks.
class TestWindowDomains : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switcherIsThereWhereItIsNeeded();
    void everyTableFollows();
    void newRowsBelongToTheDomain();
    void choiceIsRemembered();
    void policyIsTheDomains();
    void dialogMakesAndChangesDomains();

private:
    static IdentityDomain add(ConsoleFixture &fixture, const QString &name = QStringLiteral("Team"));
    static IdentityDomain stored(ConsoleFixture &fixture, Id id);
    static QComboBox &switcher(MainWindow &window);
    static void choose(MainWindow &window, const QString &name);
    static int rows(MainWindow &window, const QString &page);
};

IdentityDomain TestWindowDomains::add(ConsoleFixture &fixture, const QString &name)
{
    IdentityDomain domain;
    domain.name = name;
    domain.createdAt = ConsoleFixture::Start;
    return take(fixture.run([domain](Store &store) { return store.domains().create(domain); }));
}

IdentityDomain TestWindowDomains::stored(ConsoleFixture &fixture, Id id)
{
    return take(fixture.run([id](Store &store) { return store.domains().find(id); })).value_or(IdentityDomain());
}

QComboBox &TestWindowDomains::switcher(MainWindow &window)
{
    return *window.findChild<QComboBox *>(QStringLiteral("domainSwitcher"));
}

void TestWindowDomains::choose(MainWindow &window, const QString &name)
{
    QComboBox &combo = switcher(window);
    combo.setCurrentIndex(combo.findText(name));
    Q_EMIT combo.activated(combo.currentIndex());
}

int TestWindowDomains::rows(MainWindow &window, const QString &page)
{
    return static_cast<TablePage *>(window.page(page))->table().model()->rowCount();
}

void TestWindowDomains::switcherIsThereWhereItIsNeeded()
{
    ConsoleFixture fixture;
    MainWindow window(fixture.console());
    window.show();
    auto *action = window.findChild<QAction *>(QStringLiteral("chooseDomain"));
    QTRY_COMPARE(switcher(window).count(), 1);
    QVERIFY(!switcher(window).isVisible());
    QVERIFY(!action->isEnabled());
    add(fixture);
    QTRY_VERIFY(switcher(window).isVisible());
    QVERIFY(action->isEnabled());
    QCOMPARE(switcher(window).currentText(), QStringLiteral("Default"));
    QVERIFY(!switcher(window).accessibleName().isEmpty());
}

void TestWindowDomains::everyTableFollows()
{
    ConsoleFixture fixture;
    const Application here = fixture.addApplication(QStringLiteral("here"));
    fixture.addToken(here, QStringLiteral("one"));
    fixture.addToken(here, QStringLiteral("two"));
    fixture.addUser();
    const IdentityDomain team = add(fixture);
    take(fixture.run([team, here](Store &store) -> Result<void> {
        Application there = here;
        there.domainId = team.id;
        const auto created = store.applications().create(there);
        AccessToken token;
        token.domainId = team.id;
        token.applicationId = created->id;
        token.token = QStringLiteral("three");
        token.createdAt = ConsoleFixture::Start;
        token.expiresAt = ConsoleFixture::Start + 1000;
        const auto inserted = store.tokens().insert(token);
        return inserted ? Result<void>() : inserted.error();
    }));
    MainWindow window(fixture.console());
    window.show();
    QTRY_COMPARE(rows(window, QStringLiteral("tokens")), 2);
    QTRY_COMPARE(rows(window, QStringLiteral("users")), 1);
    QCOMPARE(rows(window, QStringLiteral("applications")), 1);
    choose(window, QStringLiteral("Team"));
    QTRY_COMPARE(rows(window, QStringLiteral("tokens")), 1);
    QCOMPARE(rows(window, QStringLiteral("users")), 0);
    QCOMPARE(rows(window, QStringLiteral("applications")), 1);
    window.page(QStringLiteral("tokens"))->setFilterText(QStringLiteral("client:here"));
    QTRY_COMPARE(rows(window, QStringLiteral("tokens")), 1);
    choose(window, QStringLiteral("Default"));
    QTRY_COMPARE(rows(window, QStringLiteral("tokens")), 2);
    fixture.addToken(here, QStringLiteral("four"));
    QTRY_COMPARE(rows(window, QStringLiteral("tokens")), 3);
    choose(window, QStringLiteral("Team"));
    QTRY_COMPARE(rows(window, QStringLiteral("tokens")), 1);
    fixture.addToken(here, QStringLiteral("five"));
    QTest::qWait(300);
    QCOMPARE(rows(window, QStringLiteral("tokens")), 1);
}

void TestWindowDomains::newRowsBelongToTheDomain()
{
    ConsoleFixture fixture;
    const IdentityDomain team = add(fixture);
    MainWindow window(fixture.console());
    window.show();
    QTRY_COMPARE(switcher(window).count(), 2);
    choose(window, QStringLiteral("Team"));
    window.openPage(QStringLiteral("users"));
    window.currentPage()->newAction()->trigger();
    auto *dialog = window.findChild<QDialog *>(QStringLiteral("userDialog"));
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(QStringLiteral("email"))->setText(QStringLiteral("bob@example.com"));
    dialog->findChild<QPushButton *>(QStringLiteral("submit"))->click();
    QTRY_COMPARE(rows(window, QStringLiteral("users")), 1);
    const auto find
        = [team](Store &store) { return store.users().findByEmail(team.id, QStringLiteral("bob@example.com")); };
    QVERIFY(take(fixture.run(find)).has_value());
}

void TestWindowDomains::choiceIsRemembered()
{
    ConsoleFixture fixture;
    add(fixture);
    {
        MainWindow window(fixture.console());
        QTRY_COMPARE(switcher(window).count(), 2);
        choose(window, QStringLiteral("Team"));
    }
    MainWindow window(fixture.console());
    window.show();
    QTRY_COMPARE(switcher(window).currentText(), QStringLiteral("Team"));
    QVERIFY(window.findChild<UrlField *>(QStringLiteral("issuerField"))->url().endsWith(QLatin1String("/Team")));
}

void TestWindowDomains::policyIsTheDomains()
{
    ConsoleFixture fixture;
    const IdentityDomain team = add(fixture);
    MainWindow window(fixture.console());
    window.show();
    QTRY_COMPARE(switcher(window).count(), 2);
    choose(window, QStringLiteral("Team"));
    const auto labels = window.page(QStringLiteral("settings"))->findChildren<QLabel *>();
    const bool isNamed = std::any_of(labels.begin(), labels.end(),
                                     [](const QLabel *each) { return each->text() == u"Policy of Team"; });
    QVERIFY(isNamed);
    auto *profile = window.page(QStringLiteral("settings"))->findChild<QComboBox *>(QStringLiteral("profile"));
    QVERIFY(profile);
    profile->setCurrentIndex(profile->findData(QStringLiteral("strict")));
    Q_EMIT profile->activated(profile->currentIndex());
    QTRY_VERIFY(stored(fixture, team.id).policy == take(Policy::preset(QStringLiteral("strict"))));
    QVERIFY(!(stored(fixture, DomainStore::DefaultId).policy == take(Policy::preset(QStringLiteral("strict")))));
}

void TestWindowDomains::dialogMakesAndChangesDomains()
{
    ConsoleFixture fixture;
    MainWindow window(fixture.console());
    window.show();
    window.findChild<QAction *>(QStringLiteral("domains"))->trigger();
    auto *dialog = window.findChild<QDialog *>(QStringLiteral("domainsDialog"));
    auto *list = dialog->findChild<QTreeWidget *>(QStringLiteral("domains"));
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("toggleDomain"))->isEnabled());
    dialog->findChild<QPushButton *>(QStringLiteral("newDomain"))->click();
    auto *form = dialog->findChild<FormDialog *>(QStringLiteral("domainDialog"));
    auto *name = form->findChild<QLineEdit *>(QStringLiteral("name"));
    name->setText(QStringLiteral("oauth"));
    form->findChild<QPushButton *>(QStringLiteral("submit"))->click();
    QTRY_VERIFY(!form->problem().isEmpty());
    name->setText(QStringLiteral("Team"));
    form->findChild<QPushButton *>(QStringLiteral("submit"))->click();
    QTRY_COMPARE(list->topLevelItemCount(), 2);

    list->setCurrentItem(list->topLevelItem(1));
    const Id team = list->topLevelItem(1)->data(0, Qt::UserRole).toLongLong();
    dialog->findChild<QPushButton *>(QStringLiteral("toggleDomain"))->click();
    dialog->findChild<QPushButton *>(QStringLiteral("confirm"))->click();
    QTRY_VERIFY(!stored(fixture, team).enabled);
    QTRY_COMPARE(list->topLevelItem(1)->text(2), QStringLiteral("Off"));
    dialog->findChild<QPushButton *>(QStringLiteral("toggleDomain"))->click();
    QTRY_VERIFY(stored(fixture, team).enabled);
    dialog->findChild<QPushButton *>(QStringLiteral("voidTokens"))->click();
    QTRY_VERIFY(dialog->findChild<QPushButton *>(QStringLiteral("confirm")));
    dialog->findChildren<QPushButton *>(QStringLiteral("confirm")).constLast()->click();
    QTRY_COMPARE(stored(fixture, team).notBefore, ConsoleFixture::Start);
}

QTEST_MAIN(TestWindowDomains)
#include "tst_windowdomains.moc"
