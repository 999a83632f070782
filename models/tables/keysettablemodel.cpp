#include "models/tables/keysettablemodel.h"

#include "models/clock.h"
#include "models/filter/filtersql.h"
#include "models/store/connection.h"
#include "models/tables/keyindexbuilder.h"
#include "models/tables/keysetquery.h"
#include "models/tables/rowpages.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <limits>
#include <utility>

namespace Gatehouse {

namespace {

constexpr int MaxNews = 4096; // rows taken in per turn of the event loop
constexpr int ExpiryCheckInterval = 1000; // milliseconds
constexpr int MinRefreshPause = 100; // milliseconds between two index builds; longer where they take long

/// Telling a view of n rows about one inserted or removed span costs it O(n).
int affordableSteps(int rows)
{
    return std::clamp(400'000 / (rows + 1), 2, 32);
}

} // namespace

/// What is shown (keys, filter), what is being built, and when to look again.
struct KeysetTableModel::Private
{
    Private(KeysetTableModel &model, Connection &reader, const Clock &time, Spec given)
        : q(model)
        , clock(time)
        , spec(std::move(given))
        , query(reader.handle(), {spec.tableName, spec.columns, spec.from})
        , pages(query, spec.factsOf)
        , builder(reader.url())
        , lookedAt(time.now())
    { }

    int positionOf(int row) const { return keys.size() - 1 - row; }
    FilterSql filterSql(const FilterExpression &expression) const
    {
        return FilterSql::make(expression, spec.fields, clock.now());
    }
    FilterSql shownSql() const { return filterSql(shown); }

    void build();
    void take(const FoundKeys &found);
    void finish(const FoundKeys &found);
    void fail(const QString &sentence);
    void refreshLater();
    void setLoading(bool value);
    void setTotal(qint64 rows);
    void setCapped(bool value);

    void lookForNews();
    void trim();
    void lookAgainAt(QList<Id> ids);
    void noteDeleted(const KeyIndex &gone);
    void rereadAll();
    void lookForExpiry();

    KeysetTableModel &q;
    const Clock &clock;
    const Spec spec;
    KeysetQuery query;
    RowPages pages;
    KeyIndexBuilder builder;

    KeyIndex keys; ///< what is shown
    Id newest = 0; ///< the highest key that was looked at
    qint64 total = 0;
    bool isCapped = false;
    bool isFirst = true; ///< nothing was shown yet
    FilterExpression shown;
    FilterExpression wanted;
    QString filterText;

    bool isLoading = false;
    bool isShownWanted = true; ///< the filter that is being built is the one that is shown
    bool isStale = false; ///< what is being built has to be built again
    QList<Id> missed; ///< changed while it is being built
    QElapsedTimer buildTime;
    int buildDuration = 0; ///< milliseconds that the last one took
    QTimer refreshTimer;
    QTimer expiryTimer;
    Timestamp lookedAt; ///< for expiry
};

KeysetTableModel::KeysetTableModel(Connection &reader, const Clock &clock, Spec spec, QObject *parent)
    : QSqlTableModel(parent, reader.handle())
    , d(std::make_unique<Private>(*this, reader, clock, std::move(spec)))
{
    setTable(d->spec.tableName);
    connect(&d->builder, &KeyIndexBuilder::found, this, [this](const FoundKeys &found) { d->take(found); });
    connect(&d->builder, &KeyIndexBuilder::failed, this, [this](const QString &sentence) { d->fail(sentence); });
    d->refreshTimer.setSingleShot(true);
    connect(&d->refreshTimer, &QTimer::timeout, this, [this] { d->build(); });
    connect(&d->expiryTimer, &QTimer::timeout, this, [this] { d->lookForExpiry(); });
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
    if (!isText && !isFullText && role != ActivityRole && role != TimestampRole)
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
    d->build();
}

bool KeysetTableModel::isLoading() const
{
    return d->isLoading;
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
    auto expression = FilterExpression::parse(text, d->spec.fields);
    if (!expression)
        return expression.error();
    if (text != d->filterText) {
        d->filterText = text;
        d->wanted = std::move(expression).value();
        d->isShownWanted = false;
        d->build();
    }
    return {};
}

QString KeysetTableModel::filterText() const
{
    return d->filterText;
}

const FilterFields &KeysetTableModel::filterFields() const
{
    return d->spec.fields;
}

qint64 KeysetTableModel::totalRows() const
{
    return d->total;
}

bool KeysetTableModel::isCapped() const
{
    return d->isCapped;
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
    const TableChange &own = changes[d->spec.table];
    const bool othersChanged
        = std::any_of(d->spec.dependsOn.cbegin(), d->spec.dependsOn.cend(), [&changes](Table table) {
              return changes[table].everything || !changes[table].updated.isEmpty();
          });
    if (d->isFirst)
        return; // nothing was asked for yet
    if (own.inserted || own.everything)
        d->lookForNews();
    if (!own.updated.isEmpty())
        d->lookAgainAt(own.updated);
    if (own.everything || othersChanged)
        d->rereadAll();
    if (own.everything || (othersChanged && !d->shown.isEmpty()))
        d->refreshLater();
}

// ---- building ----

void KeysetTableModel::Private::build()
{
    refreshTimer.stop();
    isFirst = false;
    isStale = false;
    missed.clear();
    buildTime.start();
    setLoading(true);
    builder.build({spec.tableName, spec.from, filterSql(wanted), spec.maxRows});
}

/// What the worker found becomes what is shown. The newest rows alone are worth showing only where the wanted rows are not shown yet.
void KeysetTableModel::Private::take(const FoundKeys &found)
{
    if (!found.isComplete && isShownWanted && !keys.isEmpty())
        return;
    // Rows above the newest that the worker saw were put in meanwhile, or are gone. Another filter looks at them as news.
    QList<Id> newer;
    if (isShownWanted)
        newer = query.matching(keys.above(found.newest).toList(), shownSql());
    newest = isShownWanted ? qMax(newest, found.newest) : found.newest;
    shown = wanted;
    isShownWanted = true;
    q.adopt(found.keys.united(KeyIndex::ofAscending(newer)));
    if (found.isComplete)
        finish(found);
    lookForNews();
}

void KeysetTableModel::Private::finish(const FoundKeys &found)
{
    buildDuration = int(buildTime.elapsed());
    setTotal(found.total + query.countBetween(found.newest, newest));
    setCapped(found.isCapped);
    rereadAll();
    lookAgainAt(std::exchange(missed, {}));
    setLoading(false);
    if (isStale)
        refreshLater();
    Q_EMIT q.loaded();
}

void KeysetTableModel::Private::fail(const QString &sentence)
{
    setLoading(false);
    Q_EMIT q.loadFailed(sentence);
}

/// Builds again, never twice at a time and with a pause that keeps the worker from eating a processor.
void KeysetTableModel::Private::refreshLater()
{
    isStale = isLoading;
    if (!isLoading && !refreshTimer.isActive())
        refreshTimer.start(qMax(MinRefreshPause, 2 * buildDuration));
}

void KeysetTableModel::Private::setLoading(bool value)
{
    if (isLoading == value)
        return;
    isLoading = value;
    Q_EMIT q.loadingChanged(value);
}

void KeysetTableModel::Private::setTotal(qint64 rows)
{
    if (total == rows)
        return;
    total = rows;
    Q_EMIT q.totalRowsChanged(rows);
}

void KeysetTableModel::Private::setCapped(bool value)
{
    if (isCapped == value)
        return;
    isCapped = value;
    Q_EMIT q.cappedChanged(value);
}

// ---- changes ----

void KeysetTableModel::Private::lookForNews()
{
    const auto news = query.newsAfter(newest, shownSql(), MaxNews);
    newest = news.newest;
    setTotal(total + news.count);
    if (!news.matching.isEmpty())
        q.insertNewest(news.matching);
    trim();
    if (news.count == MaxNews)
        QTimer::singleShot(0, &q, [this] { lookForNews(); });
}

/// Lets the oldest rows go once there are a tenth too many.
void KeysetTableModel::Private::trim()
{
    if (keys.size() <= spec.maxRows + spec.maxRows / 10)
        return;
    q.adopt(keys.mid({keys.size() - spec.maxRows, spec.maxRows}));
    setCapped(true);
}

/// Rows with these keys changed, went away, or match no longer or only now.
void KeysetTableModel::Private::lookAgainAt(QList<Id> ids)
{
    if (ids.isEmpty())
        return;
    if (isLoading)
        missed.append(ids);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    QList<Id> present = query.matching(ids, shownSql());
    // Newer ones come with the news; what is older than a capped table shows stays out.
    const Id oldest = isCapped ? keys.first() : std::numeric_limits<Id>::min();
    present.removeIf([this, oldest](Id id) { return id > newest || id < oldest; });
    const KeyIndex all = KeyIndex::ofAscending(ids);
    const KeyIndex matching = KeyIndex::ofAscending(present);
    const KeyIndex gone = all.subtracted(matching);
    const int before = keys.size();
    q.adopt(keys.subtracted(gone).united(matching));
    const QList<KeyIndex::Span> spans = keys.spansOf(matching);
    for (const KeyIndex::Span &span : spans) {
        for (int position = span.first; position < span.first + span.count; ++position)
            pages.drop(position);
    }
    for (const KeyIndex::Span &span : spans)
        q.emitChanged(span.first, span.count);
    if (shown.isEmpty())
        setTotal(total + keys.size() - before);
    else
        noteDeleted(gone);
}

/// Under a filter rows also go because they match no longer; the total counts them still.
void KeysetTableModel::Private::noteDeleted(const KeyIndex &gone)
{
    if (query.matching(gone.toList(), {}).size() < gone.size())
        refreshLater();
}

void KeysetTableModel::Private::rereadAll()
{
    pages.clear();
    q.emitChanged(0, keys.size());
}

void KeysetTableModel::Private::lookForExpiry()
{
    const Timestamp now = clock.now();
    const QList<KeyIndex::Span> spans = pages.expired(lookedAt, now);
    lookedAt = now;
    for (const KeyIndex::Span &span : spans)
        q.emitChanged(span.first, span.count);
    if (!isFirst && shownSql().dependsOnTime && !isLoading)
        refreshLater();
}

// ---- telling the views ----

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
    d->pages.drop(d->keys.size()); // the page that they fill up
    for (Id key : keys)
        d->keys.append(key);
    endInsertRows();
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
