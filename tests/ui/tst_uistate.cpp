#include "ui/uistate.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

class TestUiState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appearanceIsRemembered();
    void windowComesBackOnTheScreen();
    void headerIsRemembered();
    void resetForgetsTheLayoutOnly();

private:
    QTemporaryDir m_folder;
    QSettings m_settings {m_folder.filePath(QStringLiteral("state.ini")), QSettings::IniFormat};
    UiState m_state {m_settings};
};

void TestUiState::appearanceIsRemembered()
{
    QCOMPARE(m_state.appearance(), Appearance::System);
    for (Appearance appearance : {Appearance::Dark, Appearance::Light, Appearance::System}) {
        m_state.setAppearance(appearance);
        QCOMPARE(m_state.appearance(), appearance);
    }
}

void TestUiState::windowComesBackOnTheScreen()
{
    QMainWindow left;
    left.resize(500, 400);
    left.move(-3000, 5000); // a monitor that is not there any more
    m_state.saveWindow(left);
    QMainWindow window;
    QVERIFY(m_state.restoreWindow(window));
    const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
    QVERIFY(room.contains(QRect(window.pos(), window.size())));
    QCOMPARE(window.size(), QSize(500, 400));
}

void TestUiState::headerIsRemembered()
{
    QStandardItemModel model(1, 3);
    QTableView first;
    first.setModel(&model);
    first.setColumnHidden(1, true);
    first.setColumnWidth(2, 77);
    m_state.saveHeader(QStringLiteral("tokens/header"), *first.horizontalHeader());
    QTableView second;
    second.setModel(&model);
    QVERIFY(m_state.restoreHeader(QStringLiteral("tokens/header"), *second.horizontalHeader()));
    QVERIFY(second.isColumnHidden(1));
    QCOMPARE(second.columnWidth(2), 77);
}

void TestUiState::resetForgetsTheLayoutOnly()
{
    m_state.setAppearance(Appearance::Dark);
    m_state.setText(QStringLiteral("filter/tokens"), QStringLiteral("is:active"));
    QSplitter splitter;
    m_state.saveSplitter(QStringLiteral("x"), splitter);
    m_state.resetLayout();
    QVERIFY(!m_state.restoreSplitter(QStringLiteral("x"), splitter));
    QCOMPARE(m_state.appearance(), Appearance::Dark);
    QCOMPARE(m_state.text(QStringLiteral("filter/tokens")), QStringLiteral("is:active"));
}

QTEST_MAIN(TestUiState)
#include "tst_uistate.moc"
