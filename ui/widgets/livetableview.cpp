#include "ui/widgets/livetableview.h"

#include "models/tables/roles.h"
#include "ui/clipboard.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/icons.h"
#include "ui/tabletext.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace Gatehouse {

LiveTableView::LiveTableView(const Clock &clock, QWidget *parent)
    : QTableView(parent)
    , m_unseenButton(new QToolButton(this))
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setItemDelegate(new RowDelegate(clock, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2 + 2);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setResizeContentsPrecision(0);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &LiveTableView::showHeaderMenu);
    m_unseenButton->setObjectName(QStringLiteral("unseenButton"));
    m_unseenButton->setIcon(icon(QStringLiteral("up")));
    m_unseenButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unseenButton->hide();
    connect(m_unseenButton, &QToolButton::clicked, this, &QTableView::scrollToTop);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0)
            noteUnseen(0);
    });
    connect(&m_tick, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_tick.start(1000);
    addCopyActions();
    retranslate();
}

void LiveTableView::setModel(QAbstractItemModel *newModel)
{
    QTableView::setModel(newModel);
    if (!newModel)
        return;
    connect(newModel, &QAbstractItemModel::modelReset, this, [this] {
        noteUnseen(0);
        Q_EMIT selectionShifted();
    });
}

void LiveTableView::setName(const QString &name)
{
    setAccessibleName(name);
}

void LiveTableView::showColumns(const QList<int> &columns)
{
    m_columns = columns;
    for (int column = 0; column < model()->columnCount(); ++column)
        setColumnHidden(column, !columns.contains(column));
    for (int position = 0; position < columns.size(); ++position)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(columns[position]), position);
}

void LiveTableView::setCharacters(int column, int characters)
{
    const int width = fontMetrics().averageCharWidth() * characters;
    setColumnWidth(column, qMax(width, horizontalHeader()->sectionSizeHint(column)));
}

qsizetype LiveTableView::selectedRowCount() const
{
    if (!selectionModel())
        return 0;
    qsizetype rows = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        rows += range.height();
    return rows;
}

QList<int> LiveTableView::selectedRowNumbers() const
{
    QList<int> rows;
    if (!selectionModel() || selectedRowCount() > MaxAtOnce)
        return rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QList<Id> LiveTableView::selectedIds() const
{
    QList<Id> ids;
    for (int row : selectedRowNumbers())
        ids.append(model()->index(row, 0).data(IdRole).toLongLong());
    return ids;
}

bool LiveTableView::selectRow(int row)
{
    if (!model() || row < 0 || row >= model()->rowCount())
        return false;
    const QModelIndex index = model()->index(row, visibleColumns().value(0));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
    return true;
}

void LiveTableView::setItemActions(const QList<QAction *> &actions)
{
    m_itemActions = actions;
}

void LiveTableView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2 + 2);
    QTableView::changeEvent(event);
}

void LiveTableView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_itemActions);
    menu->addSeparator();
    menu->addActions(m_copyActions);
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard)
        position = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    menu->popup(position);
}

void LiveTableView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    if (!selectionModel() || !topLeft.isValid())
        return;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (range.top() <= bottomRight.row() && topLeft.row() <= range.bottom()) {
            Q_EMIT selectionShifted();
            return;
        }
    }
}

void LiveTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        runDefaultAction();
        return;
    }
    QTableView::keyPressEvent(event);
}

void LiveTableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    if (indexAt(event->position().toPoint()).isValid())
        runDefaultAction();
}

void LiveTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeUnseen();
}

void LiveTableView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    const int top = verticalScrollBar()->value();
    const int count = end - start + 1;
    QTableView::rowsInserted(parent, start, end);
    if (top == 0 || start > top)
        return;
    updateGeometries();
    verticalScrollBar()->setValue(top + count);
    noteUnseen(m_unseen + count);
}

void LiveTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionShifted();
}

void LiveTableView::keyboardSearch(const QString &search)
{
    // Looking through a table of any size row by row would hold up the window.
    if (model() && model()->rowCount() <= MaxAtOnce)
        QTableView::keyboardSearch(search);
}

void LiveTableView::addCopyActions()
{
    using Format = TableText::Format;
    for (Format format : {Format::Tsv, Format::Csv, Format::Json}) {
        auto *action = new QAction(this);
        connect(action, &QAction::triggered, this,
                [this, format] { copyText(TableText(*model(), selectedRowNumbers(), visibleColumns()).as(format)); });
        m_copyActions.append(action);
    }
    m_copyActions.first()->setShortcut(QKeySequence::Copy);
    m_copyActions.first()->setShortcutContext(Qt::WidgetShortcut);
    addAction(m_copyActions.first());
}

void LiveTableView::retranslate()
{
    m_copyActions[0]->setText(tr("&Copy"));
    m_copyActions[1]->setText(tr("Copy as CS&V"));
    m_copyActions[2]->setText(tr("Copy as &JSON"));
    noteUnseen(m_unseen);
}

void LiveTableView::showHeaderMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!m_columns.isEmpty() && !m_columns.contains(column))
            continue;
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || visibleColumns().size() > 1);
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Fit Columns")), &QAction::triggered, this, &QTableView::resizeColumnsToContents);
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

void LiveTableView::runDefaultAction()
{
    if (!m_itemActions.isEmpty() && m_itemActions.first()->isEnabled())
        m_itemActions.first()->trigger();
}

void LiveTableView::noteUnseen(int rows)
{
    m_unseen = rows;
    m_unseenButton->setText(tr("%n new", "rows that came above the ones shown", rows));
    m_unseenButton->setAccessibleName(tr("Show the newest; %n new", "", rows));
    m_unseenButton->setVisible(rows > 0);
    placeUnseen();
}

void LiveTableView::placeUnseen()
{
    m_unseenButton->adjustSize();
    const QRect room = viewport()->geometry();
    m_unseenButton->move(room.center().x() - m_unseenButton->width() / 2, room.top() + 4);
}

QList<int> LiveTableView::visibleColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

} // namespace Gatehouse
