#pragma once

#include "ui/delegates/shapedtexts.h"

#include <QStyledItemDelegate>

namespace Gatehouse {

class Clock;

/// Cells of live tables: times relative to now, rows that are over dimmed, the full value as tooltip.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Clock &m_clock;
    mutable ShapedTexts m_texts;
};

} // namespace Gatehouse
