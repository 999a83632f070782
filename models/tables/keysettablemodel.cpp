#include "models/tables/keysettablemodel.h"

#include "models/clock.h"
#include "models/store/connection.h"
#include "models/tables/keysetquery.h"
#include "models/tables/livekeys.h"
#include "models/tables/rowpages.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace Gatehouse {

namespace {

constexpr int ExpiryCheckInterval = 1000; // milliseconds

/// Telling a view of n rows about one inserted or removed span costs it O(n).
int affordableSteps(int rows)
{
    return std::clamp(400'000 / (rows + 1), 2, 32);
}

} // namespace

/// What is shown, and what decides about it.
struct KeysetTableModel::Private
{
    Private(Connection &reader, const Clock &time, Spec given)
        : clock(time)
        , spec(std::move(given))
        , query(reader.handle(), {spec.tableName, spec.columns, spec.from})
        , pages(query, spec.factsOf)
        , live(keys, query, reader.url(), time,
               {spec.table, {spec.tableName, spec.columns, spec.from}, spec.fields, spec.dependsOn, spec.maxRows})
        , lookedAt(time.now())
    { }

    int positionOf(int row) const { return keys.size() - 1 - row; }

    const Clock &clock;
    const Spec spec;
    KeyIndex keys; ///< what is shown, oldest first
    KeysetQuery query;
    RowPages pages;
    LiveKeys live;
    QTimer expiryTimer;
    Timestamp lookedAt; ///< for expiry
};

KeysetTableModel::KeysetTableModel(Connection &reader, const Clock &clock, Spec spec, QObject *parent)
    : QSqlTableModel(parent, reader.handle())
    , d(std::make_unique<Private>(reader, clock, std::move(spec)))
{
    setTable(d->spec.tableName);
    connect(&d->live, &LiveKeys::replaced, this, &KeysetTableModel::adopt);
    connect(&d->live, &LiveKeys::inserted, this, &KeysetTableModel::insertNewest);
    connect(&d->live, &LiveKeys::updated, this, &KeysetTableModel::reread);
    connect(&d->live, &LiveKeys::loadingChanged, this, &KeysetTableModel::loadingChanged);
    connect(&d->live, &LiveKeys::loaded, this, &KeysetTableModel::loaded);
    connect(&d->live, &LiveKeys::failed, this, &KeysetTableModel::loadFailed);
    connect(&d->live, &LiveKeys::totalChanged, this, &KeysetTableModel::totalRowsChanged);
    connect(&d->live, &LiveKeys::cappedChanged, this, &KeysetTableModel::cappedChanged);
    connect(&d->expiryTimer, &QTimer::timeout, this, &KeysetTableModel::lookForExpiry);
    d->expiryTimer.start(ExpiryCheckInterval);
}

KeysetTableModel::~KeysetTableModel() = default;

int KeysetTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : d->keys.size();
}

int KeysetTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->spec.display.size());
}

QVariant KeysetTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int position = d->positionOf(index.row());
    if (role == IdRole)
        return d->keys.at(position);
    if (role == FieldRole)
        return d->spec.display.at(index.column()).field;
    const bool isText = role == Qt::DisplayRole || role == Qt::EditRole;
    const bool isFullText = role == FullTextRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (!isText && !isFullText && role != ActivityRole && role != TimestampRole && role != WireRole)
        return {};
    const KeysetRow *row = d->pages.row(d->keys, position);
    if (!row)
        return {};
    if (role == ActivityRole)
        return int(activity(*row));
    const QVariant value = cell(*row, index.column(),
                                isFullText   ? int(FullTextRole)
                                    : isText ? int(Qt::DisplayRole)
                                             : role);
    return isFullText && !value.isValid() ? cell(*row, index.column(), Qt::DisplayRole) : value;
}

QVariant KeysetTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractItemModel::headerData(section, orientation, role);
    if (role == Qt::DisplayRole)
        return title(section);
    return role == FieldRole ? d->spec.display.at(section).field : QVariant();
}

bool KeysetTableModel::canFetchMore(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return false;
}

Qt::ItemFlags KeysetTableModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

bool KeysetTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    Q_UNUSED(index)
    Q_UNUSED(value)
    Q_UNUSED(role)
    return false;
}

bool KeysetTableModel::insertRows(int row, int count, const QModelIndex &parent)
{
    Q_UNUSED(row)
    Q_UNUSED(count)
    Q_UNUSED(parent)
    return false;
}

bool KeysetTableModel::removeRows(int row, int count, const QModelIndex &parent)
{
    Q_UNUSED(row)
    Q_UNUSED(count)
    Q_UNUSED(parent)
    return false;
}

/// The newest row is always the first.
void KeysetTableModel::sort(int column, Qt::SortOrder order)
{
    Q_UNUSED(column)
    Q_UNUSED(order)
}

bool KeysetTableModel::select()
{
    reload();
    return true;
}

void KeysetTableModel::reload()
{
    d->live.build();
}

bool KeysetTableModel::isLoading() const
{
    return d->live.isLoading();
}

Id KeysetTableModel::idAt(int row) const
{
    return row >= 0 && row < d->keys.size() ? d->keys.at(d->positionOf(row)) : 0;
}

int KeysetTableModel::rowOf(Id id) const
{
    const int position = d->keys.positionOf(id);
    return position < 0 ? -1 : d->positionOf(position);
}

Result<void> KeysetTableModel::setFilterText(const QString &text)
{
    return d->live.setFilterText(text);
}

QString KeysetTableModel::filterText() const
{
    return d->live.filterText();
}

void KeysetTableModel::setDomain(Id domain)
{
    d->live.setDomain(domain);
}

const FilterFields &KeysetTableModel::filterFields() const
{
    return d->live.fields();
}

qint64 KeysetTableModel::totalRows() const
{
    return d->live.total();
}

bool KeysetTableModel::isCapped() const
{
    return d->live.isCapped();
}

Activity KeysetTableModel::activity(const KeysetRow &row) const
{
    return activityOf(row.facts, d->clock.now());
}

const Clock &KeysetTableModel::clock() const
{
    return d->clock;
}

void KeysetTableModel::applyChanges(const ChangeSet &changes)
{
    d->live.applyChanges(changes);
}

void KeysetTableModel::adopt(const KeyIndex &keys)
{
    if (keys == d->keys)
        return;
    const KeyIndex removed = d->keys.subtracted(keys);
    const KeyIndex inserted = keys.subtracted(d->keys);
    const qsizetype steps = d->keys.spansOf(removed).size() + keys.spansOf(inserted).size();
    if (steps <= affordableSteps(d->keys.size()))
        adoptInSteps(keys);
    else
        adoptAtOnce(keys);
}

void KeysetTableModel::adoptInSteps(const KeyIndex &keys)
{
    const QList<KeyIndex::Span> removed = d->keys.spansOf(d->keys.subtracted(keys));
    for (auto span = removed.crbegin(); span != removed.crend(); ++span) {
        const int first = d->keys.size() - span->first - span->count;
        beginRemoveRows({}, first, first + span->count - 1);
        d->keys = d->keys.subtracted(d->keys.mid(*span));
        d->pages.clear();
        endRemoveRows();
    }
    const QList<KeyIndex::Span> inserted = keys.spansOf(keys.subtracted(d->keys));
    for (const KeyIndex::Span &span : inserted) {
        const int first = d->keys.size() - span.first;
        beginInsertRows({}, first, first + span.count - 1);
        d->keys = d->keys.united(keys.mid(span));
        d->pages.clear();
        endInsertRows();
    }
}

void KeysetTableModel::adoptAtOnce(const KeyIndex &keys)
{
    Q_EMIT layoutAboutToBeChanged();
    const KeyIndex before = std::exchange(d->keys, keys);
    d->pages.clear();
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &old : from) {
        const int row = rowOf(before.at(before.size() - 1 - old.row()));
        to.append(row < 0 ? QModelIndex() : index(row, old.column()));
    }
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged();
}

void KeysetTableModel::insertNewest(const QList<Id> &keys)
{
    beginInsertRows({}, 0, int(keys.size()) - 1);
    d->pages.drop({d->keys.size(), 1}); // the page that they fill up
    for (Id key : keys)
        d->keys.append(key);
    endInsertRows();
}

/// These rows, all shown, are read again when they are looked at.
void KeysetTableModel::reread(const KeyIndex &keys)
{
    const QList<KeyIndex::Span> spans = d->keys.spansOf(keys);
    for (const KeyIndex::Span &span : spans)
        d->pages.drop(span);
    for (const KeyIndex::Span &span : spans)
        emitChanged(span.first, span.count);
}

void KeysetTableModel::lookForExpiry()
{
    const Timestamp now = d->clock.now();
    const QList<KeyIndex::Span> spans = d->pages.expired(d->lookedAt, now);
    d->lookedAt = now;
    for (const KeyIndex::Span &span : spans)
        emitChanged(span.first, span.count);
    d->live.noteTime();
}

void KeysetTableModel::emitChanged(int firstPosition, int count)
{
    if (count <= 0)
        return;
    const int bottom = d->positionOf(firstPosition);
    const int top = qMax(0, bottom - count + 1);
    Q_EMIT dataChanged(index(top, 0), index(bottom, columnCount() - 1));
}

} // namespace Gatehouse
