#include "models/tables/storedtablemodel.h"

#include "models/store/connection.h"
#include "models/tables/roles.h"

#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QStringList>

#include <algorithm>

namespace Gatehouse {

StoredTableModel::StoredTableModel(Connection &reader, Store *store, Table table, const QString &tableName,
                                   const QString &secretColumn, QObject *parent)
    : QSqlTableModel(parent, reader.handle())
    , m_store(store)
    , m_table(table)
    , m_secretColumn(secretColumn)
{
    setTable(tableName);
    setEditStrategy(OnManualSubmit);
    // Edits that were staged when a change was announced hide it until they are gone.
    const auto catchUp = [this] {
        if (m_isStale && !isDirty())
            QMetaObject::invokeMethod(this, &StoredTableModel::reload, Qt::QueuedConnection);
    };
    connect(this, &QAbstractItemModel::dataChanged, this, catchUp);
    connect(this, &QAbstractItemModel::rowsRemoved, this, catchUp);
}

Id StoredTableModel::idAt(int row) const
{
    return row < 0 || row >= rowCount() ? 0 : stored(row, QStringLiteral("id")).toLongLong();
}

int StoredTableModel::rowOf(Id id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (idAt(row) == id)
            return row;
    }
    return -1;
}

QVariant StoredTableModel::stored(int row, const QString &column) const
{
    return QSqlTableModel::data(index(row, fieldIndex(column)), Qt::EditRole);
}

void StoredTableModel::applyChanges(const ChangeSet &changes)
{
    const TableChange &change = changes[m_table];
    if (change.isEmpty())
        return;
    const bool areRows = !change.inserted && !change.everything && !isDirty();
    if (areRows && std::all_of(change.updated.cbegin(), change.updated.cend(), [this](Id id) { return rereadRow(id); }))
        return;
    if (!isSameAsStored())
        reload();
}

/// False when the row is not there any more, or was not.
bool StoredTableModel::rereadRow(Id id)
{
    const int row = rowOf(id);
    return row >= 0 && selectRow(row) && !stored(row, QStringLiteral("id")).isNull();
}

/// Another process wrote somewhere: mostly not here.
bool StoredTableModel::isSameAsStored() const
{
    if (isDirty())
        return false;
    QSqlQuery query(database());
    query.setForwardOnly(true);
    query.exec(selectStatement());
    int row = 0;
    for (; query.next(); ++row) {
        if (row >= rowCount())
            return false;
        for (int column = 0; column < columnCount(); ++column) {
            if (query.value(column) != QSqlTableModel::data(index(row, column), Qt::EditRole))
                return false;
        }
    }
    return row == rowCount();
}

void StoredTableModel::setDomain(Id domain)
{
    const QString condition = domain == 0 ? QString() : QStringLiteral("domain_id = %1").arg(domain);
    if (condition == filter())
        return;
    revertAll(); // what was staged belongs to rows that are out of sight now
    setFilter(condition);
    reload();
}

void StoredTableModel::reload()
{
    if (isDirty())
        m_isStale = true;
    else
        select();
}

bool StoredTableModel::select()
{
    m_isStale = false;
    Q_EMIT aboutToReload();
    const bool isRead = QSqlTableModel::select();
    while (QSqlTableModel::canFetchMore())
        QSqlTableModel::fetchMore();
    Q_EMIT reloaded();
    return isRead;
}

/// All rows are there once they are selected.
bool StoredTableModel::canFetchMore(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return false;
}

void StoredTableModel::fetchMore(const QModelIndex &parent)
{
    Q_UNUSED(parent)
}

QString StoredTableModel::selectStatement() const
{
    const QSqlRecord fields = record();
    QStringList columns;
    for (int i = 0; i < fields.count(); ++i) {
        const QString name = fields.fieldName(i);
        columns.append(name == m_secretColumn ? QString(u"NULL AS " % name) : name);
    }
    const QString condition = filter().isEmpty() ? QString() : QString(u" WHERE " % filter());
    return u"SELECT " % columns.join(QLatin1String(", ")) % u" FROM " % tableName() % condition % u" ORDER BY id";
}

QVariant StoredTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString column = record().fieldName(index.column());
    if (column == m_secretColumn)
        return {};
    if (role == IdRole)
        return idAt(index.row());
    if (role == FieldRole)
        return column;
    const QVariant value = QSqlTableModel::data(index, Qt::EditRole);
    if (role == Qt::DisplayRole || role == TimestampRole)
        return cell(index.row(), column, value, role);
    if (role == FullTextRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        const QVariant full = cell(index.row(), column, value, FullTextRole);
        return full.isValid() ? full : cell(index.row(), column, value, Qt::DisplayRole);
    }
    return role == Qt::EditRole ? value : QVariant();
}

QVariant StoredTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractItemModel::headerData(section, orientation, role);
    const QString column = record().fieldName(section);
    if (role == FieldRole)
        return column;
    return role == Qt::DisplayRole ? title(column) : QVariant();
}

Qt::ItemFlags StoredTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QSqlTableModel::flags(index);
    return isEditable() ? flags : flags & ~Qt::ItemIsEditable;
}

QList<int> StoredTableModel::columnsNamed(std::initializer_list<const char *> names) const
{
    QList<int> columns;
    for (const char *name : names) {
        if (const int column = fieldIndex(QString::fromLatin1(name)); column >= 0)
            columns.append(column);
    }
    return columns;
}

void StoredTableModel::settle(const Result<void> &outcome)
{
    if (outcome)
        return;
    Q_EMIT changeRefused(outcome.error().message);
    reload();
}

} // namespace Gatehouse
