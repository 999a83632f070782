#pragma once

#include "models/activity.h"
#include "models/filter/filterfield.h"
#include "models/records/changeset.h"
#include "models/result.h"
#include "models/tables/roles.h"

#include <QSqlTableModel>
#include <QStringList>

#include <functional>
#include <memory>

namespace Gatehouse {

class Clock;
class Connection;
class KeyIndex;
struct KeysetRow;

/// A table of any size, newest rows first, live: a QSqlTableModel bound to its table whose rows are read page by page through a
/// sparse key index that a worker builds. New rows are put in at the top at most ten times a second; selection and scroll
/// position stay with their rows. Reads through `reader`, which belongs to the same thread; never leaves a SELECT open.
class KeysetTableModel : public QSqlTableModel
{
    Q_OBJECT

public:
    static constexpr int MaxRows = 2'000'000; ///< shown at once, the newest: a view's cost grows with its rows

    ~KeysetTableModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    bool insertRows(int row, int count, const QModelIndex &parent = {}) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    void sort(int column, Qt::SortOrder order) override;
    bool select() override;

    /// Reads from the start. Asynchronous: loaded() follows. Rows that are still there keep their selection.
    void reload();
    bool isLoading() const;
    Id idAt(int row) const;
    /// The row of a key; -1 when it is not in the table or filtered out.
    int rowOf(Id id) const;

    /// Shows only rows that match (see filter/filterexpression.h). Error::Invalid says what is wrong with the text; then the
    /// last good filter stays. Asynchronous: until the first matching rows are found, what was shown stays.
    Result<void> setFilterText(const QString &text);
    QString filterText() const;
    /// Shows only rows of this identity domain, of which the total is then; 0: of all. Asynchronous like a filter.
    void setDomain(Id domain);
    /// What the filter language knows here.
    const FilterFields &filterFields() const;
    /// How many rows there are without the filter.
    qint64 totalRows() const;
    /// Whether there are older rows than the MaxRows that are shown.
    bool isCapped() const;

    /// What the store announced.
    virtual void applyChanges(const ChangeSet &changes);

Q_SIGNALS:
    void loadingChanged(bool loading);
    void loaded();
    /// The rows could not be read; what was shown stays.
    void loadFailed(const QString &sentence);
    void totalRowsChanged(qint64 rows);
    void cappedChanged(bool capped);

protected:
    struct Column
    {
        QString field; ///< its name in the filter language; may be empty
    };

    struct Spec
    {
        Table table;
        QString tableName;
        QString columns; ///< what a row's SELECT answers after t.id
        QString from; ///< FROM clause with all joins; the table's row is `t`
        QList<Column> display;
        FilterFields fields;
        QList<Table> dependsOn; ///< tables whose updated rows show here too
        std::function<ActivityFacts(const QVariantList &)> factsOf; ///< from a row's values, key first
        int maxRows = MaxRows;
    };

    KeysetTableModel(Connection &reader, const Clock &clock, Spec spec, QObject *parent);

    virtual QString title(int column) const = 0;
    /// Display text, TimestampRole, WireRole and FullTextRole (invalid: as displayed) of a cell.
    virtual QVariant cell(const KeysetRow &row, int column, int role) const = 0;
    /// The activity of a row, now.
    Activity activity(const KeysetRow &row) const;
    const Clock &clock() const;

private:
    struct Private;

    void adopt(const KeyIndex &keys);
    void adoptInSteps(const KeyIndex &keys);
    void adoptAtOnce(const KeyIndex &keys);
    void insertNewest(const QList<Id> &keys);
    void reread(const KeyIndex &keys);
    void lookForExpiry();
    void emitChanged(int firstPosition, int count);

    std::unique_ptr<Private> d;
};

} // namespace Gatehouse
