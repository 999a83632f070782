#pragma once

#include "ui/console.h"
#include "ui/page.h"
#include "ui/widgets/detailpane.h"

#include <QTimer>

class QActionGroup;
class QAbstractItemModel;
class QSplitter;
class QStackedWidget;

namespace Gatehouse {

class InlineMessage;
class LiveTableView;
class Placeholder;

/// A page that is a live table with a detail pane beside or below it, and a placeholder where there is nothing to show.
class TablePage : public Page
{
    Q_OBJECT

public:
    enum class DetailPlace { Right, Below, Hidden };

    QString iconName() const override { return m_iconName; }
    QList<QAction *> viewActions() const override;
    bool hasFilter() const override { return true; }
    QWidget *mainPane() override;
    QList<QWidget *> panes() override;
    void saveState(UiState &state) const override;
    void restoreState(const UiState &state) override;
    void resetLayout() override;

    LiveTableView &table() const { return *m_table; }
    DetailPane &details() { return *m_details; }
    InlineMessage &message() { return *m_message; }
    DetailPlace detailPlace() const { return m_place; }
    void setDetailPlace(DetailPlace place);
    /// Puts `pane` where the details are, until showDetailPane().
    void showInPlaceOfDetails(QWidget *pane);
    void showDetailPane();

protected:
    TablePage(const WindowContext &context, const QString &iconName, QWidget *parent);

    /// `widths` are in characters, in the order of `columns`.
    void showModel(QAbstractItemModel &model, const QList<int> &columns, const QList<int> &widths);
    void setItemActions(const QList<QAction *> &actions);
    Placeholder &placeholder() { return *m_placeholder; }
    /// Looks again whether there is anything to show.
    void updateEmptiness();
    QAction *makeAction(const QString &name, const QString &iconName);

    void retranslate() override;
    /// Whether there is nothing at all, filter or not.
    virtual bool isEmpty() const = 0;
    /// What the detail pane says of one row.
    virtual QList<DetailField> fieldsOf(int row) const;
    virtual QString titleOf(int row) const = 0;
    virtual QString titleOfMany(qsizetype rows) const = 0;
    /// The selection, or the data of a selected row, changed.
    virtual void selectionShifted();

private:
    void showSelection();
    void addViewActions();
    void toggleDetails();

    QString m_iconName;
    InlineMessage *m_message;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    LiveTableView *m_table;
    QStackedWidget *m_side;
    DetailPane *m_details;
    Placeholder *m_placeholder;
    QActionGroup *m_placeActions;
    QTimer m_settle; ///< one look at the selection per turn, however often it changes
    QList<int> m_columns;
    QByteArray m_firstHeader;
    DetailPlace m_place = DetailPlace::Right;
    DetailPlace m_shownPlace = DetailPlace::Right; ///< where the details were when they were last shown
};

} // namespace Gatehouse
