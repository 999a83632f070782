#include "models/clock.h"
#include "models/tables/roles.h"
#include "ui/widgets/livetableview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>

using namespace Gatehouse;

class TestLiveTableView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void staysAtTheNewest();
    void staysWhereItWas();
    void newestButtonLeadsUp();
    void selectionMovesWithItsRow();
    void countsWithoutReading();
    void tooManyAreNotOffered();
    void copiesTheSelection();
    void tabLeaves();
    void returnRunsTheFirstAction();
    void columnsInTheOrderAskedFor();

private:
    void insertAtTop(int rows);
    QToolButton &unseenButton() { return *m_view->findChild<QToolButton *>(QStringLiteral("unseenButton")); }

    ManualClock m_clock {1'700'000'000'000};
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<LiveTableView> m_view;
    qint64 m_nextId = 0;
};

void TestLiveTableView::init()
{
    m_model = std::make_unique<QStandardItemModel>(0, 2);
    m_model->setHorizontalHeaderLabels({QStringLiteral("A"), QStringLiteral("B")});
    m_nextId = 0;
    insertAtTop(200);
    m_view = std::make_unique<LiveTableView>(m_clock);
    m_view->setModel(m_model.get());
    m_view->resize(400, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get())); // keys go to an active window only
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestLiveTableView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestLiveTableView::insertAtTop(int rows)
{
    for (int row = 0; row < rows; ++row) {
        auto *item = new QStandardItem(QStringLiteral("row %1").arg(++m_nextId));
        item->setData(m_nextId, IdRole);
        m_model->insertRow(0, {item, new QStandardItem(QStringLiteral("b"))});
    }
}

void TestLiveTableView::staysAtTheNewest()
{
    insertAtTop(12);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    QCOMPARE(m_view->unseenRows(), 0);
    QVERIFY(unseenButton().isHidden());
}

void TestLiveTableView::staysWhereItWas()
{
    m_view->verticalScrollBar()->setValue(50);
    const QString shown = m_view->indexAt(QPoint(5, 5)).data().toString();
    insertAtTop(12);
    QCOMPARE(m_view->indexAt(QPoint(5, 5)).data().toString(), shown);
    QCOMPARE(m_view->unseenRows(), 12);
    QVERIFY(unseenButton().isVisible());
    QVERIFY(unseenButton().text().contains(QLatin1String("12")));
}

void TestLiveTableView::newestButtonLeadsUp()
{
    m_view->verticalScrollBar()->setValue(50);
    insertAtTop(3);
    unseenButton().click();
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    QCOMPARE(m_view->unseenRows(), 0);
    QVERIFY(unseenButton().isHidden());
}

void TestLiveTableView::selectionMovesWithItsRow()
{
    QVERIFY(m_view->selectRow(4));
    const QList<Id> before = m_view->selectedIds();
    QCOMPARE(before.size(), 1);
    insertAtTop(5);
    QCOMPARE(m_view->selectedIds(), before);
    QCOMPARE(m_view->selectedRowNumbers(), QList<int> {9});
    QCOMPARE(m_view->currentIndex().row(), 9);
}

void TestLiveTableView::countsWithoutReading()
{
    QSignalSpy shifted(m_view.get(), &LiveTableView::selectionShifted);
    m_view->selectAll();
    QVERIFY(shifted.size() > 0);
    QCOMPARE(m_view->selectedRowCount(), 200);
    QCOMPARE(m_view->selectedIds().size(), 200);
}

void TestLiveTableView::tooManyAreNotOffered()
{
    m_model->insertRows(0, LiveTableView::MaxAtOnce);
    m_view->selectAll();
    QCOMPARE(m_view->selectedRowCount(), 200 + LiveTableView::MaxAtOnce);
    QVERIFY(m_view->selectedIds().isEmpty());
}

void TestLiveTableView::copiesTheSelection()
{
    m_view->selectRow(0);
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("A\tB\nrow 200\tb\n"));
    m_view->copyActions().at(1)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("A,B\nrow 200,b\n"));
}

void TestLiveTableView::tabLeaves()
{
    QVERIFY(!m_view->tabKeyNavigation());
    QVERIFY(m_view->editTriggers() == QAbstractItemView::NoEditTriggers);
}

void TestLiveTableView::returnRunsTheFirstAction()
{
    QAction first;
    QAction second;
    QSignalSpy ran(&first, &QAction::triggered);
    m_view->setItemActions({&first, &second});
    m_view->selectRow(0);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(ran.size(), 1);
    first.setEnabled(false);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(ran.size(), 1);
}

void TestLiveTableView::columnsInTheOrderAskedFor()
{
    m_view->showColumns({1, 0});
    QCOMPARE(m_view->horizontalHeader()->visualIndex(1), 0);
    m_view->showColumns({1});
    QVERIFY(m_view->isColumnHidden(0));
}

QTEST_MAIN(TestLiveTableView)
#include "tst_livetableview.moc"
