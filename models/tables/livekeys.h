#pragma once

#include "models/filter/filterexpression.h"
#include "models/records/changeset.h"
#include "models/tables/keyindexbuilder.h"
#include "models/tables/keysetquery.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

namespace Gatehouse {

class Clock;
class Connection;

/// Decides which keys a keyset model shows: has them found by a worker, under a filter or without, and follows what the store
/// announces. Says what is to become of the shown keys by its first three signals; the model does that before they return.
class LiveKeys : public QObject
{
    Q_OBJECT

public:
    struct Source
    {
        Table table;
        KeysetSource sql;
        FilterFields fields;
        QList<Table> dependsOn; ///< tables whose updated rows matter here too
        int maxRows;
    };

    /// `shown` are the model's keys. `query` is the model's.
    LiveKeys(const KeyIndex &shown, KeysetQuery &query, const DatabaseUrl &url, const Clock &clock,
             const Source &source);

    /// Finds all again.
    void build();
    Result<void> setFilterText(const QString &text);
    QString filterText() const { return m_filterText; }
    /// Only rows of this identity domain; 0: of all.
    void setDomain(Id domain);
    const FilterFields &fields() const { return m_source.fields; }

    bool isLoading() const { return m_isLoading; }
    qint64 total() const { return m_total; } ///< rows without the filter
    bool isCapped() const { return m_isCapped; } ///< whether older rows are left out

    void applyChanges(const ChangeSet &changes);
    /// Time went by: some rows may match no longer, or only now.
    void noteTime();

Q_SIGNALS:
    void replaced(const Gatehouse::KeyIndex &keys);
    void inserted(const QList<Gatehouse::Id> &newest); ///< ascending, above all that are shown
    void updated(const Gatehouse::KeyIndex &keys); ///< these rows read differently now; all are shown
    void loadingChanged(bool loading);
    void loaded();
    void failed(const QString &sentence);
    void totalChanged(qint64 rows);
    void cappedChanged(bool capped);

private:
    /// A filter within a domain.
    struct Choice
    {
        FilterExpression filter;
        Id domain = 0;
    };

    FilterSql sqlOf(const Choice &choice) const;
    void take(const FoundKeys &found);
    void finish(const FoundKeys &found);
    void fail(const QString &sentence);
    void refreshLater();
    void lookForNews();
    void lookAgainAt(QList<Id> ids);
    void noteDeleted(const KeyIndex &gone);
    void trim();
    void setLoading(bool value);
    void setTotal(qint64 rows);
    void setCapped(bool value);

    const KeyIndex &m_shown;
    KeysetQuery &m_query;
    const Clock &m_clock;
    const Source m_source;
    KeyIndexBuilder m_builder;

    Choice m_chosen; ///< of what is shown
    Choice m_wanted; ///< of what is being found
    QString m_filterText;
    Id m_newest = 0; ///< the highest key that was looked at
    qint64 m_total = 0;
    bool m_isCapped = false;

    bool m_isStarted = false;
    bool m_isLoading = false;
    bool m_isFilterShown = true; ///< m_chosen is m_wanted
    bool m_isStale = false; ///< what is being found has to be found again
    QList<Id> m_missed; ///< changed while the worker searches
    QElapsedTimer m_buildTime;
    int m_buildDuration = 0; ///< milliseconds that the last search took
    QTimer m_refresh;
};

} // namespace Gatehouse
