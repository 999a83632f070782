#pragma once

#include "models/records/changeset.h"
#include "models/result.h"
#include "models/tables/roles.h"

#include <QSqlTableModel>

#include <memory>

namespace Gatehouse {

class Clock;
class Connection;

/// A table of any size, newest rows first, live: a QSqlTableModel bound to its table whose rows are read page by page through a
/// sparse key index that a worker builds. New rows are put in at the top at most ten times a second; selection and scroll
/// position stay with their rows. Reads through `reader`, which belongs to the same thread; never leaves a SELECT open.
class KeysetTableModel : public QSqlTableModel
{
    Q_OBJECT

public:
    static constexpr int PageRows = 256;

    ~KeysetTableModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Reads from the start. Asynchronous: loaded() follows.
    void reload();
    bool isLoading() const;
    Id idAt(int row) const;
    /// The row of a key if it is loaded or can be found by its page; -1 when it is not in the table or filtered out.
    int rowOf(Id id) const;

    /// Shows only rows that match (see filter/filterexpression.h). Error::Invalid says what is wrong with the text; then the
    /// last good filter stays.
    Result<void> setFilterText(const QString &text);
    QString filterText() const;
    /// How many rows there are without the filter.
    qint64 totalRows() const;

    /// What the store announced.
    void applyChanges(const ChangeSet &changes);

Q_SIGNALS:
    void loadingChanged(bool loading);
    void loaded();

protected:
    struct Column;
    struct Spec;
    KeysetTableModel(Connection &reader, const Clock &clock, Spec spec, QObject *parent);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse
