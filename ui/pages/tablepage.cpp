#include "ui/pages/tablepage.h"

#include "models/tables/roles.h"
#include "ui/icons.h"
#include "ui/timetext.h"
#include "ui/uistate.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

#include <QAction>
#include <QActionGroup>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Gatehouse {

TablePage::TablePage(const WindowContext &context, const QString &iconName, QWidget *parent)
    : Page(parent)
    , m_iconName(iconName)
    , m_message(new InlineMessage(this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(this))
    , m_table(new LiveTableView(context.clock, this))
    , m_side(new QStackedWidget(this))
    , m_details(new DetailPane(this))
    , m_placeholder(new Placeholder(iconName, this))
    , m_placeActions(new QActionGroup(this))
{
    m_side->addWidget(m_details);
    m_side->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_side);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_placeholder);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    m_settle.setSingleShot(true);
    m_settle.setInterval(0);
    connect(&m_settle, &QTimer::timeout, this, &TablePage::showSelection);
    connect(m_table, &LiveTableView::selectionShifted, &m_settle, qOverload<>(&QTimer::start));
    addViewActions();
}

QList<QAction *> TablePage::viewActions() const
{
    return m_placeActions->actions();
}

QWidget *TablePage::mainPane()
{
    return m_table;
}

QList<QWidget *> TablePage::panes()
{
    QList<QWidget *> panes {m_table};
    if (m_side->isVisible())
        panes.append(m_side->currentWidget());
    return panes;
}

void TablePage::saveState(UiState &state) const
{
    state.saveSplitter(key() + QStringLiteral("/splitter"), *m_splitter);
    state.saveHeader(key() + QStringLiteral("/header"), *m_table->horizontalHeader());
    state.setText(QStringLiteral("layout/") + key() + QStringLiteral("/details"), QString::number(int(m_place)));
}

void TablePage::restoreState(const UiState &state)
{
    const int place = state.text(QStringLiteral("layout/") + key() + QStringLiteral("/details")).toInt();
    setDetailPlace(DetailPlace(qBound(0, place, int(DetailPlace::Hidden))));
    state.restoreSplitter(key() + QStringLiteral("/splitter"), *m_splitter);
    m_splitter->setOrientation(m_place == DetailPlace::Below ? Qt::Vertical : Qt::Horizontal);
    state.restoreHeader(key() + QStringLiteral("/header"), *m_table->horizontalHeader());
}

void TablePage::resetLayout()
{
    setDetailPlace(DetailPlace::Right);
    m_splitter->setSizes({width() * 3 / 4, width() / 4});
    m_table->horizontalHeader()->restoreState(m_firstHeader);
}

void TablePage::setDetailPlace(DetailPlace place)
{
    m_place = place;
    if (place != DetailPlace::Hidden)
        m_shownPlace = place;
    m_side->setVisible(place != DetailPlace::Hidden);
    m_splitter->setOrientation(place == DetailPlace::Below ? Qt::Vertical : Qt::Horizontal);
    m_placeActions->actions().at(int(place))->setChecked(true);
}

void TablePage::showModel(QAbstractItemModel &model, const QList<int> &columns, const QList<int> &widths)
{
    m_columns = columns;
    m_table->setModel(&model);
    m_table->showColumns(columns);
    for (int position = 0; position < columns.size(); ++position)
        m_table->setCharacters(columns[position], widths.value(position, 16) + 3);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &TablePage::updateEmptiness);
    connect(&model, &QAbstractItemModel::modelReset, this, &TablePage::updateEmptiness);
    connect(&model, &QAbstractItemModel::rowsRemoved, &m_settle, qOverload<>(&QTimer::start));
    m_firstHeader = m_table->horizontalHeader()->saveState();
    updateEmptiness();
    m_settle.start();
}

void TablePage::setItemActions(const QList<QAction *> &actions)
{
    m_table->setItemActions(actions);
}

void TablePage::showInPlaceOfDetails(QWidget *pane)
{
    if (m_side->indexOf(pane) < 0)
        m_side->addWidget(pane);
    m_side->setCurrentWidget(pane);
    m_side->show();
}

void TablePage::showDetailPane()
{
    m_side->setCurrentWidget(m_details);
    m_side->setVisible(m_place != DetailPlace::Hidden);
}

void TablePage::updateEmptiness()
{
    m_stack->setCurrentWidget(isEmpty() ? static_cast<QWidget *>(m_placeholder) : m_splitter);
}

QAction *TablePage::makeAction(const QString &name, const QString &iconName)
{
    auto *action = new QAction(icon(iconName), {}, this);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

void TablePage::retranslate()
{
    const QList<QAction *> places = m_placeActions->actions();
    places[0]->setText(tr("Details at the &Side"));
    places[1]->setText(tr("Details Belo&w"));
    places[2]->setText(tr("&Hide Details"));
    m_table->setName(title());
    m_side->setAccessibleName(tr("Details"));
    m_details->setAccessibleName(tr("Details"));
    showSelection();
}

QList<DetailField> TablePage::fieldsOf(int row) const
{
    const QAbstractItemModel &model = *m_table->model();
    QList<DetailField> fields;
    for (int column : m_columns) {
        const QModelIndex index = model.index(row, column);
        const Timestamp time = index.data(TimestampRole).toLongLong();
        QString value = index.data(FullTextRole).toString();
        if (time)
            value = TimeText::absolute(time);
        else if (value.isEmpty())
            value = index.data().toString();
        fields.append({model.headerData(column, Qt::Horizontal).toString(), value, false});
    }
    return fields;
}

void TablePage::selectionShifted()
{ }

void TablePage::showSelection()
{
    const qsizetype rows = m_table->selectedRowCount();
    if (rows == 0)
        m_details->showSentence(tr("Nothing is selected."));
    else if (rows == 1)
        m_details->showFields(titleOf(m_table->selectedRowNumbers().first()),
                              fieldsOf(m_table->selectedRowNumbers().first()));
    else
        m_details->showSentence(titleOfMany(rows));
    selectionShifted();
}

void TablePage::addViewActions()
{
    for (DetailPlace place : {DetailPlace::Right, DetailPlace::Below, DetailPlace::Hidden}) {
        auto *action = new QAction(m_placeActions);
        action->setCheckable(true);
        action->setChecked(place == m_place);
        if (place != DetailPlace::Hidden)
            connect(action, &QAction::triggered, this, [this, place] { setDetailPlace(place); });
    }
    QAction *hide = m_placeActions->actions().last();
    hide->setShortcut(Qt::CTRL | Qt::Key_D);
    hide->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(hide);
    connect(hide, &QAction::triggered, this, &TablePage::toggleDetails);
}

void TablePage::toggleDetails()
{
    setDetailPlace(m_place == DetailPlace::Hidden ? m_shownPlace : DetailPlace::Hidden);
}

} // namespace Gatehouse
