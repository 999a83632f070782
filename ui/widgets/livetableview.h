#pragma once

#include "models/records/types.h"

#include <QTableView>
#include <QTimer>

class QToolButton;

namespace Gatehouse {

class Clock;

/// A table that changes while it is looked at: selection, current cell and scroll position stay with their rows. It follows new
/// rows only while it shows the newest; else a button tells how many came.
class LiveTableView : public QTableView
{
    Q_OBJECT

public:
    /// Copying and acting on more rows than this at once is not offered.
    static constexpr int MaxAtOnce = 5000;

    explicit LiveTableView(const Clock &clock, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// What the table shows, for screen readers.
    void setName(const QString &name);

    /// Shows these columns in this order; the header's menu offers no others. Without a call it offers all.
    void showColumns(const QList<int> &columns);

    /// Makes the column wide enough for so many characters, and for its heading in any language.
    void setCharacters(int column, int characters);

    /// Rows selected, counted without reading them.
    qsizetype selectedRowCount() const;
    /// Rows and ids of the selection in the table's order; empty when there are more than MaxAtOnce.
    QList<int> selectedRowNumbers() const;
    QList<Id> selectedIds() const;
    /// Selects the row and shows it. False: it is not in the table.
    bool selectRow(int row);

    /// For the context menu and Enter (the first one), beside copying.
    void setItemActions(const QList<QAction *> &actions);
    /// Copy and Copy As, for menus.
    QList<QAction *> copyActions() const { return m_copyActions; }
    /// Rows above the first one shown that came since the newest was last in view.
    int unseenRows() const { return m_unseen; }

    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /// The selection, or the data of a selected row, changed.
    void selectionShifted();

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void addCopyActions();
    void retranslate();
    void showHeaderMenu(const QPoint &position);
    void runDefaultAction();
    void noteUnseen(int rows);
    void placeUnseen();
    QList<int> visibleColumns() const;

    QList<int> m_columns;
    QList<QAction *> m_itemActions;
    QList<QAction *> m_copyActions;
    QToolButton *m_unseenButton;
    QTimer m_tick; ///< repaints relative times
    int m_unseen = 0;
};

} // namespace Gatehouse
