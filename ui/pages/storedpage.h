#pragma once

#include "models/records/types.h"
#include "models/result.h"
#include "ui/pages/rowdeletion.h"
#include "ui/pages/tablepage.h"
#include "ui/revocation/revocationaction.h"

#include <QAction>
#include <QSortFilterProxyModel>

namespace Gatehouse {

class StoredTableModel;

/// Shows rows in which every word of the filter is found in one of the columns.
class WordsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setColumns(const QList<int> &columns) { m_columns = columns; }
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QList<int> m_columns;
    QStringList m_words;
};

/// A page on a small table: sorted and filtered. The selection follows its row over a reread.
class StoredPage : public TablePage
{
    Q_OBJECT

public:
    QString filterText() const override { return m_filter; }
    void setFilterText(const QString &text) override;
    QAction *newAction() const override { return m_new; }
    QList<QAction *> itemActions() const override { return m_actions; }

protected:
    StoredPage(const WindowContext &context, StoredTableModel &model, const QString &iconName, QWidget *parent);

    void retranslate() override;
    bool isEmpty() const override;
    void selectionShifted() override;
    /// An action on exactly one row; `run` is given its id.
    template<class PageType>
    QAction *makeItemAction(const QString &name, const QString &iconName, void (PageType::*run)(Id))
    {
        QAction *action = makeAction(name, iconName);
        connect(action, &QAction::triggered, this, [this, run] {
            const Id id = selectedId();
            if (id)
                (static_cast<PageType *>(this)->*run)(id);
        });
        m_actions.append(action);
        return action;
    }
    /// What stands first among the actions and where there is nothing yet.
    QAction *makeNewAction();
    /// F2.
    template<class PageType> QAction *makeEditAction(void (PageType::*run)(Id))
    {
        m_edit = makeItemAction(QStringLiteral("edit"), QStringLiteral("edit"), run);
        m_edit->setShortcut(Qt::Key_F2);
        return m_edit;
    }
    /// Ends what was issued to, or given by, the selected row.
    void makeRevokeAction(RevocationPane *pane, RevocationPick::Kind kind);
    /// Del.
    void makeDeleteAction(Store &store, const RowDeletion::Rules &rules);
    /// What the button of the question says that deletes.
    virtual QString deletionVerb() const { return {}; }
    void showColumns(const QList<int> &widths);
    void actionsAreMade();
    QString titleOf(int row) const override;
    Id selectedId() const;
    /// What the row of `id` shows in its first column.
    QString nameOf(Id id) const;
    /// Tells a failure at the top of the page; true when there was none.
    bool succeeded(const Result<Id> &done);
    void tellProblem(const QString &sentence);

private:
    void askToDelete(Id id);
    void rememberSelection();
    void restoreSelection();
    void tellHits();

    QAction *m_new = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_delete = nullptr;
    RevocationAction *m_revoke = nullptr;
    RowDeletion *m_deletion = nullptr;
    StoredTableModel &m_model;
    WordsFilter m_rows;
    QList<QAction *> m_actions;
    QList<Id> m_remembered;
    QString m_filter;
};

} // namespace Gatehouse
