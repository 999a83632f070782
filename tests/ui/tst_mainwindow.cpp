#include "tests/ui/consolefixture.h"
#include "ui/dialogs/applicationdialog.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/passworddialog.h"
#include "ui/dialogs/portdialog.h"
#include "ui/dialogs/secretdialog.h"
#include "ui/dialogs/userdialog.h"
#include "ui/mainwindow.h"
#include "ui/page.h"
#include "ui/pages/tablepage.h"
#include "ui/theme.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/navigationlist.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTest>
#include <QToolBar>
#include <QTranslator>

using namespace Gatehouse;

namespace {

/// Puts a mark before every text.
class MarkingTranslator final : public QTranslator
{
public:
    static constexpr QChar Mark {0xb6};

    QString translate(const char *, const char *source, const char *, int) const override
    {
        return Mark + QString::fromUtf8(source);
    }
    bool isEmpty() const override { return false; }
};

/// The first visible control that a screen reader would have no name for.
QString nameless(const QWidget &window)
{
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const QWidget *parent = widget->parentWidget();
        const bool isPartOfAControl = qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QComboBox *>(parent)
            || qobject_cast<const QAbstractSpinBox *>(parent);
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || isPartOfAControl)
            continue;
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            return QStringLiteral("%1 “%2” in “%3”")
                .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                     parent->objectName());
    }
    return {};
}

bool isTranslated(const QString &text)
{
    return text.contains(MarkingTranslator::Mark);
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void titleTellsAddressAndState();
    void keysOpenPages();
    void backAndForward();
    void filterBelongsToThePage();
    void filterKeys();
    void panesAreCycled();
    void toggleStartsAndStops();
    void layoutIsRemembered();
    void layoutIsReset();
    void everyControlHasAName();
    void everyControlOfADialogHasAName();
    void newWorksFromTheKeyboard();
    void everyActionHasATextAndItsOwnKey();
    void everyToolIsInAMenu();
    void tabLeavesEveryWidget();
    void languageChangesWithoutARestart();
    void rightToLeftKeepsItTogether();
    void themeIsChosenInTheSettings();

private:
    QAction &action(const char *name) { return *m_window->findChild<QAction *>(QString::fromLatin1(name)); }
    FilterEdit &filter() { return *m_window->findChild<FilterEdit *>(); }
    QString shownPage() { return m_window->currentPage()->key(); }
    QList<QAction *> menuActions();
    void eachPage(const std::function<void()> &look);

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_fixture = std::make_unique<ConsoleFixture>();
    const Application application = m_fixture->addApplication();
    m_fixture->addToken(application, QStringLiteral("one"));
    m_fixture->addGrant(application, m_fixture->addUser(), QStringLiteral("code"));
    m_window = std::make_unique<MainWindow>(m_fixture->console());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get())); // keys go to an active window only
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

QList<QAction *> TestMainWindow::menuActions()
{
    QList<QAction *> actions;
    for (const QAction *menu : m_window->menuBar()->actions())
        actions.append(menu->menu()->actions());
    actions.removeIf([](const QAction *each) { return each->isSeparator(); });
    return actions;
}

void TestMainWindow::eachPage(const std::function<void()> &look)
{
    for (const char *key : {"overview", "applications", "users", "grants", "tokens", "consents", "audit", "settings"}) {
        m_window->openPage(QString::fromLatin1(key));
        QCoreApplication::processEvents();
        look();
    }
}

void TestMainWindow::titleTellsAddressAndState()
{
    QVERIFY(m_window->windowTitle().contains(QLatin1String("(Stopped)")));
    m_fixture->server().start();
    QTRY_VERIFY(m_window->windowTitle().contains(QLatin1String("(Running)")));
    QVERIFY(m_window->windowTitle().contains(m_fixture->server().issuer()));
}

void TestMainWindow::keysOpenPages()
{
    QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(shownPage(), QStringLiteral("tokens"));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(shownPage(), QStringLiteral("overview"));
    action("nextPage").trigger();
    QCOMPARE(shownPage(), QStringLiteral("applications"));
    action("previousPage").trigger();
    action("previousPage").trigger();
    QCOMPARE(shownPage(), QStringLiteral("settings"));
}

void TestMainWindow::backAndForward()
{
    QVERIFY(!action("back").isEnabled());
    m_window->openPage(QStringLiteral("users"));
    m_window->openPage(QStringLiteral("tokens"));
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(shownPage(), QStringLiteral("users"));
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(shownPage(), QStringLiteral("tokens"));
    action("back").trigger();
    m_window->openPage(QStringLiteral("grants"));
    QVERIFY(!action("forward").isEnabled());
}

void TestMainWindow::filterBelongsToThePage()
{
    m_window->openPage(QStringLiteral("tokens"));
    QVERIFY(filter().isEnabled());
    QTest::keyClicks(&filter(), QStringLiteral("is:active"));
    QTRY_COMPARE(m_window->currentPage()->filterText(), QStringLiteral("is:active"));
    m_window->openPage(QStringLiteral("users"));
    QCOMPARE(filter().text(), QString());
    m_window->openPage(QStringLiteral("tokens"));
    QCOMPARE(filter().text(), QStringLiteral("is:active"));
    m_window->openPage(QStringLiteral("overview"));
    QVERIFY(!filter().isEnabled());
}

void TestMainWindow::filterKeys()
{
    m_window->openPage(QStringLiteral("tokens"));
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(filter().hasFocus());
    QTest::keyClicks(&filter(), QStringLiteral("is:nonsense"));
    QTRY_VERIFY(filter().hasError());
    QTest::keyClick(&filter(), Qt::Key_Escape);
    QVERIFY(!filter().hasError());
    QTest::keyClick(&filter(), Qt::Key_Down);
    QTRY_VERIFY(m_window->currentPage()->mainPane()->hasFocus());
}

void TestMainWindow::panesAreCycled()
{
    m_window->openPage(QStringLiteral("tokens"));
    auto &page = static_cast<TablePage &>(*m_window->currentPage());
    auto *navigation = m_window->findChild<NavigationList *>();
    QTRY_VERIFY(page.table().isVisible());
    navigation->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QTRY_VERIFY(page.table().hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QTRY_VERIFY(page.details().isAncestorOf(qApp->focusWidget()) || page.details().hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QTRY_VERIFY(navigation->hasFocus());
}

void TestMainWindow::toggleStartsAndStops()
{
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(m_fixture->server().state(), ServerController::State::Running);
    QTRY_VERIFY(action("toggleServer").isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(m_fixture->server().state(), ServerController::State::Stopped);
}

void TestMainWindow::layoutIsRemembered()
{
    m_window->openPage(QStringLiteral("grants"));
    m_window->resize(790, 700);
    static_cast<TablePage &>(*m_window->page(QStringLiteral("tokens"))).table().setColumnWidth(1, 123);
    m_window->page(QStringLiteral("tokens"))->setFilterText(QStringLiteral("is:expired"));
    m_window = nullptr;
    m_window = std::make_unique<MainWindow>(m_fixture->console());
    QCOMPARE(shownPage(), QStringLiteral("grants"));
    QCOMPARE(m_window->size(), QSize(790, 700));
    const auto &tokens = static_cast<TablePage &>(*m_window->page(QStringLiteral("tokens")));
    QCOMPARE(tokens.table().columnWidth(1), 123);
    QCOMPARE(tokens.filterText(), QStringLiteral("is:expired"));
}

void TestMainWindow::layoutIsReset()
{
    auto &tokens = static_cast<TablePage &>(*m_window->page(QStringLiteral("tokens")));
    const int width = tokens.table().columnWidth(1);
    tokens.table().setColumnWidth(1, width + 50);
    tokens.setDetailPlace(TablePage::DetailPlace::Hidden);
    action("resetLayout").trigger();
    QCOMPARE(tokens.table().columnWidth(1), width);
    QCOMPARE(tokens.detailPlace(), TablePage::DetailPlace::Right);
}

void TestMainWindow::everyControlHasAName()
{
    QAccessible::setActive(true);
    eachPage([this] { QVERIFY2(nameless(*m_window).isEmpty(), qPrintable(nameless(*m_window))); });
}

void TestMainWindow::everyControlOfADialogHasAName()
{
    QAccessible::setActive(true);
    for (QDialog *dialog : std::initializer_list<QDialog *> {
             new ApplicationDialog({}, m_window.get()), new UserDialog({}, m_window.get()),
             new PasswordDialog(QStringLiteral("ada@example.com"), m_window.get()), new PortDialog(1, m_window.get()),
             new SecretDialog(QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), m_window.get()),
             new ConfirmDialog(
                 QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), [] {}, m_window.get())}) {
        dialog->open();
        QVERIFY2(nameless(*dialog).isEmpty(), qPrintable(nameless(*dialog)));
        QVERIFY(!dialog->windowTitle().isEmpty());
        dialog->close();
    }
}

void TestMainWindow::everyActionHasATextAndItsOwnKey()
{
    eachPage([this] {
        QHash<QKeySequence, QString> taken;
        for (const QAction *each : menuActions()) {
            QVERIFY2(!each->text().isEmpty(), qPrintable(each->objectName()));
            for (const QKeySequence &key : each->shortcuts()) {
                QVERIFY2(
                    !taken.contains(key),
                    qPrintable(QStringLiteral("%1: %2 and %3").arg(key.toString(), each->text(), taken.value(key))));
                taken.insert(key, each->text());
            }
        }
    });
}

void TestMainWindow::newWorksFromTheKeyboard()
{
    m_window->openPage(QStringLiteral("users"));
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<UserDialog *>());
    m_window->findChild<UserDialog *>()->reject();
    m_window->openPage(QStringLiteral("overview"));
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<ApplicationDialog *>());
}

void TestMainWindow::everyToolIsInAMenu()
{
    eachPage([this] {
        for (QAction *each : m_window->findChild<QToolBar *>()->actions()) {
            const bool isWidget = m_window->findChild<QToolBar *>()->widgetForAction(each)->metaObject()->className()
                != QLatin1String("QToolButton");
            if (!each->isSeparator() && !isWidget)
                QVERIFY2(menuActions().contains(each), qPrintable(each->text()));
        }
    });
}

void TestMainWindow::tabLeavesEveryWidget()
{
    eachPage([this] {
        m_window->currentPage()->mainPane()->setFocus();
        QSet<const QWidget *> visited;
        for (int step = 0; step < 200; ++step) {
            const QWidget *before = qApp->focusWidget();
            QVERIFY(before);
            visited.insert(before);
            QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
            QVERIFY2(qApp->focusWidget() != before,
                     qPrintable(QStringLiteral("%1: Tab stays in %2 “%3”")
                                    .arg(shownPage(), QString::fromLatin1(before->metaObject()->className()),
                                         before->objectName())));
            if (visited.contains(qApp->focusWidget()))
                return;
        }
        QFAIL("Tab never comes back.");
    });
}

void TestMainWindow::languageChangesWithoutARestart()
{
    m_window->openPage(QStringLiteral("settings"));
    MarkingTranslator translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    QCoreApplication::processEvents();
    QCOMPARE(shownPage(), QStringLiteral("settings"));
    QVERIFY(isTranslated(m_window->windowTitle()));
    for (const QAction *menu : m_window->menuBar()->actions())
        QVERIFY2(isTranslated(menu->text()), qPrintable(menu->text()));
    eachPage([this] {
        for (const QAction *each : menuActions())
            QVERIFY2(isTranslated(each->text()), qPrintable(each->text()));
        for (const QAbstractButton *each : m_window->findChildren<QAbstractButton *>()) {
            const QString text = each->text();
            QVERIFY2(!each->isVisible() || text.isEmpty() || isTranslated(text), qPrintable(text));
        }
        if (const auto *table = qobject_cast<LiveTableView *>(m_window->currentPage()->mainPane()))
            QVERIFY(isTranslated(
                table->model()->headerData(table->horizontalHeader()->logicalIndex(0), Qt::Horizontal).toString()));
        QVERIFY(isTranslated(m_window->currentPage()->title()));
    });
    QCoreApplication::removeTranslator(&translator);
}

void TestMainWindow::rightToLeftKeepsItTogether()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    eachPage([this] {
        QVERIFY(!m_window->grab().isNull());
        for (const QLineEdit *field : m_window->findChildren<QLineEdit *>(QStringLiteral("urlValue")))
            QCOMPARE(field->layoutDirection(), Qt::LeftToRight);
    });
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestMainWindow::themeIsChosenInTheSettings()
{
    m_window->openPage(QStringLiteral("settings"));
    auto *box = m_window->findChild<QComboBox *>(QStringLiteral("appearance"));
    box->setCurrentIndex(box->findData(int(Appearance::Dark)));
    Q_EMIT box->activated(box->currentIndex());
    QTRY_VERIFY(Theme::isDark(m_window->palette()));
    box->setCurrentIndex(box->findData(int(Appearance::Light)));
    Q_EMIT box->activated(box->currentIndex());
    QTRY_VERIFY(!Theme::isDark(m_window->palette()));
    QCOMPARE(UiState(m_fixture->settings()).appearance(), Appearance::Light);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
