#include "models/tables/keyindexbuilder.h"

#include "models/store/connection.h"
#include "models/tables/domaincondition.h"

#include <QSqlError>
#include <QSqlQuery>

#include <limits>

namespace Gatehouse {

namespace {

constexpr int FirstSlice = 4096; // rows looked at before the newest are reported
constexpr int LastSlice = 65536; // about 10 ms each
constexpr Id Lowest = std::numeric_limits<Id>::min();

} // namespace

/// Lives in the builder's thread.
class KeyIndexBuilder::Worker : public QObject
{
public:
    Worker(const DatabaseUrl &url, KeyIndexBuilder &builder)
        : m_url(url)
        , m_builder(builder)
    { }

    void build(int number, const KeyIndexOrder &order)
    {
        if (isCancelled(number))
            return;
        const Result<void> outcome = connect() ? search(number, order) : Result<void>(m_error);
        if (!outcome)
            m_builder.publishFailure(number, outcome.error().message);
    }

    void disconnect() { m_connection.reset(); }

private:
    bool isCancelled(int number) const { return m_builder.m_order.load(std::memory_order_relaxed) != number; }

    bool connect()
    {
        if (m_connection)
            return true;
        auto opened = Connection::open(m_url, Connection::Access::Read);
        if (opened)
            m_connection = std::move(opened).value();
        else
            m_error = opened.error();
        return bool(m_connection);
    }

    QSqlQuery prepared(const QString &sql) const
    {
        QSqlQuery query(m_connection->handle());
        query.setForwardOnly(true);
        query.prepare(sql);
        return query;
    }

    /// Slice by slice from the newest row down. Rows that change meanwhile are the model's to look at again.
    Result<void> search(int number, const KeyIndexOrder &order)
    {
        FoundKeys result;
        QList<Id> keys; // descending
        QSqlQuery slice = prepared(sliceSql(order));
        const bool isFiltered = !order.filter.condition.isEmpty();
        result.newest = single(u"SELECT max(id) FROM " % order.table, {});
        Id above = result.newest + 1;
        bool isReported = false;
        for (int rows = FirstSlice; above > Lowest && keys.size() <= order.limit; rows = qMin(2 * rows, LastSlice)) {
            const Id from = isFiltered ? boundary(order.table, above, rows) : Lowest;
            const qsizetype before = keys.size();
            if (!collect(number, slice, order, {from, above, rows}, keys))
                return isCancelled(number) ? Result<void>() : toError(slice.lastError());
            above = isFiltered || keys.size() - before < rows ? from : keys.constLast();
            if (!isReported && !keys.isEmpty()) {
                isReported = true;
                result.keys = KeyIndex::ofDescending(keys);
                m_builder.publish(number, result);
            }
        }
        finish(number, order, keys, result);
        return {};
    }

    static QString sliceSql(const KeyIndexOrder &order)
    {
        const QString condition
            = order.filter.condition.isEmpty() ? QString() : QString(u" AND " % order.filter.condition);
        const QString from = order.filter.condition.isEmpty() ? QString(u"FROM " % order.table % u" t") : order.from;
        return u"SELECT t.id " % from % u" WHERE t.id >= ? AND t.id < ?" % condition % u" ORDER BY t.id DESC LIMIT ?";
    }

    /// The key that has `rows` rows from it up to `above`, so that no slice takes long however few of its rows match; `Lowest` when there
    /// are not so many.
    Id boundary(const QString &table, Id above, int rows)
    {
        QSqlQuery query = prepared(u"SELECT id FROM " % table % u" WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET ?");
        query.addBindValue(above);
        query.addBindValue(rows - 1);
        const bool isThere = query.exec() && query.next();
        return isThere ? query.value(0).toLongLong() : Lowest;
    }

    /// What one SELECT looks at: keys from `from` up to below `above`, at most so many rows.
    struct Slice
    {
        Id from;
        Id above;
        int rows;
    };

    /// False when it failed or was cancelled.
    bool collect(int number, QSqlQuery &query, const KeyIndexOrder &order, const Slice &slice, QList<Id> &keys)
    {
        int position = 0;
        query.bindValue(position++, slice.from);
        query.bindValue(position++, slice.above);
        for (const QVariant &value : order.filter.values)
            query.bindValue(position++, value);
        query.bindValue(position, slice.rows);
        if (!query.exec())
            return false;
        while (keys.size() <= order.limit && query.next())
            keys.append(query.value(0).toLongLong());
        query.finish();
        return !isCancelled(number);
    }

    void finish(int number, const KeyIndexOrder &order, QList<Id> &keys, FoundKeys &result)
    {
        result.isCapped = keys.size() > order.limit;
        if (result.isCapped)
            keys.removeLast();
        const bool isWhole = order.filter.condition.isEmpty() && !result.isCapped;
        result.total = isWhole
            ? keys.size()
            : single(u"SELECT count(*) FROM " % order.table % u" WHERE id <= ?" % inDomain(order.domain),
                     {result.newest});
        result.isComplete = true;
        result.keys = KeyIndex::ofDescending(keys);
        m_builder.publish(number, result);
    }

    qint64 single(const QString &sql, const QVariantList &values)
    {
        QSqlQuery query = prepared(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        return query.exec() && query.next() ? query.value(0).toLongLong() : 0;
    }

    DatabaseUrl m_url;
    KeyIndexBuilder &m_builder;
    std::unique_ptr<Connection> m_connection;
    Error m_error;
};

KeyIndexBuilder::KeyIndexBuilder(const DatabaseUrl &url, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(url, *this))
{
    m_thread.setObjectName(QStringLiteral("keyindex"));
    m_worker->moveToThread(&m_thread);
    // The connection belongs to the thread: it is closed there, as the last thing that happens.
    connect(&m_thread, &QThread::finished, m_worker.get(), &Worker::disconnect, Qt::DirectConnection);
}

KeyIndexBuilder::~KeyIndexBuilder()
{
    ++m_order;
    m_thread.quit();
    m_thread.wait();
}

void KeyIndexBuilder::build(const KeyIndexOrder &order)
{
    const int number = ++m_order;
    if (!m_thread.isRunning())
        m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), number, order] { worker->build(number, order); },
        Qt::QueuedConnection);
}

void KeyIndexBuilder::publish(int order, const FoundKeys &keys)
{
    const auto deliver = [this, order, keys] {
        if (order == m_order)
            Q_EMIT found(keys);
    };
    QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
}

void KeyIndexBuilder::publishFailure(int order, const QString &sentence)
{
    const auto deliver = [this, order, sentence] {
        if (order == m_order)
            Q_EMIT failed(sentence);
    };
    QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
}

} // namespace Gatehouse
