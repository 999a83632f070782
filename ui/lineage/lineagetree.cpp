#include "ui/lineage/lineagetree.h"

#include "ui/lineage/lineagedelegate.h"
#include "ui/lineage/lineageroles.h"
#include "ui/lineage/lineagewords.h"

#include <QHeaderView>
#include <QPainter>
#include <QSignalBlocker>
#include <QTreeWidgetItemIterator>

#include <utility>

namespace Gatehouse {

namespace {

constexpr int KindRole = LineageEventRole + 1; // int(LineageStep::Kind); invalid: the row is no step

Id idIn(const QTreeWidgetItem *item, int role)
{
    return item ? item->data(0, role).toLongLong() : 0;
}

/// For screen readers, in one sentence.
void describeRow(QTreeWidgetItem *item)
{
    QStringList parts {item->text(0), item->data(0, LineageStateRole).toString(),
                       item->data(0, LineageDetailRole).toString()};
    parts.removeAll(QString());
    item->setData(0, Qt::AccessibleTextRole, parts.join(QLatin1String(", ")));
    item->setToolTip(0, parts.join(u'\n'));
}

} // namespace

LineageTree::LineageTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("lineageTree"));
    setItemDelegate(new LineageDelegate(this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setExpandsOnDoubleClick(false);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setIndentation(fontMetrics().height());
    viewport()->setAutoFillBackground(false);
    header()->setStretchLastSection(true);
    connect(this, &QTreeWidget::currentItemChanged, this, &LineageTree::rowChosen);
}

void LineageTree::showLineage(const Lineage &lineage, Id token)
{
    const QSignalBlocker blocker(this);
    const QVariant kind = currentItem() ? currentItem()->data(0, KindRole) : QVariant();
    const bool isKept = currentToken() == token && kind.isValid();
    if (m_shown == lineage && topLevelItemCount() > 0) {
        if (!isKept)
            makeCurrent(token, int(token ? LineageStep::Kind::Access : LineageStep::Kind::Code));
        return;
    }
    m_shown = lineage;
    clear();
    m_day = 0;
    // A login gives a code, a code pairs, a refresh token the access token beside it.
    QTreeWidgetItem *origin = invisibleRootItem();
    QTreeWidgetItem *refresh = nullptr;
    for (const LineageStep &step : lineage.steps) {
        const bool isOrigin = step.kind == LineageStep::Kind::Login || step.kind == LineageStep::Kind::Code;
        const bool isBeside = refresh && idIn(refresh, LineageTokenRole) == step.id;
        if (!isOrigin && step.generation == int(lineage.omittedPairs) + 1 && lineage.omittedPairs > 0 && !refresh)
            addRow(origin, LineageWords::omitted(lineage.omittedPairs), {});
        QTreeWidgetItem *item = addStep(isBeside ? refresh : origin, step);
        if (isOrigin)
            origin = item;
        if (step.kind == LineageStep::Kind::Refresh)
            refresh = item;
    }
    for (const LineageEvent &misuse : lineage.misuses)
        addEnd(origin, LineageWords::misuse(misuse.action), misuse.at, misuse);
    if (lineage.familyEndedAt)
        addEnd(origin, LineageWords::familyEnd(lineage), lineage.familyEndedAt, lineage.familyEnd);
    expandAll();
    makeCurrent(token, isKept ? kind.toInt() : int(token ? LineageStep::Kind::Access : LineageStep::Kind::Code));
}

Id LineageTree::currentToken() const
{
    return idIn(currentItem(), LineageTokenRole);
}

Id LineageTree::currentEvent() const
{
    return idIn(currentItem(), LineageEventRole);
}

/// An access token came with the refresh token above it: by the same request.
QString LineageTree::detailOf(const QTreeWidgetItem *parent, const LineageStep &step)
{
    if (idIn(parent, LineageTokenRole) == step.id && step.kind == LineageStep::Kind::Access)
        return {};
    return LineageWords::detail(step, std::exchange(m_day, step.at));
}

QTreeWidgetItem *LineageTree::addStep(QTreeWidgetItem *parent, const LineageStep &step)
{
    QTreeWidgetItem *item = addRow(parent, LineageWords::title(step), detailOf(parent, step));
    const bool isPair = step.kind == LineageStep::Kind::Refresh || step.kind == LineageStep::Kind::Access;
    item->setData(0, LineageStateRole, LineageWords::state(step));
    item->setData(0, LineageShapeRole, int(LineageWords::shape(step)));
    item->setData(0, LineageToneRole, int(LineageWords::tone(step)));
    item->setData(0, LineageTokenRole, isPair ? step.id : 0);
    item->setData(0, KindRole, int(step.kind));
    describeRow(item);
    if (step.endedAt && (step.end || step.endedAlone))
        addEnd(item, LineageWords::end(step), step.endedAt, step.end);
    return item;
}

void LineageTree::addEnd(QTreeWidgetItem *parent, const QString &title, Timestamp at,
                         const std::optional<LineageEvent> &event)
{
    QTreeWidgetItem *item = addRow(parent, title, LineageWords::eventDetail(at, event, std::exchange(m_day, at)));
    item->setData(0, LineageShapeRole, int(StateMark::Shape::Cross));
    item->setData(0, LineageToneRole, int(Tone::Bad));
    item->setData(0, LineageTokenRole, idIn(parent, LineageTokenRole));
    item->setData(0, LineageEventRole, event ? event->id : 0);
    describeRow(item);
}

QTreeWidgetItem *LineageTree::addRow(QTreeWidgetItem *parent, const QString &title, const QString &detail)
{
    auto *item = new QTreeWidgetItem(parent, {title});
    item->setData(0, LineageDetailRole, detail);
    item->setData(0, LineageShapeRole, int(StateMark::Shape::Half));
    item->setData(0, LineageToneRole, int(Tone::Neutral));
    describeRow(item);
    return item;
}

void LineageTree::makeCurrent(Id token, int kind)
{
    for (QTreeWidgetItemIterator each(this); *each; ++each) {
        const QVariant found = (*each)->data(0, KindRole);
        if (!found.isValid() || found.toInt() != kind || idIn(*each, LineageTokenRole) != token)
            continue;
        setCurrentItem(*each);
        scrollToItem(*each);
        return;
    }
}

/// A line from each row to what it came from.
void LineageTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const auto hasNext = [](const QModelIndex &of) { return of.siblingAtRow(of.row() + 1).isValid(); };
    const int middle = rect.top() + qMin(rect.height(), fontMetrics().height() + 6) / 2;
    const auto across
        = [&](int fromNear) { return isRightToLeft() ? rect.right() - fromNear : rect.left() + fromNear; };
    painter->save();
    painter->setPen(Theme::edge(palette()));
    int level = 0;
    for (QModelIndex each = index.parent(); each.isValid(); each = each.parent())
        ++level;
    QModelIndex each = index;
    for (int at = level; at > 0; --at, each = each.parent()) {
        const int x = across(at * indentation() - indentation() / 2);
        const bool isOwn = at == level;
        if (isOwn)
            painter->drawLine(x, middle, across(at * indentation() - 2), middle);
        if (isOwn || hasNext(each))
            painter->drawLine(x, rect.top(), x, hasNext(each) ? rect.bottom() : middle);
    }
    painter->restore();
}

/// Another width breaks the details at other places.
void LineageTree::resizeEvent(QResizeEvent *event)
{
    QTreeWidget::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace Gatehouse
