#pragma once

#include "models/lineage/lineage.h"

#include <QTreeWidget>

namespace Gatehouse {

/// A lineage drawn: the login, what it gave, and so on; below each what became of it.
class LineageTree : public QTreeWidget
{
    Q_OBJECT

public:
    explicit LineageTree(QWidget *parent = nullptr);

    /// The step that is current stays so while it is of this pair; else the pair's own is. 0: the code.
    void showLineage(const Lineage &lineage, Id token);
    /// Of the current row; 0: none.
    Id currentToken() const;
    Id currentEvent() const;

Q_SIGNALS:
    /// A person went to a row.
    void rowChosen();

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString detailOf(const QTreeWidgetItem *parent, const LineageStep &step);
    QTreeWidgetItem *addStep(QTreeWidgetItem *parent, const LineageStep &step);
    void addEnd(QTreeWidgetItem *parent, const QString &title, Timestamp at, const std::optional<LineageEvent> &event);
    QTreeWidgetItem *addRow(QTreeWidgetItem *parent, const QString &title, const QString &detail);
    void makeCurrent(Id token, int kind);

    Lineage m_shown;
    Timestamp m_day = 0; ///< of the row above
};

} // namespace Gatehouse
