#include "models/tables/grantsmodel.h"
#include "models/tables/tokensmodel.h"
#include "tests/ui/railswindowfixture.h"
#include "ui/page.h"
#include "ui/pages/tablepage.h"
#include "ui/rails/railswindow.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/navigationlist.h"

#include <QAction>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

using namespace Gatehouse;

/// The window on the database of a Rails application.
class TestRailsWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItIs();
    void hasNothingThatCannotBeDone();
    void leavesOutWhatIsNotStored_data();
    void leavesOutWhatIsNotStored();
    void revokesOneTokenByClicking();
    void revokesOneGrantByKeys();
    void tellsOfTheRestOfTheChain();
    void showsTheLineage();
    void showsWhatTheApplicationWrites();
    void leadsFromAnOwnerToTheTokens();
    void keepsItsLayoutApart();
    void lookingChangesNothing();

private:
    static TablePage &open(RailsWindow &window, const char *page, int rows);
    static QStringList actionsOf(const RailsWindow &window);
    static QString detail(TablePage &page, const char *label);
    static void click(TablePage &page, int row);
};

TablePage &TestRailsWindow::open(RailsWindow &window, const char *page, int rows)
{
    window.show();
    window.openPage(QString::fromLatin1(page));
    auto &opened = static_cast<TablePage &>(*window.currentPage());
    if (!QTest::qWaitFor([&] { return opened.table().isVisible() && opened.table().model()->rowCount() == rows; }))
        qWarning("The page has %d rows", opened.table().model()->rowCount());
    return opened;
}

/// Names of all that can be done in the window, whatever page is in front.
QStringList TestRailsWindow::actionsOf(const RailsWindow &window)
{
    QStringList names;
    for (const QAction *action : window.findChildren<QAction *>())
        names.append(action->objectName());
    names.removeAll(QString());
    return names;
}

/// What the detail pane says under this name.
QString TestRailsWindow::detail(TablePage &page, const char *label)
{
    for (const DetailField &field : page.details().fields()) {
        if (field.label == QLatin1String(label))
            return field.value;
    }
    return {};
}

void TestRailsWindow::click(TablePage &page, int row)
{
    const QPoint place = page.table().visualRect(page.table().model()->index(row, 1)).center();
    QTest::mouseClick(page.table().viewport(), Qt::LeftButton, {}, place);
}

void TestRailsWindow::saysWhatItIs()
{
    RailsWindowFixture fixture;
    RailsWindow window(fixture.console());
    QVERIFY2(window.windowTitle().contains(QStringLiteral("production.sqlite3")), qPrintable(window.windowTitle()));
    QVERIFY(window.windowTitle().contains(QStringLiteral("Doorkeeper database of a Rails application")));
    QVERIFY(window.statusBar()
                ->findChild<QLabel *>(QStringLiteral("statusWord"))
                ->text()
                .contains(QStringLiteral("no server")));
    const Page &overview = *window.page(QStringLiteral("overview"));
    QCOMPARE(overview.findChild<QLabel *>(QStringLiteral("modeWord"))->text(),
             QStringLiteral("Doorkeeper database of a Rails application"));
    const QString text = overview.findChild<QLabel *>(QStringLiteral("modeText"))->text();
    QVERIFY2(text.contains(QStringLiteral("revoke tokens and grants")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Nothing else in the file is changed")), qPrintable(text));
}

void TestRailsWindow::hasNothingThatCannotBeDone()
{
    RailsWindowFixture fixture;
    const RailsWindow window(fixture.console());
    const QStringList actions = actionsOf(window);
    for (const char *name : {"toggleServer", "copyIssuer", "new", "edit", "rotate", "delete", "setPassword"})
        QVERIFY2(!actions.contains(QString::fromLatin1(name)), name);
    QVERIFY(actions.contains(QStringLiteral("revoke")));
    for (const char *name : {"issuerField", "requestsTable", "stateCard", "serverProblem", "statusRate"})
        QVERIFY2(!window.findChild<QWidget *>(QString::fromLatin1(name)), name);
    QVERIFY(!window.page(QStringLiteral("settings")));
    const auto *navigation = window.findChild<NavigationList *>();
    QCOMPARE(navigation->count(), 5);
    QStringList menus;
    for (const QAction *menu : window.menuBar()->actions())
        menus.append(menu->text());
    QCOMPARE(menus.join(QLatin1Char(' ')), QStringLiteral("&Edit &Database &View &Help"));
}

void TestRailsWindow::leavesOutWhatIsNotStored_data()
{
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QStringList>("pages");
    QTest::addColumn<bool>("hasPkce");
    const QStringList all {QStringLiteral("applications"), QStringLiteral("users"), QStringLiteral("grants"),
                           QStringLiteral("tokens")};
    QTest::newRow("5.5") << QStringList() << all << true;
    QTest::newRow("no PKCE") << QStringList {QStringLiteral(
        "ALTER TABLE oauth_access_grants DROP COLUMN code_challenge")}
                             << all << false;
    QTest::newRow("no users") << QStringList {QStringLiteral("DROP TABLE users")}
                              << QStringList {all[0], all[2], all[3]} << true;
    QTest::newRow("no codes") << QStringList {QStringLiteral("DROP TABLE oauth_access_grants")}
                              << QStringList {all[0], all[1], all[3]} << false;
}

void TestRailsWindow::leavesOutWhatIsNotStored()
{
    QFETCH(QStringList, changes);
    QFETCH(QStringList, pages);
    QFETCH(bool, hasPkce);
    RailsWindowFixture fixture(changes);
    const RailsWindow window(fixture.console());
    for (const char *name : {"applications", "users", "grants", "tokens"}) {
        const QString key = QString::fromLatin1(name);
        QCOMPARE(window.page(key) != nullptr, pages.contains(key));
        QCOMPARE(window.findChild<QWidget *>(key + QStringLiteral("Tile")) != nullptr, pages.contains(key));
    }
    const auto &tokens = static_cast<TablePage &>(*window.page(QStringLiteral("tokens")));
    QVERIFY(tokens.table().isColumnHidden(TokensModel::GrantType));
    QVERIFY(!tokens.table().isColumnHidden(TokensModel::Status));
    if (const auto *grants = static_cast<TablePage *>(window.page(QStringLiteral("grants")))) {
        QVERIFY(grants->table().isColumnHidden(GrantsModel::Tokens));
        QCOMPARE(!grants->table().isColumnHidden(GrantsModel::Pkce), hasPkce);
    }
}

void TestRailsWindow::revokesOneTokenByClicking()
{
    RailsWindowFixture fixture;
    QMap<QString, QVariantList> expected = fixture.file().content();
    RailsWindow window(fixture.console());
    TablePage &page = open(window, "tokens", 8);
    click(page, 6); // #2
    auto *revoke = page.findChild<QAction *>(QStringLiteral("revoke"));
    QTRY_VERIFY(revoke->isEnabled());
    QTest::mouseClick(page.details().findChild<QToolButton *>(QStringLiteral("revokeButton")), Qt::LeftButton);
    auto *confirm = page.findChild<QPushButton *>(QStringLiteral("confirmRevocation"));
    QTRY_VERIFY(confirm->isVisible() && confirm->isEnabled());
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_COMPARE(page.table().model()->index(6, TokensModel::Status).data().toString(), QStringLiteral("Revoked"));

    const QMap<QString, QVariantList> content = fixture.file().content();
    expected[QStringLiteral("oauth_access_tokens 2")][7] = QStringLiteral("2026-11-21 20:20:17.000000");
    QCOMPARE(content, expected);
    QCOMPARE(fixture.file().neighbours(), QStringList());
}

void TestRailsWindow::revokesOneGrantByKeys()
{
    RailsWindowFixture fixture;
    QMap<QString, QVariantList> expected = fixture.file().content();
    RailsWindow window(fixture.console());
    TablePage &page = open(window, "grants", 4);
    QVERIFY(QTest::qWaitForWindowActive(&window)); // keys go to an active window only
    page.table().selectRow(0);
    page.table().setFocus();
    QTRY_VERIFY(page.findChild<QAction *>(QStringLiteral("revoke"))->isEnabled());
    QTest::keyClick(&page.table(), Qt::Key_Delete);
    auto *confirm = page.findChild<QPushButton *>(QStringLiteral("confirmRevocation"));
    QTRY_VERIFY(confirm->isVisible() && confirm->isEnabled());
    QTest::keyClick(confirm, Qt::Key_Space);
    QTRY_COMPARE(page.table().model()->index(0, GrantsModel::Status).data().toString(), QStringLiteral("Revoked"));
    expected[QStringLiteral("oauth_access_grants 4")][8] = QStringLiteral("2026-11-21 20:20:17.000000");
    QCOMPARE(fixture.file().content(), expected);
}

void TestRailsWindow::tellsOfTheRestOfTheChain()
{
    RailsWindowFixture fixture;
    RailsWindow window(fixture.console());
    TablePage &page = open(window, "tokens", 8);
    click(page, 4); // #4
    auto *revoke = page.findChild<QAction *>(QStringLiteral("revoke"));
    QTRY_VERIFY(revoke->isEnabled());
    revoke->trigger();
    auto *text = page.findChild<QLabel *>(QStringLiteral("revocationText"));
    QTRY_VERIFY2(text->text().contains(QStringLiteral("of the same refresh chain")), qPrintable(text->text()));
}

void TestRailsWindow::showsTheLineage()
{
    RailsWindowFixture fixture;
    RailsWindow window(fixture.console());
    TablePage &page = open(window, "tokens", 8);
    click(page, 4);
    QTRY_COMPARE(detail(page, "Refreshed From"), QStringLiteral("#3"));
    QCOMPARE(page.details().title(), QStringLiteral("Token #4"));
    QCOMPARE(detail(page, "Refreshed To"), QString());
    click(page, 5);
    QTRY_COMPARE(detail(page, "Refreshed To"), QStringLiteral("#4"));
    QCOMPARE(page.details().title(), QStringLiteral("Token #3"));
    QCOMPARE(detail(page, "Refreshed From"), QString());
}

void TestRailsWindow::showsWhatTheApplicationWrites()
{
    RailsWindowFixture fixture;
    RailsWindow window(fixture.console());
    const TablePage &page = open(window, "tokens", 8);
    fixture.file().execute(
        {QStringLiteral("INSERT INTO oauth_access_tokens (application_id, token, expires_in, created_at,"
                        " scopes) VALUES (2, 'new', 60, '2026-11-21 20:19:00.000000', 'read')")});
    QTRY_COMPARE_WITH_TIMEOUT(page.table().model()->rowCount(), 9, 1000);
    fixture.file().execute({QStringLiteral("UPDATE oauth_access_tokens SET revoked_at = '2026-11-21 20:19:30.000000'"
                                           " WHERE id = 1")});
    QTRY_COMPARE_WITH_TIMEOUT(page.table().model()->index(8, TokensModel::Status).data().toString(),
                              QStringLiteral("Revoked"), 1000);
}

void TestRailsWindow::leadsFromAnOwnerToTheTokens()
{
    RailsWindowFixture fixture;
    RailsWindow window(fixture.console());
    TablePage &users = open(window, "users", 2);
    users.table().selectRow(1); // user@example.com
    auto *showTokens = users.findChild<QAction *>(QStringLiteral("showTokens"));
    QTRY_VERIFY(showTokens->isEnabled());
    showTokens->trigger();
    QCOMPARE(window.currentPage()->key(), QStringLiteral("tokens"));
    const auto &tokens = static_cast<TablePage &>(*window.currentPage());
    QTRY_COMPARE(tokens.table().model()->rowCount(), 4);
}

void TestRailsWindow::keepsItsLayoutApart()
{
    RailsWindowFixture fixture;
    fixture.settings().setValue(QStringLiteral("page"), QStringLiteral("users"));
    fixture.settings().setValue(QStringLiteral("filter/tokens"), QStringLiteral("is:expired"));
    {
        RailsWindow window(fixture.console());
        QCOMPARE(window.currentPage()->key(), QStringLiteral("overview"));
        QCOMPARE(window.page(QStringLiteral("tokens"))->filterText(), QString());
        window.openPage(QStringLiteral("grants"));
    }
    QCOMPARE(fixture.settings().value(QStringLiteral("page")).toString(), QStringLiteral("users"));
    const RailsWindow again(fixture.console());
    QCOMPARE(again.currentPage()->key(), QStringLiteral("grants"));
}

void TestRailsWindow::lookingChangesNothing()
{
    std::optional<RailsWindowFixture> fixture(std::in_place);
    const QByteArray before = fixture->file().bytes();
    {
        RailsWindow window(fixture->console());
        for (const char *page : {"applications", "users", "grants", "tokens"})
            click(open(window, page, page[0] == 't' ? 8 : page[0] == 'u' ? 2 : 4), 1);
        QTest::qWait(500);
    }
    QCOMPARE(fixture->file().bytes(), before);
    QCOMPARE(fixture->file().neighbours(), QStringList());
}

QTEST_MAIN(TestRailsWindow)
#include "tst_railswindow.moc"
