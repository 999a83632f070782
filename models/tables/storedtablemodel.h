#pragma once

#include "models/records/changeset.h"
#include "models/store/store.h"

#include <QSqlTableModel>

#include <utility>

namespace Gatehouse {

class Connection;

/// A small table, editable: QSqlTableModel whose inserts, updates and deletes are handed to the one writer and show when they are
/// committed. Always fetched to the end, so that no SELECT stays open. Single rows that change keep selection and position; where rows
/// come or go the model resets between aboutToReload() and reloaded(): use idAt()/rowOf().
class StoredTableModel : public QSqlTableModel
{
    Q_OBJECT

public:
    Id idAt(int row) const;
    /// -1: not there.
    int rowOf(Id id) const;
    /// What the store announced. While edits are staged (isDirty()) nothing is reread.
    void applyChanges(const ChangeSet &changes);
    /// Shows only rows of this identity domain; 0: of all.
    void setDomain(Id domain);
    /// Reads all again.
    void reload();

    bool select() override;
    bool canFetchMore(const QModelIndex &parent = {}) const override;
    void fetchMore(const QModelIndex &parent = {}) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Columns to show, in order. Their headers, display texts and roles are set.
    virtual QList<int> visibleColumns() const = 0;

Q_SIGNALS:
    /// The writer refused a change; the model shows what the database has.
    void changeRefused(const QString &sentence);
    /// Rows are about to be reread and have been: for views that keep selection and scroll.
    void aboutToReload();
    void reloaded();

protected:
    /// `secretColumn` is never read. Without a store nothing can be edited.
    StoredTableModel(Connection &reader, Store *store, Table table, const QString &tableName,
                     const QString &secretColumn, QObject *parent);

    QString selectStatement() const override;

    virtual QString title(const QString &column) const = 0;
    /// Display text, FullTextRole and TimestampRole of a cell that holds `value`; invalid FullTextRole: as displayed.
    virtual QVariant cell(int row, const QString &column, const QVariant &value, int role) const = 0;

    /// What the database has in a row, without staged edits.
    QVariant stored(int row, const QString &column) const;

    /// Those of the columns that the table has: another program's may lack some.
    QList<int> columnsNamed(std::initializer_list<const char *> names) const;
    bool isEditable() const { return m_store; }

    /// Runs `job(Store &)`, which answers a Result<void>, in the writer's thread. True: it is on its way.
    template<class Job> bool handOver(Job job)
    {
        if (!m_store)
            return false;
        m_store->run(std::move(job), this, [this](const Result<void> &outcome) { settle(outcome); });
        return true;
    }

private:
    void settle(const Result<void> &outcome);
    bool rereadRow(Id id);
    bool isSameAsStored() const;

    Store *m_store;
    Table m_table;
    QString m_secretColumn;
    bool m_isStale = false;
};

} // namespace Gatehouse
