#pragma once

#include "models/filter/filtersql.h"
#include "models/store/databaseurl.h"
#include "models/tables/keyindex.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace Gatehouse {

/// Which rows of a table are to be indexed.
struct KeyIndexOrder
{
    QString table;
    QString from; ///< FROM clause with what the filter's condition names; the table's row is `t`
    FilterSql filter;
    Id domain = 0; ///< whose rows the total counts; 0: all
    int limit = 0; ///< how many rows at most, the newest
};

/// Keys found so far, newest first searched.
struct FoundKeys
{
    KeyIndex keys;
    Id newest = 0; ///< the table's highest key when the search began
    qint64 total = 0; ///< rows of the table up to `newest`; 0 until complete
    bool isComplete = false;
    bool isCapped = false; ///< there were more than the limit
};

/// Builds key indexes in a thread of its own, through a reading connection of its own. The newest rows are reported as soon as there
/// are some, then all of them. A new order cancels the one under way. No SELECT stays open, and none runs longer than some
/// milliseconds, however large the table is.
class KeyIndexBuilder : public QObject
{
    Q_OBJECT

public:
    explicit KeyIndexBuilder(const DatabaseUrl &url, QObject *parent = nullptr);
    ~KeyIndexBuilder() override;

    void build(const KeyIndexOrder &order);

Q_SIGNALS:
    /// In the thread of the builder's owner, and only for the latest order.
    void found(const Gatehouse::FoundKeys &keys);
    void failed(const QString &sentence);

private:
    class Worker;
    void publish(int order, const FoundKeys &keys);
    void publishFailure(int order, const QString &sentence);

    std::atomic<int> m_order = 0; ///< number of the latest order; the worker gives up when it is another
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
};

} // namespace Gatehouse
