#pragma once

#include "models/records/changeset.h"

#include <QSqlTableModel>

namespace Gatehouse {

class Connection;
class Store;

/// A small table, editable: QSqlTableModel whose inserts, updates and deletes are handed to the one writer and show when they are
/// committed. Always fetched to the end, so that no SELECT stays open. Selection follows the key over a reselect: use keyOf()/rowOf().
class StoredTableModel : public QSqlTableModel
{
    Q_OBJECT

public:
    Id idAt(int row) const;
    int rowOf(Id id) const;
    /// What the store announced.
    void applyChanges(const ChangeSet &changes);
    /// Reads all again.
    void reload();

Q_SIGNALS:
    /// The writer refused a change; the model shows what the database has.
    void changeRefused(const QString &sentence);
    /// Rows are about to be reread and have been: for views that keep selection and scroll.
    void aboutToReload();
    void reloaded();

protected:
    StoredTableModel(Connection &reader, Store &store, Table table, QObject *parent);

    Store &m_store;

private:
    Table m_table;
};

} // namespace Gatehouse
