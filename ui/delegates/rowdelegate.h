#pragma once

#include <QStyledItemDelegate>

namespace Gatehouse {

class Clock;

/// Cells of live tables: times relative to now, rows that are over dimmed, the full value as tooltip.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(const Clock &clock, QObject *parent = nullptr);

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Clock &m_clock;
};

} // namespace Gatehouse
